package dev.dynamicworkers.playground.core.project;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The patterns of `.assetsignore`, in the syntax of `.gitignore`: the last one that fits decides. Immutable.
public final class IgnoreRules {
    private final List<Rule> rules;

    /// @param negated whether it takes back what earlier ones said
    private record Rule(Pattern pattern, boolean negated) {}

    private IgnoreRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /// Reads patterns, a line each.
    public static IgnoreRules of(String text) {
        List<Rule> rules = new ArrayList<>();
        for (String line : text.split("\\R")) {
            String pattern = line.strip();
            if (pattern.isEmpty() || pattern.startsWith("#")) {
                continue;
            }
            boolean negated = pattern.startsWith("!");
            pattern = negated || pattern.startsWith("\\") ? pattern.substring(1) : pattern;
            if (!pattern.isEmpty() && !pattern.equals("/")) {
                rules.add(new Rule(compiled(pattern), negated));
            }
        }
        return new IgnoreRules(rules);
    }

    /// A pattern with a slash other than at its end counts from the top, one without in every folder; what it names
    /// covers all that is in it.
    private static Pattern compiled(String pattern) {
        boolean folderOnly = pattern.endsWith("/");
        String body = folderOnly ? pattern.substring(0, pattern.length() - 1) : pattern;
        boolean fromTop = body.contains("/");
        body = body.startsWith("/") ? body.substring(1) : body;
        StringBuilder regex = new StringBuilder(fromTop ? "" : "(?:.*/)?");
        int at = 0;
        while (at < body.length()) {
            char each = body.charAt(at);
            if (body.startsWith("**/", at)) {
                regex.append("(?:.*/)?");
                at += 3;
            } else if (body.startsWith("/**", at) && at + 3 == body.length()) {
                regex.append("/.*");
                at += 3;
            } else {
                at = one(body, at, each, regex);
            }
        }
        return Pattern.compile(regex.append(folderOnly ? "/.*" : "(?:/.*)?").toString(), Pattern.DOTALL);
    }

    private static int one(String body, int at, char each, StringBuilder regex) {
        int end = each == '[' ? body.indexOf(']', at + 2) : -1;
        if (each == '*') {
            regex.append("[^/]*");
        } else if (each == '?') {
            regex.append("[^/]");
        } else if (end > 0) {
            String set = body.substring(at + 1, end)
                    .replace("\\", "\\\\")
                    .replace("[", "\\[")
                    .replace("&&", "&\\&");
            regex.append('[')
                    .append(set.startsWith("!") ? "^" + set.substring(1) : set)
                    .append(']');
            return end + 1;
        } else if (each == '\\' && at + 1 < body.length()) {
            regex.append(Pattern.quote(body.substring(at + 1, at + 2)));
            return at + 2;
        } else {
            regex.append(Pattern.quote(String.valueOf(each)));
        }
        return at + 1;
    }

    /// Whether a file is left out.
    ///
    /// @param path with `/`, without one at its beginning
    public boolean ignores(String path) {
        boolean ignored = false;
        for (Rule each : rules) {
            if (each.negated == ignored && each.pattern.matcher(path).matches()) {
                ignored = !each.negated;
            }
        }
        return ignored;
    }
}
