package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.json.SourcePosition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads the files of a project that its code can import. Never leaves the project's folder. For one reading.
final class ProjectFiles {
    /// The largest file that is read.
    static final long MAX_FILE_BYTES = 64L << 20;

    private static final long MAX_TOTAL_BYTES = 256L << 20;
    private static final int MAX_FILES = 10_000;
    private static final Set<String> SKIPPED_FOLDERS = Set.of("node_modules", "target");
    private static final Set<ModuleType> CODE = EnumSet.of(ModuleType.ES_MODULE, ModuleType.COMMON_JS, ModuleType.JSON);

    private final Path root;
    private final Path realRoot;
    private final ModuleRules rules;
    private final Map<String, String> unsaved;
    private final Problems problems;
    private final SortedMap<String, ModuleFile> modules = new TreeMap<>();
    private final Set<Path> visited = new HashSet<>();
    private long totalBytes;
    private boolean full;

    private ProjectFiles(Path root, ModuleRules rules, Map<String, String> unsaved, Problems problems)
            throws IOException {
        this.root = root;
        this.realRoot = root.toRealPath();
        this.rules = rules;
        this.unsaved = unsaved;
        this.problems = problems;
    }

    /// Reads all modules.
    ///
    /// @param unsaved texts that take the place of files, by path
    static SortedMap<String, ModuleFile> read(
            Path root, ModuleRules rules, Map<String, String> unsaved, Problems problems) throws IOException {
        var files = new ProjectFiles(root, rules, unsaved, problems);
        unsaved.forEach((path, text) -> rules.typeOf(path)
                .ifPresent(type ->
                        files.modules.put(path, new ModuleFile(path, type, text.getBytes(StandardCharsets.UTF_8)))));
        files.folder(root);
        return files.modules;
    }

    private void folder(Path folder) {
        try {
            if (!visited.add(folder.toRealPath())) {
                return;
            }
            try (var entries = Files.newDirectoryStream(folder)) {
                for (var entry : entries) {
                    entry(entry);
                }
            }
        } catch (IOException failure) {
            problems.warning(
                    path(folder), SourcePosition.WHOLE, "This folder can't be read: " + reason(failure), "Check it.");
        }
    }

    private void entry(Path entry) throws IOException {
        var name = entry.getFileName().toString();
        boolean hidden = name.startsWith(".");
        if (hidden || full || SKIPPED_FOLDERS.contains(name) || !staysInside(entry)) {
            return;
        }
        if (Files.isDirectory(entry)) {
            folder(entry);
        } else if (Files.isRegularFile(entry)) {
            file(entry);
        }
    }

    private boolean staysInside(Path entry) throws IOException {
        if (!Files.isSymbolicLink(entry)) {
            return true;
        }
        var path = path(entry);
        if (!Files.exists(entry)) {
            problems.warning(path, SourcePosition.WHOLE, "This link leads nowhere.", "Remove it or mend it.");
            return false;
        }
        if (entry.toRealPath().startsWith(realRoot)) {
            return true;
        }
        problems.add(
                rules.typeOf(path).isPresent() ? ConfigProblem.Severity.ERROR : ConfigProblem.Severity.WARNING,
                path,
                SourcePosition.WHOLE,
                "This link leads out of the project's folder, so it is not read.",
                "Copy what it points to into the project.");
        return false;
    }

    private void file(Path file) {
        var path = path(file);
        var type = rules.typeOf(path);
        if (unsaved.containsKey(path)) {
            return;
        }
        try {
            long size = Files.size(file);
            if (size > MAX_FILE_BYTES) {
                problems.add(
                        type.isPresent() ? ConfigProblem.Severity.ERROR : ConfigProblem.Severity.WARNING,
                        path,
                        SourcePosition.WHOLE,
                        "This file has " + (size >> 20) + " MiB; the playground reads files of at most "
                                + (MAX_FILE_BYTES >> 20) + " MiB.",
                        "Move it out of the project, or make it smaller.");
            } else if (type.isPresent() && hasRoom(path, size)) {
                var bytes = Files.readAllBytes(file);
                if (isWellFormed(path, type.get(), bytes)) {
                    modules.put(path, new ModuleFile(path, type.get(), bytes));
                }
            }
        } catch (NoSuchFileException deletedMeanwhile) {
            modules.remove(path);
        } catch (IOException failure) {
            problems.error(
                    path,
                    SourcePosition.WHOLE,
                    "This file can't be read: " + reason(failure),
                    "Check its permissions.");
        }
    }

    private boolean hasRoom(String path, long size) {
        totalBytes += size;
        full = totalBytes > MAX_TOTAL_BYTES || modules.size() >= MAX_FILES;
        if (full) {
            problems.error(
                    path,
                    SourcePosition.WHOLE,
                    "The project has more than " + MAX_FILES + " modules or " + (MAX_TOTAL_BYTES >> 20)
                            + " MiB of them; this file and what follows was not read.",
                    "Move folders that are not part of the worker out of the project.");
        }
        return !full;
    }

    private boolean isWellFormed(String path, ModuleType type, byte[] bytes) {
        if (!CODE.contains(type) && type != ModuleType.TEXT) {
            return true;
        }
        var fault = Utf8.firstFault(bytes);
        if (fault.isEmpty()) {
            return true;
        }
        boolean code = CODE.contains(type);
        problems.add(
                code ? ConfigProblem.Severity.ERROR : ConfigProblem.Severity.WARNING,
                path,
                fault.get(),
                "This file is not valid UTF-8" + (code ? "." : "; the bytes that are not are replaced."),
                "Save it as UTF-8.");
        return !code;
    }

    private String path(Path file) {
        var path = root.relativize(file).toString().replace('\\', '/');
        return path.isEmpty() ? "." : path;
    }

    private static String reason(IOException failure) {
        return failure.getClass().getSimpleName() + ".";
    }
}
