package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.project.secret.Secrets;
import dev.dynamicworkers.playground.core.util.Sha256;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A project as it was at one moment, complete enough to run without its folder.
///
/// @param folder absolute path of the project's root
/// @param modules the files that its code can import, by path, sorted
/// @param problems warnings and notes, the most severe first
public record Project(
        Path folder, WranglerConfig config, Map<String, ModuleFile> modules, List<ConfigProblem> problems) {
    public Project {
        modules = Collections.unmodifiableMap(new LinkedHashMap<>(modules));
        problems = List.copyOf(problems);
    }

    /// The module that `main` names.
    public ModuleFile mainModule() {
        var module = modules.get(config.main());
        if (module == null) {
            throw new IllegalStateException("a project without its main module: " + config.main());
        }
        return module;
    }

    /// The values that nobody should get to see.
    public Secrets secrets() {
        Map<String, String> values = new LinkedHashMap<>();
        for (var binding : config.bindings()) {
            if (binding instanceof BindingDeclaration.Secret secret) {
                values.put(secret.name(), secret.value());
            }
        }
        return values.isEmpty() ? Secrets.NONE : new Secrets(values);
    }

    /// Equal for two readings exactly when configuration and modules are equal.
    public String fingerprint() {
        var hash = new Sha256().add(config.toString());
        // Secrets hide their values in toString().
        for (var binding : config.bindings()) {
            if (binding instanceof BindingDeclaration.Secret secret) {
                hash.add(secret.value());
            }
        }
        for (var module : modules.values()) {
            hash.add(module.path()).add(module.type().name()).add(module.bytes());
        }
        return hash.hex();
    }
}
