package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.project.BindingDeclaration;
import dev.dynamicworkers.playground.core.project.ConfigProblem;
import dev.dynamicworkers.playground.core.project.ModuleFile;
import dev.dynamicworkers.playground.core.project.ModuleType;
import dev.dynamicworkers.playground.core.project.NetworkRulesReader;
import dev.dynamicworkers.playground.core.project.PlaygroundSettings;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.ProjectException;
import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.worker.Retention;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Projects of the disk. Blocks; safe on any thread.
public final class DiskProjects implements ProjectSource {
    private static final String CODE_SUFFIXES = ".*\\.([cm]?[jt]sx?|py)(\\.txt)?";

    private final ProjectReader reader = new ProjectReader();
    private final @Nullable String environment;

    /// Projects as they are without an environment.
    public DiskProjects() {
        this(null);
    }

    /// @param environment the one of their configuration, null for none
    public DiskProjects(@Nullable String environment) {
        this.environment = environment;
    }

    @Override
    public Loaded read(Path folder, Map<String, String> unsaved) throws UnreadableProject {
        try {
            Project project = reader.read(folder, unsaved, environment);
            PlaygroundSettings settings = PlaygroundSettings.read(folder);
            List<ConfigProblem> remarks = new ArrayList<>(project.problems());
            remarks.addAll(settings.problems());
            ProjectOutline outline = new ProjectOutline(
                    project.config().name(),
                    project.config().main(),
                    dynamicFiles(project),
                    problems(remarks),
                    kinds(project),
                    bindings(project),
                    project.config().compatibilityDate(),
                    EnvTypes.of(project.config().bindings()),
                    project.secrets(),
                    mainText(project));
            Retention retention = settings.retention();
            NetworkRules network = NetworkRulesReader.read(folder);
            return new Loaded(
                    project,
                    outline,
                    project.fingerprint() + " " + retention,
                    RuntimeOptions.DEFAULT
                            .keeping(retention)
                            .reaching(network)
                            .overlaid(settings.overlay())
                            .recording(RuntimeOptions.Calls.RECORDED_WITH_CONTENT)
                            .measuring(RuntimeOptions.Memory.AFTER_EACH_INVOCATION));
        } catch (ProjectException e) {
            throw new UnreadableProject(new ProjectOutline("", "", Set.of(), problems(e.problems())));
        }
    }

    private static String mainText(Project project) {
        ModuleFile main = project.modules().get(project.config().main());
        return main == null ? "" : main.text().replace("\r\n", "\n");
    }

    /// Code that the parent gets as text is code for dynamic workers.
    private static Set<String> dynamicFiles(Project project) {
        return project.modules().values().stream()
                .filter(module -> module.type() == ModuleType.TEXT)
                .map(ModuleFile::path)
                .filter(path -> path.matches(CODE_SUFFIXES))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> kinds(Project project) {
        Map<String, String> kinds = new HashMap<>();
        project.modules()
                .forEach((path, module) -> kinds.put(
                        path,
                        switch (module.type()) {
                            case ES_MODULE -> "es module";
                            case COMMON_JS -> "commonjs";
                            case TEXT -> "text";
                            case DATA -> "data";
                            case JSON -> "json";
                            case COMPILED_WASM -> "wasm";
                        }));
        return kinds;
    }

    private static Map<String, String> bindings(Project project) {
        Map<String, String> bindings = new HashMap<>();
        project.config()
                .bindings()
                .forEach(binding -> bindings.put(
                        binding.name(),
                        switch (binding) {
                            case BindingDeclaration.Text text -> "var";
                            case BindingDeclaration.Json json -> "var";
                            case BindingDeclaration.Secret secret -> "secret";
                            case BindingDeclaration.WorkerLoader loader -> "worker loader";
                            case BindingDeclaration.Service service -> "service";
                            case BindingDeclaration.DurableObject object -> "durable object";
                            case BindingDeclaration.Kv kv -> "kv";
                            case BindingDeclaration.R2 bucket -> "r2";
                            case BindingDeclaration.D1 database -> "d1";
                            case BindingDeclaration.Analytics dataset -> "analytics";
                            case BindingDeclaration.RateLimit limit -> "rate limit";
                            case BindingDeclaration.Version version -> "version metadata";
                            case BindingDeclaration.Queue queue -> "queue";
                            case BindingDeclaration.Assets assets -> "assets";
                            case BindingDeclaration.Unsupported other -> other.kind();
                        }));
        return bindings;
    }

    private static List<Problem> problems(List<ConfigProblem> problems) {
        return problems.stream()
                .map(problem -> new Problem(
                        switch (problem.severity()) {
                            case ERROR -> Problem.Severity.ERROR;
                            case WARNING -> Problem.Severity.WARNING;
                            case INFO -> Problem.Severity.NOTE;
                        },
                        problem.message(),
                        problem.hint(),
                        new Place(problem.file(), problem.line(), problem.column()),
                        Problem.Source.PROJECT))
                .toList();
    }
}
