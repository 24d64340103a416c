package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.util.AllowedTo;
import dev.dynamicworkers.playground.core.util.PlainLine;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One engine process of the operating system, with an emptied environment and a temporary folder of its own.
/// Owned by its [EngineConnection].
@AllowedTo(value = AllowedTo.Rule.START_THREADS, reason = "reads what the process says; ends with its pipe")
final class EngineProcess {
    private static final int KEPT_ERROR_OUTPUT = 8 * 1024;
    private static final int KILLED_BY_SIGNAL = 128;
    private static final int LONGEST_SENTENCE = 300;

    /// What HotSpot writes where a thread runs out of stack within a method that takes a lock (JEP 270): the lock is
    /// taken, and whoever called for it gets an error instead, so nobody lets go of it.
    private static final String LEFT_LOCKED = "VM warning: Potentially dangerous stack overflow in ReservedStackAccess";

    private final Process process;
    private final Path folder;
    private final StringBuffer errorOutput = new StringBuffer();
    private final CompletableFuture<String> broken = new CompletableFuture<>();
    private final Thread errorReader;

    private EngineProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        // Waits in the operating system for as long as the process lives: a virtual thread would hold a carrier.
        errorReader = Thread.ofPlatform().daemon().name("engine-errors").start(this::readErrors);
    }

    /// Starts a process.
    ///
    /// @throws IOException when the operating system refuses
    static EngineProcess start(EngineLaunch launch) throws IOException {
        return start(launch, launch::command);
    }

    /// Starts a process from the archive of classes, where there is one.
    ///
    /// @throws IOException when the operating system refuses
    static EngineProcess startFromArchive(EngineLaunch launch) throws IOException {
        return start(launch, launch::commandFromArchive);
    }

    private static EngineProcess start(EngineLaunch launch, Function<Path, List<String>> command) throws IOException {
        var folder = ChildFolders.make("engine");
        try {
            var builder = new ProcessBuilder(command.apply(folder)).directory(folder.toFile());
            empty(builder.environment());
            if (launch.virtualMachineOptions().isEmpty()) {
                builder.environment().put("TMPDIR", folder.toString());
            }
            return new EngineProcess(builder.start(), folder);
        } catch (IOException | RuntimeException failure) {
            ChildFolders.delete(folder);
            throw failure;
        }
    }

    /// Leaves what a child process needs of the environment.
    static void empty(Map<String, String> environment) {
        var systemRoot = environment.get("SystemRoot");
        environment.clear();
        if (File.separatorChar == '\\') {
            // Windows loads parts of itself by this variable.
            environment.put("SystemRoot", systemRoot == null ? "C:\\Windows" : systemRoot);
        } else {
            // File names are UTF-8.
            environment.put("LC_ALL", "C.UTF-8");
        }
    }

    InputStream input() {
        return process.getInputStream();
    }

    OutputStream output() {
        return process.getOutputStream();
    }

    /// Its own folder.
    Path folder() {
        return folder;
    }

    long pid() {
        return process.pid();
    }

    /// Completes where the virtual machine says that the process can't be trusted any more, with the reason as part of
    /// a sentence.
    CompletableFuture<String> broken() {
        return broken;
    }

    /// CPU time that all of its threads have had, null where the operating system does not tell or the process is gone.
    @Nullable
    Duration cpuTime() {
        return process.info().totalCpuDuration().orElse(null);
    }

    /// Kills the process.
    ///
    /// @return completes when it is gone
    CompletableFuture<Void> kill() {
        process.destroyForcibly();
        return process.onExit().thenAccept(gone -> ChildFolders.delete(folder));
    }

    /// Lets the process end by itself, which it does at the end of its input, and kills it if it does not.
    ///
    /// @return completes when it is gone
    CompletableFuture<Void> letEnd() {
        return process.onExit().completeOnTimeout(process, 1, TimeUnit.SECONDS).thenCompose(ended -> kill());
    }

    /// How the process ended, as part of a sentence. Waits a moment for the end.
    String end() throws InterruptedException {
        if (!process.waitFor(1, TimeUnit.SECONDS)) {
            return "closed its pipe";
        }
        errorReader.join(TimeUnit.SECONDS.toMillis(1));
        int code = process.exitValue();
        var how = code > KILLED_BY_SIGNAL
                ? "was killed by signal " + (code - KILLED_BY_SIGNAL)
                : "ended with exit code " + code;
        var said = errorOutput.toString().strip();
        var last = said.lines().reduce((first, second) -> second).orElse("");
        return last.isEmpty() ? how : how + ": " + PlainLine.of(last, LONGEST_SENTENCE);
    }

    private void readErrors() {
        try (var reader = process.errorReader(StandardCharsets.UTF_8)) {
            var piece = new char[KEPT_ERROR_OUTPUT];
            for (int count = reader.read(piece); count >= 0; count = reader.read(piece)) {
                var text = new String(piece, 0, count);
                errorOutput.append(text);
                if (errorOutput.indexOf(LEFT_LOCKED) >= 0) {
                    broken.complete("code that ran out of stack left a lock of it taken");
                }
                int surplus = errorOutput.length() - KEPT_ERROR_OUTPUT;
                if (surplus > 0) {
                    errorOutput.delete(0, surplus);
                }
                text.lines().forEach(EngineProcess::log);
            }
        } catch (IOException gone) {
            log("standard error closed: " + gone.getMessage());
        }
    }

    private static void log(String line) {
        // The process has masked it; whether it can be believed is another question.
        System.getLogger(EngineProcess.class.getName())
                .log(System.Logger.Level.DEBUG, () -> "engine: " + PlainLine.of(line, PlainLine.MOST));
    }
}
