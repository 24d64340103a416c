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
/// @param paired projects of other folders whose workers run beside this one, for bindings that name them; none of them
/// has paired ones itself
public record Project(
        Path folder,
        WranglerConfig config,
        Map<String, ModuleFile> modules,
        List<ConfigProblem> problems,
        List<Project> paired) {
    public Project {
        paired = List.copyOf(paired);
        modules = Collections.unmodifiableMap(new LinkedHashMap<>(modules));
        problems = List.copyOf(problems);
    }

    /// A project that runs alone.
    public Project(Path folder, WranglerConfig config, Map<String, ModuleFile> modules, List<ConfigProblem> problems) {
        this(folder, config, modules, problems, List.of());
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
        addSecrets(this, values);
        paired.forEach(each -> addSecrets(each, values));
        return values.isEmpty() ? Secrets.NONE : new Secrets(values);
    }

    /// Paired workers may have others of the same name.
    private static void addSecrets(Project project, Map<String, String> values) {
        for (var binding : project.config.bindings()) {
            if (binding instanceof BindingDeclaration.Secret secret) {
                var known = values.putIfAbsent(secret.name(), secret.value());
                if (known != null && !known.equals(secret.value())) {
                    values.put(secret.name() + " of " + project.config.name(), secret.value());
                }
            }
        }
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
        paired.forEach(each -> hash.add(each.folder.toString()).add(each.fingerprint()));
        return hash.hex();
    }
}
