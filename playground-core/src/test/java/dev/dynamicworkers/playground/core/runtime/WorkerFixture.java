package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.trace.TailConsumer;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A worker of a test: one module that runs on an engine in this virtual machine.
final class WorkerFixture implements AutoCloseable {
    private static final String CONFIG = """
        {"name": "fixture", "main": "index.js", "compatibility_date": "2026-01-01",
         "compatibility_flags": ["nodejs_compat", "experimental"],
         "worker_loaders": [{"binding": "LOADER"}],
         "durable_objects": {"bindings": [{"name": "ROOM", "class_name": "Room"}]},
         "migrations": [{"tag": "v1", "new_sqlite_classes": ["Room"]}]}
        """;

    private final RunningProject project;

    private WorkerFixture(RunningProject project) {
        this.project = project;
    }

    static WorkerFixture start(WorkerRuntime runtime, Path folder, RuntimeOptions options, String code)
            throws IOException {
        return start(runtime, folder, options, code, event -> {});
    }

    static WorkerFixture start(
            WorkerRuntime runtime, Path folder, RuntimeOptions options, String code, TailConsumer tail)
            throws IOException {
        Path home = Files.createTempDirectory(folder, "worker");
        Files.writeString(home.resolve("wrangler.jsonc"), CONFIG);
        Files.writeString(home.resolve("index.js"), code);
        return new WorkerFixture(runtime.start(new ProjectReader().read(home, Map.of()), options, tail));
    }

    InvocationResult send(Invocation invocation) {
        return await(project.dispatch(invocation));
    }

    InvocationResult get(String path) {
        return send(new Invocation.Fetch(
                "GET", "http://fixture" + path, List.of(), new RequestBody.None(), /* entrypoint= */ null));
    }

    static String text(InvocationResult result) {
        return new String(
                Objects.requireNonNull(result.response(), () -> "no response: " + result.error())
                        .body(),
                StandardCharsets.UTF_8);
    }

    static List<String> logs(InvocationResult result) {
        return result.logs().stream().map(TailEvent.LogLine::text).toList();
    }

    static <T> T await(Future<T> future) {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        project.close();
    }
}
