package dev.dynamicworkers.playground.core.host.assets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What `_headers` and `_redirects` say, within the platform's bounds; lines that are no rules have no effect, as
/// there. Immutable.
///
/// @param remarks sentences about lines that have no effect
record AssetRules(List<HeaderRule> headers, List<RedirectRule> redirects, List<String> remarks) {
    /// Stands in no field.
    static final String SEPARATOR = "\0";

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
        List<String> remarks = new ArrayList<>();
        return new AssetRules(headerRules(headers, remarks), redirectRules(redirects, remarks), remarks);
    }

    private static String remark(String file, int number, String why) {
        return "Line " + number + " of " + file + " has no effect: " + why + ".";
    }

    // ---- headers ----

    private static List<HeaderRule> headerRules(String text, List<String> remarks) {
        List<HeaderRule> rules = new ArrayList<>();
        HeaderRule current = null;
        int number = 0;
        for (String raw : text.split("\\R")) {
            number++;
            String line = raw.strip();
            String fault = null;
            if (line.length() > MOST_HEADER_LINE) {
                fault = "it has more than " + MOST_HEADER_LINE + " characters";
            } else if (line.startsWith("/") || line.startsWith("https://")) {
                RulePattern pattern = RulePattern.of(line);
                boolean isFull = rules.size() == MOST_HEADER_RULES;
                current = pattern == null || isFull
                        ? null
                        : new HeaderRule(pattern, new ArrayList<>(), new ArrayList<>());
                if (current != null) {
                    rules.add(current);
                } else {
                    fault = isFull
                            ? "there are " + MOST_HEADER_RULES + " rules already"
                            : "a pattern has one \"*\" at most";
                }
            } else if (!line.isEmpty() && !line.startsWith("#") && (current == null || !field(current, line))) {
                fault = current == null
                        ? "it belongs to no path"
                        : "a field is \"Name: value\", or \"! Name\" to remove one";
            }
            if (fault != null) {
                remarks.add(remark("_headers", number, fault));
            }
        }
        return rules;
    }

    /// @return false when the line is no field
    private static boolean field(HeaderRule rule, String line) {
        if (line.startsWith("!")) {
            rule.unset.add(line.substring(1).strip().toLowerCase(Locale.ROOT));
            return true;
        }
        int colon = line.indexOf(':');
        String name = colon < 1 ? "" : line.substring(0, colon).strip();
        String value = line.substring(colon + 1).strip();
        if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+") || value.isEmpty()) {
            return false;
        }
        rule.set.add(name.toLowerCase(Locale.ROOT));
        rule.set.add(value);
        return true;
    }

    /// Changes the fields of a response as the rules say.
    ///
    /// @param fields by name in lower case; several values of `set-cookie` are parted by [#SEPARATOR]
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
                String name = rule.set.get(i);
                // The one field whose values can't stand in one line.
                String between = name.equals("set-cookie") ? SEPARATOR : ", ";
                fields.put(name, own.merge(name, value, (before, more) -> before + between + more));
            }
        }
    }

    // ---- redirects ----

    private static List<RedirectRule> redirectRules(String text, List<String> remarks) {
        List<RedirectRule> exact = new ArrayList<>();
        List<RedirectRule> dynamic = new ArrayList<>();
        int number = 0;
        for (String raw : text.split("\\R")) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String fault = redirect(line, exact, dynamic);
            if (fault != null) {
                remarks.add(remark("_redirects", number, fault));
            }
        }
        // Paths as they stand come before those with placeholders.
        exact.addAll(dynamic);
        return exact;
    }

    /// Adds the rule of a line.
    ///
    /// @return why it is none, or null
    private static @Nullable String redirect(String line, List<RedirectRule> exact, List<RedirectRule> dynamic) {
        String[] words = line.split("\\s+");
        if (line.length() > MOST_REDIRECT_LINE) {
            return "it has more than " + MOST_REDIRECT_LINE + " characters";
        }
        if (words.length < 2 || words.length > 3) {
            return "a redirect is \"/from /to\", with a status or without";
        }
        RulePattern pattern = words[0].startsWith("/") ? RulePattern.of(words[0]) : null;
        if (pattern == null) {
            return "it wants a path of this site to begin with, with one \"*\" at most";
        }
        int status = words.length == 2 ? 302 : words[2].matches("\\d{3}") ? Integer.parseInt(words[2]) : 0;
        if (!STATUSES.contains(status)) {
            return "its status is none of 200, 301, 302, 303, 307 and 308";
        }
        if (!words[1].startsWith("/") && (status == 200 || !words[1].matches("https?://.+"))) {
            return status == 200 ? "200 lets only a path of this site answer" : "it leads to no path or URL";
        }
        List<RedirectRule> rules = pattern.isStatic() ? exact : dynamic;
        int most = pattern.isStatic() ? MOST_STATIC : MOST_DYNAMIC;
        if (rules.size() == most) {
            return "there are " + most + " rules of its kind already";
        }
        rules.add(new RedirectRule(pattern, words[1], status));
        return null;
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
