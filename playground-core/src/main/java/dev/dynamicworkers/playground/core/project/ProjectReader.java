package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.json.SourcePosition;
import dev.dynamicworkers.playground.core.worker.HostIoException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Reads a project from its folder. Blocks; safe on any thread.
public final class ProjectReader {
    /// Names of the configuration file, the first one found counts, as in Wrangler.
    static final List<String> CONFIG_FILES = List.of("wrangler.json", "wrangler.jsonc");

    private static final String PREFERRED_CONFIG_FILE = "wrangler.jsonc";
    private static final String TOML_FILE = "wrangler.toml";

    private final Clock clock;

    /// @param clock tells today's date, the default for `compatibility_date`
    public ProjectReader(Clock clock) {
        this.clock = clock;
    }

    /// A reader that uses the system's clock.
    public ProjectReader() {
        this(Clock.systemUTC());
    }

    /// Reads a project.
    ///
    /// @param unsaved texts that are on screen but not on disk, by path within the project, with `/`
    /// @throws ProjectException when it can't be run, with all problems
    public Project read(Path folder, Map<String, String> unsaved) {
        return read(folder, unsaved, null);
    }

    /// Reads a project.
    ///
    /// @param unsaved texts that are on screen but not on disk, by path within the project, with `/`
    /// @param environment name of an environment of the configuration, null for its top level
    /// @throws ProjectException when it can't be run, with all problems
    public Project read(Path folder, Map<String, String> unsaved, @Nullable String environment) {
        return read(folder, unsaved, environment, List.of());
    }

    /// Reads a project and those that are paired with it: by its `playground.json`, and by whoever calls.
    ///
    /// @param unsaved texts that are on screen but not on disk, by path within the project, with `/`
    /// @param environment name of an environment of the configuration, null for its top level
    /// @param with folders of projects whose workers run beside this one; they are read at their top level
    /// @throws ProjectException when it can't be run, with all problems
    public Project read(Path folder, Map<String, String> unsaved, @Nullable String environment, List<Path> with) {
        var problems = new Problems();
        var root = folder.toAbsolutePath().normalize();
        try {
            var folders = PairedFolders.of(root, with, problems).byName();
            Set<String> names = new LinkedHashSet<>(folders.keySet());
            var project = read(root, unsaved, environment, names, problems);
            if (project.isPresent()) {
                if (!names.add(project.get().config().name())) {
                    problems.error(
                            project.get().config().file(),
                            SourcePosition.WHOLE,
                            "A paired folder has a worker of this name, too: "
                                    + project.get().config().name() + ".",
                            "Give one of them another name, or leave the folder out.");
                }
                var paired = paired(root, folders, names, problems);
                if (!problems.hasErrors()) {
                    return new Project(
                            root, project.get().config(), project.get().modules(), problems.sorted(), paired);
                }
            }
        } catch (IOException failure) {
            throw new HostIoException("The project in " + root + " can't be read.", failure);
        }
        throw new ProjectException(problems.sorted());
    }

    /// @param names of all workers that run together
    private List<Project> paired(Path root, Map<String, Path> folders, Set<String> names, Problems problems)
            throws IOException {
        List<Project> paired = new ArrayList<>();
        for (var entry : folders.entrySet()) {
            var folder = entry.getValue();
            var own = new Problems();
            var read = read(folder, Map.of(), null, names, own);
            var place = root.relativize(folder).toString().replace('\\', '/') + "/";
            own.sorted().forEach(problem -> problems.add(problem.in(place)));
            read.filter(project -> !project.config().name().equals(entry.getKey()))
                    .ifPresent(project -> problems.error(
                            PlaygroundFile.NAME,
                            SourcePosition.WHOLE,
                            "The worker of " + place + " is called \""
                                    + project.config().name() + "\", not \"" + entry.getKey() + "\".",
                            "Write its name in \"services\"; bindings find it by that."));
            read.ifPresent(paired::add);
        }
        return paired;
    }

