package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.session.body.JsonSpan;
import java.util.List;
import java.util.Optional;

/// The texts of the network rules in the rules' file, so that a rule can be added or taken away and the others stay as
/// they were written.
final class RuleTexts {
    private RuleTexts() {}

    /// The rules as JSON texts, in order; comments within them are left out.
    static List<String> of(String file) {
        return JsonSpan.of(plain(file))
                .flatMap(root -> child(root, "network"))
                .flatMap(network -> child(network, "rules"))
                .map(rules -> rules.children().stream().map(JsonSpan::raw).toList())
                .orElse(List.of());
    }

    /// Where the list of rules stands in the file, with all its comments; empty when it has none.
    static Optional<JsonSpan> list(String file) {
        return JsonSpan.of(blanked(file))
                .flatMap(root -> child(root, "network"))
                .flatMap(network -> child(network, "rules"))
                .filter(rules -> rules.kind() == JsonSpan.Kind.ARRAY);
    }

    /// The text with blanks in the place of comments and trailing commas: everything stands where it stood.
    private static String blanked(String jsonc) {
        StringBuilder out = new StringBuilder(jsonc);
        int comma = -1;
        int at = 0;
        while (at < jsonc.length()) {
            char c = jsonc.charAt(at);
            int end = at + 1;
            if (c == '"') {
                end = string(jsonc, at);
            } else if (jsonc.startsWith("//", at) || jsonc.startsWith("/*", at)) {
                end = comment(jsonc, at);
                for (int i = at; i < end; i++) {
                    out.setCharAt(i, jsonc.charAt(i) == '\n' ? '\n' : ' ');
                }
                at = end;
                continue;
            } else if ((c == '}' || c == ']') && comma >= 0) {
                out.setCharAt(comma, ' ');
            }
            if (!Character.isWhitespace(c)) {
                comma = c == ',' ? at : -1;
            }
            at = end;
        }
        return out.toString();
    }

    /// Where a string that begins at an offset ends.
    static int string(String jsonc, int from) {
        int end = from + 1;
        while (end < jsonc.length() && jsonc.charAt(end) != '"') {
            end += jsonc.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, jsonc.length());
    }

    /// Where a comment that begins at an offset ends; the line end is no part of it.
    static int comment(String jsonc, int from) {
        boolean isLine = jsonc.startsWith("//", from);
        int end = isLine ? jsonc.indexOf('\n', from) : jsonc.indexOf("*/", from);
        return end < 0 ? jsonc.length() : isLine ? end : end + 2;
    }

    private static Optional<JsonSpan> child(JsonSpan span, String key) {
        return span.children().stream().filter(each -> key.equals(each.key())).findFirst();
    }

    /// JSON without comments and trailing commas.
    private static String plain(String jsonc) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < jsonc.length()) {
            char c = jsonc.charAt(at);
            if (c == '"') {
                int end = string(jsonc, at);
                out.append(jsonc, at, end);
                at = end;
            } else if (jsonc.startsWith("//", at) || jsonc.startsWith("/*", at)) {
                at = comment(jsonc, at);
            } else {
                if (c == '}' || c == ']') {
                    int last = out.length() - 1;
                    while (last >= 0 && Character.isWhitespace(out.charAt(last))) {
                        last--;
                    }
                    if (last >= 0 && out.charAt(last) == ',') {
                        out.deleteCharAt(last);
                    }
                }
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }
}
