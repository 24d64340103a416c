package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.project.BindingDeclaration;
import dev.dynamicworkers.playground.core.project.ModuleFile;
import dev.dynamicworkers.playground.core.project.ModuleType;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.WranglerConfig;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.runtime.WorkerRuntime;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Runs a small project of our own when the engine process starts, so that a person's first request does not pay for
/// what every first request of a process pays for. No code of the person's project runs, and no network is there. It
/// begins no further round while a request of a project is under way: that one would have to share the processors.
final class WarmUp {
    private static final int ROUNDS = 3;
    private static final long CPU_MILLIS = 10_000;

    private static final Executor A_MOMENT_LATER = CompletableFuture.delayedExecutor(250, TimeUnit.MILLISECONDS);

    /// An engine that has served for as many moments is warm from that.
    private static final int MOST_WAITS = 40;

    private static final CompletableFuture<Boolean> NOW = CompletableFuture.completedFuture(true);

    private WarmUp() {}

    /// Starts it and returns at once.
    ///
    /// @param isBusy whether a request of a project is under way; for any thread
    /// @return the last answer, after the project was closed; fails with what went wrong, which harms nobody
    static CompletableFuture<InvocationResult> begin(WorkerRuntime runtime, BooleanSupplier isBusy) {
        var options = RuntimeOptions.DEFAULT.limiting(Limit.CPU, CPU_MILLIS);
        // Over the wire, whose first use takes as long as that of the engine.
        var sent = Wire.readAll(Wire.writeAll(project(), options));
        var running = runtime.start(
                Wire.part(sent, 0, Project.class), Wire.part(sent, 1, RuntimeOptions.class), WarmUp::write);
        var rounds = send(running);
        for (int i = 1; i < ROUNDS; i++) {
            rounds = rounds.thenCompose(result -> isBusy.getAsBoolean() ? whenIdle(isBusy, MOST_WAITS) : NOW)
                    .thenCompose(idle -> send(running));
        }
        return rounds.whenCompleteAsync((result, failure) -> running.close());
    }

    /// @return fails after too many waits
    private static CompletableFuture<Boolean> whenIdle(BooleanSupplier isBusy, int waits) {
        if (waits == 0) {
            return CompletableFuture.failedFuture(new IllegalStateException("requests come without an end"));
        }
        return CompletableFuture.supplyAsync(isBusy::getAsBoolean, A_MOMENT_LATER)
                .thenCompose(busy -> busy ? whenIdle(isBusy, waits - 1) : NOW);
    }

    private static CompletableFuture<InvocationResult> send(RunningProject running) {
        var request = new Invocation.Fetch(
                "GET", "http://warm-up/?name=World", List.of(), new RequestBody.None(), /* entrypoint= */ null);
        var sent = Wire.readAll(Wire.writeAll(request));
        return running.dispatch(Wire.part(sent, 0, Invocation.class)).thenApply(result -> {
            var unused = Wire.write(result);
            return result;
        });
    }

    private static void write(TailEvent event) {
        var unused = Wire.writeList(List.of(event), TailEvent.class);
    }

    private static Project project() {
        var config = new WranglerConfig(
                "wrangler.jsonc",
                "warm-up",
                "index.js",
                "2026-06-01",
                List.of(),
                List.of(new BindingDeclaration.WorkerLoader("LOADER")),
                List.of(),
                List.of(),
                Map.of());
        var parent = new ModuleFile("index.js", ModuleType.ES_MODULE, resource("warm-up-parent.js"));
        var child = new ModuleFile("child.txt", ModuleType.TEXT, resource("warm-up-child.js"));
        return new Project(
                Path.of("").toAbsolutePath(), config, Map.of(parent.path(), parent, child.path(), child), List.of());
    }

    private static byte[] resource(String name) {
        try (InputStream stream = Objects.requireNonNull(WarmUp.class.getResourceAsStream(name), name)) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
