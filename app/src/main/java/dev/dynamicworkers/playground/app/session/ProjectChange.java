package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.session.ProjectSource.Loaded;
import dev.dynamicworkers.playground.core.project.ModuleFile;
import dev.dynamicworkers.playground.core.project.Overlay;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.WranglerConfig;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.WorkerModule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// In what a project differs from what it was when it was started, as far as isolates are made of it.
///
/// @param texts files whose text the parent may load into dynamic workers
/// @param code files of the parent's own code
/// @param others the rest, in a few words each
/// @param overlay in force from the next run on
record ProjectChange(Set<String> texts, Set<String> code, List<String> others, Overlay overlay) {
    static final ProjectChange NONE = new ProjectChange(Set.of(), Set.of(), List.of(), Overlay.NONE);

    /// Compares. Hashes whole projects where they differ, so not for the FX thread.
    static ProjectChange between(Loaded then, Loaded now) {
        Overlay overlay = now.options().overlay();
        if (then.fingerprint().equals(now.fingerprint())) {
            return new ProjectChange(Set.of(), Set.of(), List.of(), overlay);
        }
        Set<String> texts = new TreeSet<>();
        Set<String> code = new TreeSet<>();
        // A file that is new is in nothing that was loaded, unless another changed with it.
        then.project().modules().forEach((path, file) -> {
            if (!file.equals(now.project().modules().get(path))) {
                (then.outline().dynamicFiles().contains(path) ? texts : code).add(path);
            }
        });
        List<String> others = new ArrayList<>();
        if (!hash(then.project(), then.project().config(), then.project().paired())
                .equals(hash(
                        then.project(), now.project().config(), then.project().paired()))) {
            others.add("the configuration");
        }
        if (!hash(then.project(), then.project().config(), then.project().paired())
                .equals(hash(
                        then.project(), then.project().config(), now.project().paired()))) {
            others.add("a paired project");
        }
        if (!then.options().limits().equals(now.options().limits())) {
            others.add("the limits of the settings");
        }
        return new ProjectChange(texts, code, others, overlay);
    }

    /// Of a project without its modules: what is left is configuration, secrets and paired projects.
    private static String hash(Project project, WranglerConfig config, List<Project> paired) {
        return new Project(project.folder(), config, Map.of(), List.of(), paired).fingerprint();
    }

    /// The project's files whose texts an isolate has as modules.
    static Set<String> filesOf(WorkerView view, Loaded project) {
        Set<String> modules = new HashSet<>();
        for (WorkerModule module : view.code().modules().values()) {
            switch (module) {
                case WorkerModule.EsModule(String text) -> modules.add(text);
                case WorkerModule.TypeScriptModule(String text) -> modules.add(text);
                case WorkerModule.CommonJsModule(String text) -> modules.add(text);
                case WorkerModule.TextModule(String text) -> modules.add(text);
                case WorkerModule.JsonModule(String text) -> modules.add(text);
                case WorkerModule.DataModule data -> {}
                case WorkerModule.WasmModule wasm -> {}
            }
        }
        Set<String> files = new HashSet<>();
        for (String path : project.outline().dynamicFiles()) {
            ModuleFile file = project.project().modules().get(path);
            // People are shown modules without the values of secrets.
            if (file != null && modules.contains(project.project().secrets().mask(file.text()))) {
                files.add(path);
            }
        }
        return files;
    }

    /// Whether something beside the rules changed.
    boolean isOfProject() {
        return !texts.isEmpty() || !code.isEmpty() || !others.isEmpty();
    }
}
