package dev.dynamicworkers.playground.core.project.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A header field that a rule sets.
///
/// @param name lower case
/// @param template the value; `${NAME}` in it stands for the secret NAME
public record AddedHeader(String name, String template) {
    private static final Pattern SECRET = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_.-]*)}");

    /// Names of the secrets that its value needs.
    public List<String> secrets() {
        List<String> names = new ArrayList<>();
        Matcher matcher = SECRET.matcher(template);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /// The value with its secrets filled in.
    ///
    /// @param secrets the value of a secret, null where there is none of that name; its place stays empty then
    public String value(Function<String, @Nullable String> secrets) {
        return SECRET.matcher(template).replaceAll(match -> {
            String value = secrets.apply(match.group(1));
            return Matcher.quoteReplacement(value == null ? "" : value);
        });
    }
}
