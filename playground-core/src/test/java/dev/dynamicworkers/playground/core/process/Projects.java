package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.project.BindingDeclaration;
import dev.dynamicworkers.playground.core.project.ConfigProblem;
import dev.dynamicworkers.playground.core.project.ModuleFile;
import dev.dynamicworkers.playground.core.project.ModuleRule;
import dev.dynamicworkers.playground.core.project.ModuleType;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.WranglerConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Projects for tests.
final class Projects {
    private Projects() {}

    /// A project that has something of everything.
    static Project full() {
        var config = new WranglerConfig(
                "wrangler.jsonc",
                "fake",
                "src/index.ts",
                "2026-06-01",
                List.of("nodejs_compat"),
                List.of(
                        new BindingDeclaration.Text("MODE", "demo"),
                        new BindingDeclaration.Secret("KEY", "s3cret"),
                        new BindingDeclaration.WorkerLoader("LOADER"),
                        new BindingDeclaration.Service("SELF", "fake", null, "{\"a\":1}")),
                List.of(new ModuleRule(ModuleType.TEXT, List.of("**/dynamic/**"), /* fallthrough= */ true)),
                List.of("* * * * *"),
                Map.of("observability", "{}"));
        return new Project(
                Path.of("/nowhere").toAbsolutePath(),
                config,
                Map.of("src/index.ts", new ModuleFile("src/index.ts", ModuleType.ES_MODULE, new byte[] {0, 1, -1})),
                List.of(new ConfigProblem(ConfigProblem.Severity.INFO, "wrangler.jsonc", 1, 2, "what.", "hint.")));
    }
}
