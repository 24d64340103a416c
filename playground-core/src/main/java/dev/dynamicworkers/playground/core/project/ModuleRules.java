package dev.dynamicworkers.playground.core.project;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The rules that are in force: those of the configuration, Wrangler's own, and what its bundler does by file suffix.
/// For one thread.
final class ModuleRules {
    private static final List<ModuleRule> DEFAULTS = List.of(
            rule(ModuleType.TEXT, "**/*.txt", "**/*.html", "**/*.sql"),
            rule(ModuleType.DATA, "**/*.bin"),
            rule(ModuleType.COMPILED_WASM, "**/*.wasm", "**/*.wasm?module"));

    private static final List<ModuleRule> BUNDLER = List.of(
            rule(ModuleType.ES_MODULE, "**/*.js", "**/*.mjs", "**/*.jsx", "**/*.ts", "**/*.mts", "**/*.tsx"),
            rule(ModuleType.COMMON_JS, "**/*.cjs", "**/*.cts"),
            rule(ModuleType.JSON, "**/*.json"));

    private final List<ModuleRule> inForce = new ArrayList<>();
    private final List<ModuleRule> ignored = new ArrayList<>();
    private final Map<String, Pattern> patterns = new HashMap<>();

    ModuleRules(List<ModuleRule> configured) {
        Set<ModuleType> complete = EnumSet.noneOf(ModuleType.class);
        for (var rules : List.of(configured, DEFAULTS)) {
            for (var rule : rules) {
                (complete.contains(rule.type()) ? ignored : inForce).add(rule);
                if (!rule.fallthrough()) {
                    complete.add(rule.type());
                }
            }
        }
        inForce.addAll(BUNDLER);
    }

    /// The type of a file, empty when it can't be imported.
    Optional<ModuleType> typeOf(String path) {
        return inForce.stream()
                .filter(rule -> rule.globs().stream().anyMatch(glob -> matches(glob, path)))
                .map(ModuleRule::type)
                .findFirst();
    }

    /// Rules without effect, because an earlier one of their type does not fall through.
    List<ModuleRule> ignored() {
        return ignored;
    }

    private static ModuleRule rule(ModuleType type, String... globs) {
        return new ModuleRule(type, List.of(globs), /* fallthrough= */ true);
    }

    private boolean matches(String glob, String path) {
        return patterns.computeIfAbsent(glob, ModuleRules::regex).matcher(path).matches();
    }

    private static Pattern regex(String glob) {
        var regex = new StringBuilder();
        var text = glob.startsWith("./") ? glob.substring(2) : glob;
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("**/", at)) {
                regex.append("(?:.*/)?");
                at += 3;
            } else if (text.charAt(at) == '*') {
                regex.append(".*");
                at++;
            } else {
                regex.append(Pattern.quote(text.substring(at, at + 1)));
                at++;
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
