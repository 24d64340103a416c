package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dynamicworkers.playground.core.host.HostSettings;
import dev.dynamicworkers.playground.core.host.ProjectHost;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.Retention;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.parallel.Isolated;

/// Dynamic workers that nobody uses are let go of, with all that was made for them, and none that somebody uses is.
///
/// The leak test has 200 loads by default, which take seconds; `-Dleak.loads=10000` gives it as many as that.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Isolated("it measures the heap")
final class RetentionTest {
    private static final int LOADS = Integer.getInteger("leak.loads", 200);

    /// The engine's compiler keeps data about what it has seen so far, some 20 MB however many loads there are. A
    /// worker that leaks keeps 100 KB alive at the least, which 400 loads would show.
    private static final long HEAP_TOLERANCE = 32L << 20;

    private LocalRuntime runtime;
    private Project project;

    @BeforeAll
    void start() {
        runtime = LocalRuntime.start();
        project = new ProjectReader().read(Path.of("src", "test", "resources", "retention"), Map.of());
    }

    @AfterAll
    void stop() {
        runtime.close();
    }

    @Test
    void nothingIsLeftOfWorkersThatCameAndWent(TestReporter report) {
        AtomicInteger open = new AtomicInteger();
        try (LocalProject running = run(new Retention(0, 4, Duration.ofMinutes(10)), open)) {
            // As much as it takes until all code paths have run and all caches are full.
            pass(running, Math.min(LOADS, 100));
            ProjectHost.Census before = settled(running);
            int threads = Thread.activeCount();
            long heap = usedHeap();
            pass(running, LOADS);
            ProjectHost.Census after = settled(running);
            long left = usedHeap() - heap;
            report.publishEntry("loads", String.valueOf(LOADS));
            report.publishEntry("left", after + ", heap KB " + left / 1024 + " over " + heap / 1024);
            assertThat(after).isEqualTo(before);
            assertThat(before.isolates()).as("the parent and four named ones").isEqualTo(5);
            assertThat(before.modules()).isEqualTo(5);
            assertThat(open).as("invocations that run").hasValue(0);
            // Who looks at memory and who compiles come and go.
            assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 3);
            assertThat(left).as("heap that %d loads left behind", LOADS).isLessThan(HEAP_TOLERANCE);
        }
    }

    private static void pass(LocalProject running, int loads) {
        request(running, "/unnamed?n=" + loads * 7 / 10);
        request(running, "/at-once?n=" + loads / 10);
        request(running, "/never-used?n=" + loads / 10);
        request(running, "/failing?n=" + loads / 20);
        request(running, "/named?n=" + loads / 20);
    }

    @Test
    void namedOnesLeaveByNumberAndByTime() {
        try (LocalProject running = run(new Retention(0, 10, Duration.ofMillis(300)), new AtomicInteger())) {
            request(running, "/named?n=14");
            assertThat(await(running.census()).names()).isLessThanOrEqualTo(10);
            for (int looks = 0; looks < 200 && await(running.census()).isolates() > 1; looks++) {
                pause();
            }
            ProjectHost.Census left = await(running.census());
            assertThat(left.isolates()).isEqualTo(1);
            assertThat(left.names()).isZero();
            List<IsolateSnapshot> ended = await(running.isolates());
            assertThat(ended).anyMatch(each -> "idle for 0 s".equals(each.endReason()));
        }
    }

    @Test
    void aWorkerInUseStays() {
        try (LocalProject running = run(new Retention(0, 0, Duration.ZERO), new AtomicInteger())) {
            request(running, "/held?n=10");
            assertThat(settled(running).isolates()).isEqualTo(1);
        }
    }

    @Test
    void aNameCanBeForgotten() {
        try (LocalProject running = run(Retention.DEFAULT, new AtomicInteger())) {
            assertThat(request(running, "/forgotten")).isEqualTo("1");
            assertThat(request(running, "/forgotten")).isEqualTo("2");
            assertThat(await(running.forget("kept"))).isEqualTo(1);
            assertThat(await(running.forget("kept"))).isZero();
            assertThat(request(running, "/forgotten")).isEqualTo("1");
            assertThat(evict(running, IsolateSnapshot.Role.DYNAMIC)).isTrue();
            assertThat(request(running, "/forgotten")).isEqualTo("1");
            assertThat(evict(running, IsolateSnapshot.Role.PARENT)).isFalse();
        }
    }

    @Test
    void aPersonCanKillOneIsolate() {
        try (LocalProject running = run(Retention.DEFAULT, new AtomicInteger())) {
            assertThat(request(running, "/forgotten")).isEqualTo("1");
            IsolateSnapshot child = await(running.isolates()).getLast();
            assertThat(await(running.kill(child.id()))).isTrue();
            assertThat(request(running, "/forgotten")).isEqualTo("1");
            assertThat(await(running.isolates()))
                    .filteredOn(each -> each.id().equals(child.id()))
                    .extracting(IsolateSnapshot::state, IsolateSnapshot::endReason)
                    .containsExactly(tuple(IsolateSnapshot.State.KILLED, "Killed by the user."));
            assertThat(await(running.kill(child.id()))).isFalse();
        }
    }

    private static boolean evict(LocalProject running, IsolateSnapshot.Role role) {
        IsolateSnapshot isolate = await(running.isolates()).stream()
                .filter(each -> each.role() == role && each.endReason() == null)
                .reduce((before, last) -> last)
                .orElseThrow();
        return await(running.evict(isolate.id()));
    }

    @Test
    void objectsDoNotKeepWhatTheyLoadedOnce() {
        try (LocalProject running = run(new Retention(0, 0, Duration.ZERO), new AtomicInteger())) {
            for (int i = 0; i < 12; i++) {
                assertThat(request(running, "/object")).isEqualTo("1");
            }
            assertThat(request(running, "/facet")).isEqualTo("1");
            for (int looks = 0; looks < 20 && await(running.census()).isolates() > 6; looks++) {
                System.gc();
                pause();
                request(running, "/object");
            }
            assertThat(await(running.census()).isolates())
                    .as("the engine has collected the stubs of most")
                    .isLessThanOrEqualTo(6);
            assertThat(request(running, "/facet"))
                    .as("a facet keeps its worker")
                    .isEqualTo("2");
        }
    }

    // ---- the project ----

    private LocalProject run(Retention retention, AtomicInteger open) {
        return runtime.start(
                project,
                RuntimeOptions.DEFAULT.keeping(retention),
                event -> {
                    switch (event) {
                        case TailEvent.Onset onset -> open.incrementAndGet();
                        case TailEvent.Outcome outcome -> open.decrementAndGet();
                        default -> {
                            // Nothing that is counted.
                        }
                    }
                },
                HostSettings.Additions.NONE);
    }

    private static String request(LocalProject running, String path) {
        InvocationResult result = await(running.dispatch(
                new Invocation.Fetch("GET", "http://x" + path, List.of(), new RequestBody.None(), null)));
        assertThat(result.error()).isNull();
        InvocationResult.WorkerResponse response = result.response();
        assertThat(response).isNotNull();
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /// What there is once the engine has collected the stubs that nobody can reach.
    private static ProjectHost.Census settled(LocalProject running) {
        usedHeap();
        request(running, "/");
        usedHeap();
        request(running, "/");
        return await(running.census());
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
            pause();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(30);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get(300, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
