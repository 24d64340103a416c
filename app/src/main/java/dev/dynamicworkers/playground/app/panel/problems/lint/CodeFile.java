package dev.dynamicworkers.playground.app.panel.problems.lint;

import dev.dynamicworkers.playground.app.code.highlight.Language;
import dev.dynamicworkers.playground.app.code.structure.CodeMask;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/// A file of code as rules see it. Immutable to its users, safe on any thread.
final class CodeFile {
    private final String path;
    private final Language language;
    private final String text;

    /// Made when a rule first needs it; volatile, since two threads may both make the same one.
    private volatile @Nullable CodeMask mask;

    CodeFile(String path, Language language, String text) {
        this.path = path;
        this.language = language;
        this.text = text;
    }

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

    String path() {
        return path;
    }

    /// Its lines, and the same without strings and comments.
    CodeMask mask() {
        CodeMask known = mask;
        if (known == null) {
            known = CodeMask.of(text, language);
            mask = known;
        }
        return known;
    }

    /// Whether the text has what no match of the sign can do without. Most files have not, and are read no further.
    private boolean mayHave(Sign sign) {
        return sign.words().stream().anyMatch(text::contains);
    }

    /// Matches in code, strings and comments painted over.
    List<Hit> inCode(Sign sign) {
        return mayHave(sign) ? hits(sign, mask().code()) : List.of();
    }

    /// Matches in the text as it is.
    List<Hit> inText(Sign sign) {
        return mayHave(sign) ? hits(sign, mask().lines()) : List.of();
    }

    private static List<Hit> hits(Sign sign, List<String> lines) {
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (sign.words().stream().anyMatch(line::contains)) {
                int line1 = i + 1;
                sign.pattern().matcher(line).results().forEach(found -> hits.add(new Hit(line1, found, line)));
            }
        }
        return hits;
    }

    boolean has(Sign sign) {
        return mayHave(sign)
                && mask().code().stream()
                        .anyMatch(line -> sign.pattern().matcher(line).find());
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
