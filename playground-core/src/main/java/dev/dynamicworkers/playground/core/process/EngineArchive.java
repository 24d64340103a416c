package dev.dynamicworkers.playground.core.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// The archive of classes and profiles that engine processes start from (an AOT cache of the virtual machine), in the
/// user's cache folder. Its name changes with all that it depends on: the virtual machine, its options and the jars.
/// Any process may make, use or delete it; without it engines work and start slower. Safe on any thread.
///
/// @param folder the user's cache folder, which need not exist
/// @param stamp of all that an archive depends on
public record EngineArchive(Path folder, String stamp) {
    private static final System.Logger LOG = System.getLogger(EngineArchive.class.getName());
    private static final String PREFIX = "engine-";
    private static final String SUFFIX = ".aot";

    /// Archives that are kept: that of this version and the one made before it, which another version may use.
    private static final int KEPT = 2;

    private static final int STAMP_LENGTH = 16;

    /// @param options of the virtual machine, its paths included
    /// @param files that an archive depends on, such as the jars of the module path
    static EngineArchive of(Path folder, List<String> options, List<Path> files) {
        var parts = new ArrayList<String>();
        parts.add(System.getProperty("java.vm.version", ""));
        parts.add(System.getProperty("java.home", ""));
        parts.addAll(options);
        for (var file : files) {
            parts.add(file + " " + sizeAndTime(file));
        }
        return new EngineArchive(folder, digest(String.join("\n", parts)));
    }

    private static String sizeAndTime(Path file) {
        try {
            return Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException gone) {
            return gone.getClass().getName();
        }
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, STAMP_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Path file() {
        return folder.resolve(PREFIX + stamp + SUFFIX);
    }

    /// What is there when an archive that was just made could not be used: another one would be no better.
    private Path refusal() {
        return folder.resolve(PREFIX + stamp + ".refused");
    }

    boolean isThere() {
        return Files.isRegularFile(file());
    }

    /// Whether one should be made.
    boolean isWanted() {
        return !isThere() && !Files.exists(refusal());
    }

    /// Options of an engine process that uses the archive or does not start, empty where there is none: a virtual
    /// machine that may go on without it says nothing of a damaged one.
    List<String> options() {
        return isThere() ? List.of("-XX:AOTMode=on", "-XX:AOTCache=" + file()) : List.of();
    }

    /// Deletes the archive: an engine started without it that had not started with it.
    void discard() {
        delete(file());
    }

    /// Makes the folder, and deletes what a process left in it that was killed while it recorded.
    ///
    /// @return where an archive may be written to that is not whole yet
    /// @throws IOException when the disk refuses
    Path draft() throws IOException {
        Files.createDirectories(folder);
        var draft = folder.resolve(PREFIX + stamp + ".draft");
        for (var left : files(".draft")) {
            delete(left);
        }
        return draft;
    }

    /// Takes a draft that was tried: at once or not at all.
    ///
    /// @throws IOException when the disk refuses
    void accept(Path draft) throws IOException {
        try {
            Files.move(draft, file(), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unusual) {
            LOG.log(System.Logger.Level.DEBUG, "moved in two steps", unusual);
            Files.move(draft, file(), StandardCopyOption.REPLACE_EXISTING);
        }
        var old = files(SUFFIX);
        old.stream().skip(KEPT).forEach(EngineArchive::delete);
        files(".refused").forEach(EngineArchive::delete);
    }

    /// Remembers that no engine starts from an archive here, until something changes that it depends on.
    ///
    /// @throws IOException when the disk refuses
    void refuse(Path draft) throws IOException {
        delete(draft);
        Files.writeString(refusal(), "");
    }

    /// The newest first.
    private List<Path> files(String suffix) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.getFileName().toString().startsWith(PREFIX)
                            && file.getFileName().toString().contains(suffix))
                    .sorted(Comparator.comparing(EngineArchive::modified).reversed())
                    .toList();
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.TRACE, "deleted meanwhile", gone);
            return FileTime.fromMillis(0);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException used) {
            // Windows deletes no file that a process uses; the next archive is the next occasion.
            LOG.log(System.Logger.Level.DEBUG, "not deleted: " + file, used);
        }
    }

    /// The jars of a path, those of its folders included: a virtual machine archives no classes of folders.
    static List<Path> jars(String path) {
        var jars = new ArrayList<Path>();
        for (var entry : path.isEmpty() ? new String[0] : path.split(File.pathSeparator, -1)) {
            var file = Path.of(entry).toAbsolutePath().normalize();
            if (!Files.isDirectory(file)) {
                jars.add(file);
                continue;
            }
            try (Stream<Path> inside = Files.list(file)) {
                var found = inside.filter(each -> each.getFileName().toString().endsWith(".jar"))
                        .sorted()
                        .toList();
                // A folder of classes stays one.
                jars.addAll(found.isEmpty() ? List.of(file) : found);
            } catch (IOException unreadable) {
                LOG.log(System.Logger.Level.DEBUG, "not listed: " + file, unreadable);
                jars.add(file);
            }
        }
        return jars;
    }
}
