package dev.dynamicworkers.playground.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `playground serve` in a process of its own. Where a line is missing, the failure has all that the process said, and
/// how it ended.
final class ServeProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("Listening on (http://127\\.0\\.0\\.1:\\d+)");

    /// Against hanging alone.
    private static final int PATIENCE_SECONDS = 180;

    /// Its bit in a set of signals.
    private static final long INTERRUPT = 1 << 1;

    private final Process process;
    private final List<String> said = new CopyOnWriteArrayList<>();

    /// Lines of standard output that nobody has waited for yet; empty for its end.
    private final BlockingQueue<Optional<String>> next = new LinkedBlockingQueue<>();

    private ServeProcess(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().name("serve-output").start(() -> {
            read(process.inputReader(StandardCharsets.UTF_8), /* isError= */ false);
            next.add(Optional.empty());
        });
        Thread.ofPlatform()
                .daemon()
                .name("serve-errors")
                .start(() -> read(process.errorReader(StandardCharsets.UTF_8), /* isError= */ true));
    }

    /// Serves the project of a folder on a free port.
    static ServeProcess of(Path folder) throws IOException {
        return new ServeProcess(CommandLineProcess.start("serve", folder.toString(), "--port", "0"));
    }

    private void read(BufferedReader reader, boolean isError) {
        try (reader) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                said.add(isError ? "error: " + line : line);
                if (!isError) {
                    next.add(Optional.of(line));
                }
            }
        } catch (IOException killed) {
            said.add("(" + killed.getMessage() + ")");
        }
    }

    /// Where it listens, once it does.
    URI address() throws InterruptedException {
        var match = ADDRESS.matcher(line("Listening on"));
        if (!match.matches()) {
            throw new AssertionError("no address in " + said);
        }
        return URI.create(match.group(1));
    }

    /// Waits for the next line that contains this.
    String line(String text) throws InterruptedException {
        while (true) {
            var line = next.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("'" + text + "' was not said in time: " + said);
            }
            if (line.isEmpty()) {
                next.add(line);
                throw new AssertionError(
                        "the server ended with code " + process.waitFor() + " before it said '" + text + "': " + said);
            }
            if (line.get().contains(text)) {
                return line.get();
            }
        }
    }

    /// Does what Ctrl+C does. What a shell starts in the background ignores that, and so does all that it starts in its
    /// turn: there a polite kill has to do, which ends a server in the same way.
    ///
    /// @return exit code
    int interrupt() throws IOException, InterruptedException {
        var signal = ignoresInterrupts() ? "-TERM" : "-INT";
        int sent = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (sent != 0 || !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the server goes on: " + said);
        }
        return process.exitValue();
    }

    /// Known on Linux alone.
    private static boolean ignoresInterrupts() throws IOException {
        var status = Path.of("/proc/self/status");
        return Files.isReadable(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & INTERRUPT) != 0);
    }

    /// Kills it, and waits until it is gone, and its engines with it: until then they hold the project's state.
    @Override
    public void close() {
        var engines = process.descendants().toList();
        process.destroyForcibly();
        CompletableFuture.allOf(Stream.concat(Stream.of(process.toHandle()), engines.stream())
                        .map(ProcessHandle::onExit)
                        .toArray(CompletableFuture[]::new))
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