    private Optional<Project> read(
            Path root, Map<String, String> unsaved, @Nullable String environment, Set<String> others, Problems problems)
            throws IOException {
        if (!Files.isDirectory(root)) {
            boolean file = Files.exists(root);
            problems.error(
                    root.toString(),
                    SourcePosition.WHOLE,
                    file ? "This is a file." : "There is no such folder.",
                    "Name the folder that holds wrangler.jsonc.");
            return Optional.empty();
        }
        var configFile = configFile(root, unsaved, problems);
        if (configFile.isEmpty()) {
            return Optional.empty();
        }
        var local = new LocalSecrets(name -> text(root, name, unsaved, problems), environment, problems);
        var secrets = local.read();
        var result = text(root, configFile.get(), unsaved, problems)
                .flatMap(text -> new WranglerConfigReader(configFile.get(), LocalDate.now(clock), problems)
                        .read(text, secrets, environment, others));
        if (result.isEmpty()) {
            return Optional.empty();
        }
        var config = result.get().config();
        local.checkExample(config.bindings());
        var modules = ProjectFiles.read(root, new ModuleRules(config.rules()), unsaved, problems);
        modules.remove(configFile.get());
        var assets = config.assets();
        if (assets != null) {
            AssetsReader.check(root, assets, config.file(), problems);
            leaveScriptsOut(assets, config.main(), modules);
        }
        checkMain(root, config, result.get().mainPosition(), modules, problems);
        return Optional.of(new Project(root, config, modules, problems.sorted()));
    }

    /// Scripts among the assets are for browsers: what they say need not even be a module.
    private static void leaveScriptsOut(StaticAssets assets, String main, SortedMap<String, ModuleFile> modules) {
        var folder = assets.directory().isEmpty() ? "" : assets.directory() + "/";
        if (!main.startsWith(folder)) {
            modules.values()
                    .removeIf(each -> each.path().startsWith(folder)
                            && (each.type() == ModuleType.ES_MODULE || each.type() == ModuleType.COMMON_JS));
        }
    }

    private static Optional<String> configFile(Path root, Map<String, String> unsaved, Problems problems) {
        var found = CONFIG_FILES.stream()
                .filter(name -> unsaved.containsKey(name) || Files.exists(root.resolve(name)))
                .toList();
        if (found.size() > 1) {
            problems.warning(
                    found.getLast(),
                    SourcePosition.WHOLE,
                    "This file is not read, because there is a " + found.getFirst() + " as well.",
                    "Remove one of the two.");
        }
        if (found.isEmpty()) {
            boolean toml = Files.exists(root.resolve(TOML_FILE));
            problems.error(
                    toml ? TOML_FILE : PREFERRED_CONFIG_FILE,
                    SourcePosition.WHOLE,
                    toml
                            ? "The playground does not read wrangler.toml."
                            : "There is no wrangler.jsonc in " + root + ".",
                    toml
                            ? "Write the same keys as JSON into wrangler.jsonc; Wrangler reads both."
                            : "A Wrangler project needs one with \"name\", \"main\" and \"compatibility_date\".");
        }
        return found.stream().findFirst();
    }

    /// The text of a file of the project's root, empty when it is not there or can't be used.
    private static Optional<String> text(Path root, String name, Map<String, String> unsaved, Problems problems)
            throws IOException {
        var file = root.resolve(name);
        var onScreen = unsaved.get(name);
        if (onScreen != null || !Files.exists(file)) {
            return Optional.ofNullable(onScreen);
        }
        if (!file.toRealPath().startsWith(root.toRealPath())) {
            problems.error(
                    name,
                    SourcePosition.WHOLE,
                    "This link leads out of the project's folder, so it is not read.",
                    "Copy what it points to into the project.");
            return Optional.empty();
        }
        if (Files.size(file) > ProjectFiles.MAX_FILE_BYTES) {
            problems.error(name, SourcePosition.WHOLE, "This file is too large to be read.", "Make it smaller.");
            return Optional.empty();
        }
        var bytes = Files.readAllBytes(file);
        var broken = Utf8.firstFault(bytes);
        if (broken.isPresent()) {
            problems.error(name, broken.get(), "This file is not valid UTF-8.", "Save it as UTF-8.");
            return Optional.empty();
        }
        return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    private static void checkMain(
            Path root,
            WranglerConfig config,
            SourcePosition position,
            SortedMap<String, ModuleFile> modules,
            Problems problems) {
        var main = config.main();
        if (main.isEmpty()) {
            return;
        }
        var module = modules.get(main);
        if (module == null) {
            if (!Files.exists(root.resolve(main))) {
                problems.error(
                        config.file(),
                        position,
                        "The main module does not exist: " + main + ".",
                        "Create the file, or correct \"main\".");
            } else if (!problems.hasErrors()) {
                problems.error(
                        config.file(),
                        position,
                        "The main module is not a module that the playground can run: " + main + ".",
                        "Let \"main\" name a JavaScript or TypeScript file.");
            }
        } else if (module.type() != ModuleType.ES_MODULE && module.type() != ModuleType.COMMON_JS) {
            problems.error(
                    config.file(),
                    position,
                    "The main module is not code, but of type " + module.type() + ": " + main + ".",
                    "Let \"main\" name a JavaScript or TypeScript file.");
        }
    }
}
