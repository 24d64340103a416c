package dev.dynamicworkers.playground.core.host.assets;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a rule of `_headers` or `_redirects` is about: a path, or a URL with its host, with `*` for anything and
/// `:name` for one part. Immutable.
///
/// @param host null for any
record RulePattern(@Nullable Pattern host, Pattern path, boolean isStatic) {
    private static final Pattern PLACEHOLDER = Pattern.compile(":([A-Za-z]\\w*)|\\*");
    private static final String SCHEME = "https://";

    /// @return null for a text that is no pattern
    static @Nullable RulePattern of(String text) {
        String path = text;
        Pattern host = null;
        if (text.startsWith(SCHEME)) {
            int slash = text.indexOf('/', SCHEME.length());
            host = regex(text.substring(SCHEME.length(), slash < 0 ? text.length() : slash), "[^/.]+");
            path = slash < 0 ? "/" : text.substring(slash);
        }
        if (!path.startsWith("/") || path.indexOf('*') != path.lastIndexOf('*')) {
            return null;
        }
        return new RulePattern(
                host,
                regex(path, "[^/]+"),
                host == null && !PLACEHOLDER.matcher(path).find());
    }

    private static Pattern regex(String text, String part) {
        StringBuilder regex = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int at = 0;
        while (matcher.find()) {
            regex.append(Pattern.quote(text.substring(at, matcher.start())));
            String name = matcher.group(1);
            regex.append(name == null ? "(?<splat>.*)" : "(?<" + group(name) + ">" + part + ")");
            at = matcher.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(text.substring(at))).toString());
    }

    /// Names of groups have no underscore, and the same name may be in the host and in the path.
    private static String group(String name) {
        return "p" + name.replace("_", "0");
    }

    /// What the placeholders stand for in a URL; null when it is another one.
    @Nullable
    Map<String, String> match(String ofHost, String ofPath) {
        Map<String, String> found = new LinkedHashMap<>();
        if (host != null && !collect(host.matcher(ofHost), found)) {
            return null;
        }
        return collect(path.matcher(ofPath), found) ? found : null;
    }

    private static boolean collect(Matcher matcher, Map<String, String> into) {
        if (!matcher.matches()) {
            return false;
        }
        matcher.namedGroups().keySet().forEach(name -> into.put(name, matcher.group(name)));
        return true;
    }

    /// A text with its placeholders filled in.
    static String filled(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            String name = match.group(1);
            String value = name == null ? null : values.get(name.equals("splat") ? name : group(name));
            return Matcher.quoteReplacement(value == null ? match.group() : value);
        });
    }
}
