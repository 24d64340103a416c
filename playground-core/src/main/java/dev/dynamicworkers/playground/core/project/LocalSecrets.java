package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.json.SourcePosition;
import dev.dynamicworkers.playground.core.project.BindingDeclaration.Secret;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds a project's local secrets where Wrangler does: in `.dev.vars.NAME`, else `.dev.vars`; only where there is
/// neither, in the `.env` files, of which the more specific come first. For one reading.
final class LocalSecrets {
    private static final String EXAMPLE = ".dev.vars.example";
    private static final Pattern REFERENCE = Pattern.compile(
            "(?<escape>\\\\)?\\$(?:\\{(?<braced>[A-Za-z_]\\w*)(?::?-(?<fallback>[^}]*))?}|(?<plain>[A-Za-z_]\\w*))");

    private final Texts texts;
    private final @Nullable String environment;
    private final Problems problems;

    /// Texts of files of the project's root.
    @FunctionalInterface
    interface Texts {
        /// @return empty for a file that is not there or can't be used
        Optional<String> of(String name) throws IOException;
    }

    /// @param environment null for the top level
    LocalSecrets(Texts texts, @Nullable String environment, Problems problems) {
        this.texts = texts;
        this.environment = environment;
        this.problems = problems;
    }

    /// All secrets.
    List<Secret> read() throws IOException {
        List<String> own =
                environment == null ? List.of(DevVars.FILE) : List.of(DevVars.FILE + "." + environment, DevVars.FILE);
        for (String name : own) {
            Optional<String> text = texts.of(name);
            if (text.isPresent()) {
                return DevVars.read(name, text.get(), problems);
            }
        }
        return ofEnvFiles();
    }

    private List<Secret> ofEnvFiles() throws IOException {
        List<String> names = new ArrayList<>(List.of(".env"));
        if (environment != null) {
            names.add(".env." + environment);
        }
        names.add(".env.local");
        if (environment != null) {
            names.add(".env." + environment + ".local");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            Optional<String> text = texts.of(name);
            if (text.isPresent()) {
                DevVars.read(name, text.get(), problems).forEach(secret -> values.put(secret.name(), secret.value()));
            }
        }
        List<Secret> secrets = new ArrayList<>();
        values.forEach((name, value) -> secrets.add(new Secret(name, expanded(value, values, 0))));
        return secrets;
    }

    /// `$NAME` and `${NAME:-fallback}` stand for other values of the files; `\$` for a dollar.
    private static String expanded(String value, Map<String, String> values, int depth) {
        if (depth > values.size() || value.indexOf('$') < 0) {
            return value;
        }
        return REFERENCE.matcher(value).replaceAll(match -> Matcher.quoteReplacement(of(match.group(), values, depth)));
    }

    private static String of(String reference, Map<String, String> values, int depth) {
        Matcher match = REFERENCE.matcher(reference);
        if (!match.matches() || match.group("escape") != null) {
            return reference.substring(1);
        }
        String name = match.group("braced") == null ? match.group("plain") : match.group("braced");
        String found = values.get(name);
        String fallback = match.group("fallback");
        if (found == null || found.isEmpty() && fallback != null) {
            return fallback == null ? "" : fallback;
        }
        return expanded(found, values, depth + 1);
    }

    /// Reports secrets that the project's example names and nobody has set.
    ///
    /// @param bindings all that `env` has
    void checkExample(List<BindingDeclaration> bindings) throws IOException {
        Optional<String> text = texts.of(EXAMPLE);
        if (text.isEmpty()) {
            return;
        }
        for (Secret named : DevVars.read(EXAMPLE, text.get(), new Problems())) {
            if (bindings.stream().noneMatch(binding -> binding.name().equals(named.name()))) {
                problems.warning(
                        EXAMPLE,
                        SourcePosition.WHOLE,
                        "The secret \"" + named.name() + "\" is named here and not set: env." + named.name()
                                + " is undefined.",
                        "Add " + named.name() + "=... to " + DevVars.FILE + ".");
            }
        }
    }
}
