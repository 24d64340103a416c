package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.project.ModuleFile;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.WranglerConfig;
import dev.dynamicworkers.playground.core.worker.Compatibility;
import dev.dynamicworkers.playground.core.worker.WorkerCode;
import dev.dynamicworkers.playground.core.worker.WorkerModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The parent worker's code as the project's files give it.
record ProjectCode(WorkerCode code) {
    static ProjectCode of(Project project) {
        Map<String, WorkerModule> modules = new LinkedHashMap<>();
        for (ModuleFile file : project.modules().values()) {
            modules.put(file.path(), module(file));
        }
        List<String> flags = flags(project.config());
        return new ProjectCode(new WorkerCode(
                project.config().main(),
                modules,
                project.config().compatibilityDate(),
                flags,
                project.config().limits()));
    }

    /// The compatibility flags in force.
    static List<String> flags(WranglerConfig config) {
        return new ArrayList<>(Compatibility.resolve(
                config.compatibilityDate(),
                config.compatibilityFlags(),
                /* allowExperimental= */ true,
                /* callerIsExperimental= */ true));
    }

    private static WorkerModule module(ModuleFile file) {
        if (file.holdsTypeScript()) {
            return new WorkerModule.TypeScriptModule(file.text());
        }
        return switch (file.type()) {
            case ES_MODULE -> new WorkerModule.EsModule(file.text());
            case COMMON_JS -> new WorkerModule.CommonJsModule(file.text());
            case TEXT -> new WorkerModule.TextModule(file.text());
            case DATA -> new WorkerModule.DataModule(file.bytes());
            case JSON -> new WorkerModule.JsonModule(file.text());
            case COMPILED_WASM -> new WorkerModule.WasmModule(file.bytes());
        };
    }
}
