package dev.dynamicworkers.playground.core.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Temporary folders of child processes. The name of each says which process of the application made it and will delete
/// it; where that was killed, the next one that starts engines deletes what it left behind. Safe on any thread.
public final class ChildFolders {
    private static final System.Logger LOG = System.getLogger(ChildFolders.class.getName());

    /// Kind, process id and start of the owner in milliseconds, and what makes the name unique.
    private static final Pattern NAME = Pattern.compile("playground-[a-z]+-(\\d{1,18})-(\\d{1,18})-\\d+");

    private ChildFolders() {}

    /// Makes a folder that only the user of this process can read, where temporary files are.
    ///
    /// @param kind lower-case letters: what the child is
    public static Path make(String kind) throws IOException {
        return Files.createTempDirectory(prefix(kind));
    }

    static String prefix(String kind) {
        ProcessHandle self = ProcessHandle.current();
        return "playground-" + kind + "-" + self.pid() + "-" + startMillis(self) + "-";
    }

    /// Deletes what is left of processes of this user that are gone.
    static void deleteLeftBehind() {
        deleteLeftBehind(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static void deleteLeftBehind(Path parent) {
        try (Stream<Path> folders = Files.list(parent)) {
            for (Path folder : folders.toList()) {
                Matcher name = NAME.matcher(folder.getFileName().toString());
                if (name.matches()
                        && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                        && !isRunning(Long.parseLong(name.group(1)), Long.parseLong(name.group(2)))
                        && isOwn(folder)) {
                    delete(folder);
                }
            }
        } catch (IOException | UncheckedIOException | SecurityException unreadable) {
            LOG.log(System.Logger.Level.DEBUG, "temporary folders were not looked through", unreadable);
        }
    }

    /// Whether the owner lives. Ids are used again: a process that began at another time is another one.
    private static boolean isRunning(long pid, long startMillis) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process -> startMillis == 0 || startMillis(process) == 0 || startMillis(process) == startMillis)
                .orElse(false);
    }

    /// @return 0 where the operating system does not say
    private static long startMillis(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static boolean isOwn(Path folder) throws IOException {
        var self = folder.getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name"));
        return Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(self);
    }

    /// Deletes the folder of a process that is gone, with what is in it. Links in it are not followed.
    public static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException left) {
            LOG.log(System.Logger.Level.DEBUG, "left behind " + folder, left);
        }
    }
}
