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
                int end = at + 1;
                while (end < jsonc.length() && jsonc.charAt(end) != '"') {
                    end += jsonc.charAt(end) == '\\' ? 2 : 1;
                }
                end = Math.min(end + 1, jsonc.length());
                out.append(jsonc, at, end);
                at = end;
            } else if (jsonc.startsWith("//", at)) {
                int end = jsonc.indexOf('\n', at);
                at = end < 0 ? jsonc.length() : end;
            } else if (jsonc.startsWith("/*", at)) {
                int end = jsonc.indexOf("*/", at);
                at = end < 0 ? jsonc.length() : end + 2;
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
