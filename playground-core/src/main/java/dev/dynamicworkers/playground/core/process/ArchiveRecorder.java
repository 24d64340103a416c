package dev.dynamicworkers.playground.core.process;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Makes the [EngineArchive] where there is none: one engine process that runs the warm-up is recorded, and a second
/// one tries what was recorded. Both run at the lowest priority on one processor. Whatever goes wrong is no fault of
/// anybody's: engines start slower. Owned by the [EngineFleet]; safe on any thread.
final class ArchiveRecorder implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ArchiveRecorder.class.getName());

    /// Half a minute of CPU time that others get first.
    private static final int LONGEST_MINUTES = 15;

    private static final Path NICE = Path.of("/usr/bin/nice");

    private final EngineLaunch launch;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private @Nullable Process running;

    @GuardedBy("lock")
    private boolean closed;

    ArchiveRecorder(EngineLaunch launch) {
        this.launch = launch;
    }

    /// Makes it, unless it is there, or another process is about to. Returns at once.
    void begin() {
        var archive = launch.archive();
        if (archive != null && archive.isWanted()) {
            Thread.ofVirtual().name("engine-archive").start(() -> make(archive));
        }
    }

    /// Makes it on the calling thread.
    void make(EngineArchive archive) {
        try {
            Files.createDirectories(archive.folder());
            try (var channel = FileChannel.open(
                            archive.folder().resolve("engine.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    var alone = channel.tryLock()) {
                if (alone != null && archive.isWanted()) {
                    record(archive);
                }
            }
        } catch (OverlappingFileLockException another) {
            LOG.log(System.Logger.Level.DEBUG, "another runtime of this process makes the archive", another);
        } catch (IOException unwritable) {
            LOG.log(System.Logger.Level.DEBUG, "no archive of the engine's classes", unwritable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void record(EngineArchive archive) throws IOException, InterruptedException {
        var draft = archive.draft();
        var folder = ChildFolders.make("recording");
        try {
            boolean recorded = succeeds(launch.commandThatRecords(folder, draft), folder) && Files.exists(draft);
            if (recorded && succeeds(launch.commandThatTries(folder, draft), folder)) {
                archive.accept(draft);
            } else if (isOpen()) {
                LOG.log(System.Logger.Level.DEBUG, "engines don't start from an archive of their classes here");
                archive.refuse(draft);
            } else {
                Files.deleteIfExists(draft);
            }
        } finally {
            ChildFolders.delete(folder);
        }
    }

    private boolean succeeds(List<String> command, Path folder) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(modest(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        EngineProcess.empty(builder.environment());
        Process process;
        synchronized (lock) {
            if (closed) {
                return false;
            }
            process = builder.start();
            running = process;
        }
        process.getOutputStream().close();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            kill(process);
        }
        return process.waitFor() == 0;
    }

    /// The command as one that everything else goes before, as far as the operating system lets us say so.
    private static List<String> modest(List<String> command) {
        var modest = new ArrayList<String>();
        if (File.separatorChar == '/' && Files.isExecutable(NICE)) {
            modest.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        modest.add(command.getFirst());
        modest.add("-XX:ActiveProcessorCount=1");
        modest.addAll(command.subList(1, command.size()));
        return modest;
    }

    private boolean isOpen() {
        synchronized (lock) {
            return !closed;
        }
    }

    /// With the process that it writes the archive in.
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /// Gives up what is being made; the next one begins anew.
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            if (running != null) {
                kill(running);
            }
        }
    }
}
