package dev.dynamicworkers.playground.core.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The reference runtime, as a process of its own that is asked over HTTP.
final class WorkerdTarget implements Target {
    private static final Pattern LISTENING = Pattern.compile("\"event\":\"listen\".*\"port\":([0-9]+)");

    private final Process process;
    private final Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    /// @param binary the executable `workerd`
    WorkerdTarget(Path binary) throws IOException {
        folder = Files.createTempDirectory("benchmark");
        Files.write(folder.resolve("parent.js"), EngineTarget.resource("parent.js"));
        Files.write(folder.resolve("config.capnp"), EngineTarget.resource("config.capnp"));
        process = new ProcessBuilder(
                        "sh", "-c", "exec \"$0\" serve --experimental --control-fd=1 config.capnp", binary.toString())
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        port = portFrom(process);
    }

    private static int portFrom(Process process) throws IOException {
        BufferedReader control =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = control.readLine(); line != null; line = control.readLine()) {
            Matcher matcher = LISTENING.matcher(line);
            if (matcher.find()) {
                return Integer.parseInt(Objects.requireNonNull(matcher.group(1)));
            }
        }
        throw new IOException("workerd ended before it listened");
    }

    @Override
    public String name() {
        return "workerd";
    }

    @Override
    public long request(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        long start = System.nanoTime();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        long end = System.nanoTime();
        if (response.statusCode() != 200) {
            throw new IOException(path + ": " + response.statusCode() + " " + response.body());
        }
        return end - start;
    }

    @Override
    public void reset() {
        // It collects workers without a name by itself.
    }

    @Override
    public long memoryBytes() throws IOException {
        return statusOf("VmRSS") * 1024;
    }

    @Override
    public long cpuNanos() throws IOException {
        // Fields 14 and 15 of proc_pid_stat(5), in ticks of 10 ms; the second field may hold spaces.
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10_000_000;
    }

    @Override
    public int threads() throws IOException {
        return (int) statusOf("Threads");
    }

    private long statusOf(String key) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith(key + ":")) {
                return Long.parseLong(line.substring(key.length() + 1)
                        .toLowerCase(Locale.ROOT)
                        .replace("kb", "")
                        .strip());
            }
        }
        throw new IOException("no " + key + " of process " + process.pid());
    }

    @Override
    public void close() {
        process.destroy();
        client.close();
        try {
            Files.deleteIfExists(folder.resolve("parent.js"));
            Files.deleteIfExists(folder.resolve("config.capnp"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
