package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.project.BindingDeclaration;
import dev.dynamicworkers.playground.core.project.ModuleFile;
import dev.dynamicworkers.playground.core.project.ModuleType;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.WranglerConfig;
import dev.dynamicworkers.playground.core.trace.TailConsumer;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A worker of a test: one module that runs on an engine in this virtual machine.
public final class WorkerFixture implements AutoCloseable {
    private final RunningProject project;

    private WorkerFixture(RunningProject project) {
        this.project = project;
    }

    static WorkerFixture start(WorkerRuntime runtime, RuntimeOptions options, String code) {
        return start(runtime, options, code, event -> {});
    }

    static WorkerFixture start(WorkerRuntime runtime, RuntimeOptions options, String code, TailConsumer tail) {
        return new WorkerFixture(runtime.start(project(code), options, tail));
    }

    /// A project that is nowhere on disk: one module, with a loader and a namespace of the class `Room`.
    public static Project project(String code) {
        var config = new WranglerConfig(
                "wrangler.jsonc",
                "fixture",
                "index.js",
                "2026-01-01",
                List.of("nodejs_compat", "experimental"),
                List.of(
                        new BindingDeclaration.WorkerLoader("LOADER"),
                        new BindingDeclaration.DurableObject("ROOM", "Room", null)),
                List.of(),
                List.of(),
                Map.of("migrations", "[{\"tag\":\"v1\",\"new_sqlite_classes\":[\"Room\"]}]"));
        var module = new ModuleFile("index.js", ModuleType.ES_MODULE, code.getBytes(StandardCharsets.UTF_8));
        return new Project(Path.of("/nowhere").toAbsolutePath(), config, Map.of("index.js", module), List.of());
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
            return future.get(180, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        project.close();
    }
}
