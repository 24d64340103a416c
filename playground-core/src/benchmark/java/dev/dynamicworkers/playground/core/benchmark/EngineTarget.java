package dev.dynamicworkers.playground.core.benchmark;

import dev.dynamicworkers.playground.core.host.HostSettings;
import dev.dynamicworkers.playground.core.host.ProjectHost;
import dev.dynamicworkers.playground.core.io.Body;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.FetchCall;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.isolate.SharedEngine;
import dev.dynamicworkers.playground.core.project.BindingDeclaration;
import dev.dynamicworkers.playground.core.project.ModuleFile;
import dev.dynamicworkers.playground.core.project.ModuleType;
import dev.dynamicworkers.playground.core.project.Overlay;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.WranglerConfig;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.worker.Limit;
import dev.dynamicworkers.playground.core.worker.Limits;
import dev.dynamicworkers.playground.core.worker.Retention;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// The engine of the playground, in this process, without the façade that measures isolates after every request.
final class EngineTarget implements Target {
    private static final String PROJECT = "benchmark";

    /// Threads whose CPU time counts: the event loop, and the one that makes isolates ahead of need.
    private static final Set<String> WORKING = Set.of("worker " + PROJECT, "isolate primer");

    private final ProjectHost host;

    /// Starts the measured program on an engine.
    EngineTarget(SharedEngine engine) {
        WranglerConfig config = new WranglerConfig(
                "wrangler.jsonc",
                PROJECT,
                "parent.js",
                "2026-01-01",
                List.of(),
                List.of(new BindingDeclaration.WorkerLoader("LOADER")),
                List.of(),
                List.of(),
                Map.of());
        ModuleFile parent = new ModuleFile("parent.js", ModuleType.ES_MODULE, resource("parent.js"));
        Project project = new Project(Path.of("").toAbsolutePath(), config, Map.of("parent.js", parent), List.of());
        host = new ProjectHost(new HostSettings(
                engine,
                project,
                null,
                Limits.DEFAULT
                        .with(Limit.CPU, Limit.CPU.most())
                        .with(Limit.SUBREQUESTS, Limit.SUBREQUESTS.most())
                        .with(Limit.DYNAMIC_WORKERS, Limit.DYNAMIC_WORKERS.most())
                        .with(Limit.ISOLATES, Limit.ISOLATES.most()),
                NetworkRules.BLOCKED,
                event -> {},
                (invocation, outcome) -> {},
                HostSettings.Additions.NONE,
                new Retention(20, Integer.MAX_VALUE, Duration.ofDays(1)),
                Overlay.NONE,
                /* recordsCalls= */ false,
                () -> {}));
    }

    /// A file that lies beside this class.
    static byte[] resource(String name) {
        try (InputStream in = EngineTarget.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "playground";
    }

    @Override
    public long request(String path) throws IOException, InterruptedException {
        Request request = new Request();
        long start = System.nanoTime();
        FetchMessage message = new FetchMessage("GET", "http://benchmark" + path, "", Body.NONE, "manual", null);
        host.loop().post(() -> host.parentEntrypoint("default").fetch(message, request));
        long end = waitFor(request.answered);
        CompletableFuture<Boolean> quiet = new CompletableFuture<>();
        host.loop().post(() -> {
            if (host.hasLiveInvocations()) {
                host.whenQuiet(() -> quiet.complete(true));
            } else {
                quiet.complete(true);
            }
        });
        waitFor(quiet);
        return end - start;
    }

    private static <T> T waitFor(CompletableFuture<T> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void reset() throws IOException, InterruptedException {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        host.loop().post(() -> {
            host.reset();
            done.complete(true);
        });
        waitFor(done);
    }

    @Override
    public long memoryBytes() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Override
    public long cpuNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && WORKING.contains(thread.getThreadName())) {
                sum += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return sum;
    }

    @Override
    public int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    @Override
    public void close() {
        host.close();
    }

    /// A request from outside that ends with the time of its answer.
    private static final class Request implements FetchCall {
        private final CompletableFuture<Long> answered = new CompletableFuture<>();

        @Override
        public @Nullable InvocationContext sender() {
            return null;
        }

        @Override
        public void respond(Answer answer) {
            answered.complete(System.nanoTime());
        }

        @Override
        public void fail(Failure failure) {
            answered.completeExceptionally(new IOException(
                    failure.error().name() + ": " + failure.error().message()));
        }

        @Override
        public void deliveredTo(InvocationContext callee) {
            // Nobody cancels it.
        }
    }
}
