package dev.dynamicworkers.playground.core.host.assets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What `_headers` and `_redirects` say, within the platform's bounds; lines that are no rules have no effect, as there.
/// Immutable.
record AssetRules(List<HeaderRule> headers, List<RedirectRule> redirects) {
    private static final int MOST_HEADER_RULES = 100;
    private static final int MOST_HEADER_LINE = 2000;
    private static final int MOST_STATIC = 2000;
    private static final int MOST_DYNAMIC = 100;
    private static final int MOST_REDIRECT_LINE = 1000;
    private static final Set<Integer> STATUSES = Set.of(200, 301, 302, 303, 307, 308);

    /// Fields of responses whose URL fits.
    ///
    /// @param set names and values in turn
    /// @param unset names in lower case
    private record HeaderRule(RulePattern pattern, List<String> set, List<String> unset) {}

    /// Where requests go whose URL fits.
    private record RedirectRule(RulePattern pattern, String to, int status) {}

    /// Where a request goes.
    ///
    /// @param status 200 for another asset that answers in its place
    record Redirected(String to, int status) {}

    static AssetRules of(String headers, String redirects) {
        return new AssetRules(headerRules(headers), redirectRules(redirects));
    }

    // ---- headers ----

    private static List<HeaderRule> headerRules(String text) {
        List<HeaderRule> rules = new ArrayList<>();
        HeaderRule current = null;
        for (String raw : text.split("\\R")) {
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#") || line.length() > MOST_HEADER_LINE) {
                continue;
            }
            if (line.startsWith("/") || line.startsWith("https://")) {
                RulePattern pattern = RulePattern.of(line);
                current = pattern == null || rules.size() == MOST_HEADER_RULES
                        ? null
                        : new HeaderRule(pattern, new ArrayList<>(), new ArrayList<>());
                if (current != null) {
                    rules.add(current);
                }
            } else if (current != null) {
                field(current, line);
            }
        }
        return rules;
    }

    private static void field(HeaderRule rule, String line) {
        if (line.startsWith("!")) {
            rule.unset.add(line.substring(1).strip().toLowerCase(Locale.ROOT));
            return;
        }
        int colon = line.indexOf(':');
        String name = colon < 1 ? "" : line.substring(0, colon).strip();
        String value = line.substring(colon + 1).strip();
        if (name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+") && !value.isEmpty()) {
            rule.set.add(name.toLowerCase(Locale.ROOT));
            rule.set.add(value);
        }
    }

    /// Changes the fields of a response as the rules say.
    ///
    /// @param fields by name in lower case
    void apply(String host, String path, Map<String, String> fields) {
        Map<String, String> own = new LinkedHashMap<>();
        for (HeaderRule rule : headers) {
            Map<String, String> values = rule.pattern.match(host, path);
            if (values == null) {
                continue;
            }
            rule.unset.forEach(name -> {
                fields.remove(name);
                own.remove(name);
            });
            for (int i = 0; i < rule.set.size(); i += 2) {
                String value = RulePattern.filled(rule.set.get(i + 1), values);
                String text = own.merge(rule.set.get(i), value, (before, more) -> before + ", " + more);
                fields.put(rule.set.get(i), text);
            }
        }
    }

    // ---- redirects ----

    private static List<RedirectRule> redirectRules(String text) {
        List<RedirectRule> exact = new ArrayList<>();
        List<RedirectRule> dynamic = new ArrayList<>();
        for (String raw : text.split("\\R")) {
            String line = raw.strip();
            String[] words = line.split("\\s+");
            if (line.startsWith("#") || line.length() > MOST_REDIRECT_LINE || words.length < 2 || words.length > 3) {
                continue;
            }
            RulePattern pattern = words[0].startsWith("/") ? RulePattern.of(words[0]) : null;
            int status = words.length == 2 ? 302 : words[2].matches("\\d{3}") ? Integer.parseInt(words[2]) : 0;
            boolean leadsOn = words[1].startsWith("/") || (status != 200 && words[1].matches("https?://.+"));
            if (pattern == null || !STATUSES.contains(status) || !leadsOn) {
                continue;
            }
            List<RedirectRule> rules = pattern.isStatic() ? exact : dynamic;
            if (rules.size() < (pattern.isStatic() ? MOST_STATIC : MOST_DYNAMIC)) {
                rules.add(new RedirectRule(pattern, words[1], status));
            }
        }
        // Paths as they stand come before those with placeholders.
        exact.addAll(dynamic);
        return exact;
    }

    /// Where a request goes, null when no rule is about it.
    @Nullable
    Redirected redirect(String host, String path) {
        for (RedirectRule rule : redirects) {
            Map<String, String> values = rule.pattern.match(host, path);
            if (values != null) {
                return new Redirected(RulePattern.filled(rule.to, values), rule.status);
            }
        }
        return null;
    }
}
