package dev.dynamicworkers.playground.core.project.share;

import dev.dynamicworkers.playground.core.project.ConfigProblem;
import dev.dynamicworkers.playground.core.project.DevVars;
import dev.dynamicworkers.playground.core.project.PlaygroundFile;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.ProjectException;
import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.project.secret.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What leaves a project when it is exported: its files without what belongs to this machine, the names of its secrets
/// without their values, and a report of what works only in the playground. Immutable; reading and writing block.
///
/// @param files on disk by path with `/`, sorted
/// @param secretNames names of all local secrets, sorted
/// @param leftOut what stays, each as `path (reason)`
/// @param report what has no equivalent on Cloudflare, with its place and a way out
public record ProjectExport(
        SortedMap<String, Path> files, List<String> secretNames, List<String> leftOut, List<ConfigProblem> report) {
    /// The most files that are exported.
    public static final int MOST_FILES = 2_000;

    /// The most bytes that are exported.
    public static final long MOST_BYTES = 20L << 20;

    /// Name of the file that has the names of secrets.
    public static final String EXAMPLE = ".dev.vars.example";

    private static final Pattern KEY =
            Pattern.compile("(?m)^[ \\t]*(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \\t]*=");

    public ProjectExport {
        secretNames = List.copyOf(secretNames);
        leftOut = List.copyOf(leftOut);
        report = List.copyOf(report);
    }

    /// Finds out what would leave.
    ///
    /// @param folder root of the project
    /// @throws SharingException when the folder is no project, or has more than what is exported
    public static ProjectExport of(Path folder) throws SharingException {
        if (!Files.isDirectory(folder)) {
            throw new SharingException(folder + " is no folder; name the one that holds wrangler.jsonc.");
        }
        SortedMap<String, Path> files = new TreeMap<>();
        List<String> leftOut = new ArrayList<>();
        TreeSet<String> secrets = new TreeSet<>();
        List<ConfigProblem> report = new ArrayList<>();
        try {
            Walk walk = new Walk(folder, files, leftOut, secrets);
            Files.walkFileTree(folder, walk);
            Path example = files.get(EXAMPLE);
            if (example != null) {
                addNames(example, secrets);
            }
            long bytes = 0;
            for (Path file : files.values()) {
                bytes += Files.size(file);
            }
            if (files.size() > MOST_FILES || bytes > MOST_BYTES) {
                throw new SharingException(folder + " has " + files.size() + " files with " + (bytes >> 20)
                        + " MiB; at most " + MOST_FILES + " files with " + (MOST_BYTES >> 20)
                        + " MiB are shared. Move what others don't need out of the project.");
            }
            report.addAll(report(folder));
            report.addAll(secretsIn(files, folder, walk.values));
        } catch (IOException | UncheckedIOException unreadable) {
            throw new SharingException(
                    folder + " can't be read: " + unreadable.getMessage() + ". Check its permissions.", unreadable);
        }
        if (files.keySet().stream().noneMatch(path -> path.matches("wrangler\\.(jsonc|json|toml)"))) {
            throw new SharingException(
                    folder + " has no wrangler.jsonc, so it is no project; name the folder that holds it.");
        }
        return new ProjectExport(files, List.copyOf(secrets), leftOut, report);
    }

    private static List<ConfigProblem> secretsIn(SortedMap<String, Path> files, Path folder, Secrets values)
            throws IOException {
        SecretsInFiles search = new SecretsInFiles(values);
        for (Map.Entry<String, Path> file : files.entrySet()) {
            Interrupted.check();
            search.look(file.getKey(), Files.readAllBytes(file.getValue()));
        }
        // The rules go along in an archive.
        Path rules = folder.resolve(PlaygroundFile.NAME);
        if (Files.isRegularFile(rules)) {
            search.look(PlaygroundFile.NAME, Files.readAllBytes(rules));
        }
        return search.found();
    }

    private static List<ConfigProblem> report(Path folder) {
        try {
            Project project = new ProjectReader().read(folder, Map.of());
            List<ConfigProblem> report = new ArrayList<>(project.problems());
            report.addAll(Portability.of(project));
            return report;
        } catch (ProjectException broken) {
            return broken.problems();
        }
    }

    private static void addNames(Path file, TreeSet<String> names) throws IOException {
        Matcher keys = KEY.matcher(Files.readString(file, StandardCharsets.UTF_8));
        while (keys.find()) {
            names.add(keys.group(1));
        }
    }

    /// Content of [#EXAMPLE]; empty when there are no secrets.
    String example() {
        if (secretNames.isEmpty()) {
            return "";
        }
        StringBuilder text =
                new StringBuilder("# Secrets of this project. Copy to .dev.vars and fill in the values.\n");
        secretNames.forEach(name -> text.append(name).append("=\n"));
        return text.toString();
    }

    /// The bytes of all files that leave, by path, sorted.
    SortedMap<String, byte[]> contents() throws IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            Interrupted.check();
            contents.put(file.getKey(), Files.readAllBytes(file.getValue()));
        }
        if (!secretNames.isEmpty()) {
            contents.put(EXAMPLE, example().getBytes(StandardCharsets.UTF_8));
        }
        return contents;
    }

    /// Writes the project in the form that the target's name says: `.zip`, [ProjectArchive#SUFFIX], or else a folder.
    ///
    /// @param folder root of the project, whose rules go along in a `.dwplay` file
    /// @throws SharingException when there is something already, or the disk refuses
    public void to(Path folder, Path target) throws SharingException {
        String name = String.valueOf(target.getFileName());
        if (name.endsWith(ProjectArchive.SUFFIX)) {
            ProjectArchive.write(this, folder, target, new TreeMap<>());
        } else if (name.endsWith(".zip")) {
            toZip(target);
        } else {
            toFolder(target);
        }
    }

    /// Copies the project into a new or empty folder, as a whole or not at all.
    ///
    /// @throws SharingException when there is something already, or the disk refuses
    public void toFolder(Path target) throws SharingException {
        try {
            NewFolder.fill(target, contents());
        } catch (IOException refused) {
            throw new SharingException("Can't write to " + target + ": " + refused.getMessage() + ".", refused);
        }
    }

    /// Writes the project as a zip file, in place of one that is there, as a whole or not at all. The same project
    /// gives the same bytes.
    ///
    /// @throws SharingException when the disk refuses
    public void toZip(Path target) throws SharingException {
        try {
            ZipWriter.write(target, contents());
        } catch (IOException refused) {
            throw new SharingException("Can't write " + target + ": " + refused.getMessage() + ".", refused);
        }
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final SortedMap<String, Path> files;
        private final List<String> leftOut;
        private final TreeSet<String> secrets;
        private Secrets values = Secrets.NONE;

        Walk(Path root, SortedMap<String, Path> files, List<String> leftOut, TreeSet<String> secrets) {
            this.root = root;
            this.files = files;
            this.leftOut = leftOut;
            this.secrets = secrets;
        }

        private String path(Path file) {
            return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.equals(root)) {
                return FileVisitResult.CONTINUE;
            }
            String reason = SharedPath.reasonToStay(path(folder));
            if (!reason.isEmpty()) {
                leftOut.add(path(folder) + "/ (" + reason + ")");
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Interrupted.check();
            String path = path(file);
            String reason = SharedPath.reasonToStay(path);
            if (!attributes.isRegularFile()) {
                leftOut.add(path + (attributes.isSymbolicLink() ? " (is a link)" : " (is no file)"));
            } else if (reason.isEmpty()) {
                files.put(path, file);
            } else {
                leftOut.add(path + " (" + reason + ")");
                if (reason.equals("has secrets")) {
                    addNames(file, secrets);
                    values = DevVars.secrets(Files.readString(file, StandardCharsets.UTF_8))
                            .and(values);
                }
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
