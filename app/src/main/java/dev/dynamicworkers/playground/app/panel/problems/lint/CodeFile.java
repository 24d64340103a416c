package dev.dynamicworkers.playground.app.panel.problems.lint;

import dev.dynamicworkers.playground.app.code.structure.CodeMask;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A file of code as rules see it.
///
/// @param mask its lines, and the same without strings and comments
record CodeFile(String path, FileRole role, CodeMask mask) {
    /// A match of a rule's pattern.
    ///
    /// @param line counts from 1
    record Hit(int line, MatchResult match, String text) {
        int column() {
            return match.start() + 1;
        }

        String group(int group) {
            return match.group(group);
        }
    }

    /// Matches in code, strings and comments painted over.
    List<Hit> inCode(Pattern pattern) {
        return hits(pattern, mask.code());
    }

    /// Matches in the text as it is.
    List<Hit> inText(Pattern pattern) {
        return hits(pattern, mask.lines());
    }

    private static List<Hit> hits(Pattern pattern, List<String> lines) {
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int line1 = i + 1;
            pattern.matcher(line).results().forEach(found -> hits.add(new Hit(line1, found, line)));
        }
        return hits;
    }

    boolean has(Pattern pattern) {
        return mask.code().stream().anyMatch(line -> pattern.matcher(line).find());
    }

    void report(
            Consumer<Problem> out,
            Hit hit,
            Problem.Severity severity,
            String message,
            String hint,
            Problem.Fix... fixes) {
        Place place = new Place(path, hit.line(), hit.column());
        out.accept(new Problem(severity, message, hint, place, Problem.Source.LINT, List.of(fixes)));
    }
}
