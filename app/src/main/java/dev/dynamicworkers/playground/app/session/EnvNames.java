package dev.dynamicworkers.playground.app.session;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names that code takes out of `env`. Safe on any thread.
public final class EnvNames {
    private static final Pattern ENV = Pattern.compile("\\benv\\s*\\??\\.\\s*([A-Z][A-Za-z0-9_$]*)");

    private EnvNames() {}

    /// The names in a text, sorted.
    public static Set<String> in(String code) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = ENV.matcher(code);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
