package dev.dynamicworkers.playground.core.process;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keeps all that engine processes say on standard error, and has those that live write their threads down where one
/// owes an answer, for nobody can attach to them. Where there are no signals, or no Bash, it keeps nothing.
final class EngineWitness {
    private static final boolean HAS_SIGNALS = File.separatorChar == '/' && Files.isExecutable(Path.of("/bin/bash"));
    private static final int LONGEST = 400_000;
    private static final int MOST_FRAMES = 14;

    private final Path folder;

    /// @param folder for what they say
    EngineWitness(Path folder) {
        this.folder = folder;
    }

    /// The same launch, with what its processes say in a file each.
    EngineLaunch watching(EngineLaunch launch) throws IOException {
        if (!HAS_SIGNALS) {
            return launch;
        }
        Path script = folder.resolve("engine");
        // The application hears of it, too.
        Files.writeString(script, """
            #!/bin/bash
            exec '%s' "$@" 2> >(exec tee '%s/said-'$$ >&2)
            """.formatted(launch.launcher(), folder));
        if (!script.toFile().setExecutable(true)) {
            throw new IOException(script + " can't be made executable");
        }
        return new EngineLaunch(
                script,
                launch.virtualMachineOptions(),
                launch.heapMegabytes(),
                launch.stopGrace(),
                launch.silenceLimit(),
                launch.endLimit(),
                launch.reserveAfter(),
                launch.archive(),
                launch.oneCommand());
    }

    /// Waits for an answer.
    ///
    /// @param what is waited for
    <T> T answerOf(String what, CompletableFuture<T> future) throws InterruptedException {
        try {
            return Answers.of(future);
        } catch (AssertionError missing) {
            // What matters most comes last: of a long log often no more than the end is kept.
            throw new AssertionError(account() + "\n" + missing.getMessage() + ": " + what, missing.getCause());
        }
    }

    /// What each thread of this process and of those engine processes that live does now, and what these have said.
    String account() throws InterruptedException {
        var account = new StringBuilder("--- this process\n").append(ownThreads());
        for (Path said : all()) {
            long pid = Long.parseLong(said.getFileName().toString().replace("said-", ""));
            boolean lives = ProcessHandle.of(pid).isPresent();
            if (lives) {
                writeThreads(pid);
            }
            String text = read(said);
            account.append("\n--- engine process ")
                    .append(pid)
                    .append(lives ? ", which lives, said\n" : ", which has ended, said\n")
                    .append(text, Math.max(0, text.length() - LONGEST), text.length());
            if (lives) {
                account.append("\n--- its threads that run our code\n").append(ours(text));
            }
        }
        return account.toString();
    }

    /// Of a dump, the tops of those stacks that have one of our frames.
    private static String ours(String dump) {
        return Stream.of(dump.split("\n\n", -1))
                .filter(stack -> stack.startsWith("\"") && stack.contains("dynamicworkers"))
                .map(stack -> stack.lines().limit(MOST_FRAMES).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
    }

    /// Threads of this process, virtual ones included: some take what an engine sends.
    private String ownThreads() {
        Path file = folder.resolve("threads-" + System.nanoTime());
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> all() {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.filter(each -> each.getFileName().toString().startsWith("said-"))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeThreads(long pid) throws InterruptedException {
        try {
            var told = new ProcessBuilder("kill", "-QUIT", String.valueOf(pid)).start();
            if (told.waitFor(5, TimeUnit.SECONDS)) {
                // It writes them at its next safepoint.
                TimeUnit.SECONDS.sleep(2);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
