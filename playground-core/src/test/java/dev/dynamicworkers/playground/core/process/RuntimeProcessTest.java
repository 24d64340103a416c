package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.runtime.EngineStatus;
import dev.dynamicworkers.playground.core.runtime.Header;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.ResponseListener;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Runs a real child process whose runtime is a [FakeRuntime], the same for all tests that leave it whole.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RuntimeProcessTest {
    private final RecordingWatcher watcher = new RecordingWatcher();
    private final List<TailEvent> heard = Collections.synchronizedList(new ArrayList<>());
    private RuntimeProcess runtime;
    private RunningProject project;

    @BeforeAll
    void startEngine() {
        runtime = RuntimeProcess.start(FakeEngineMain.launch(), watcher);
    }

    @BeforeEach
    void startProject() throws InterruptedException {
        heard.clear();
        project = runtime.start(Projects.full(), RuntimeOptions.DEFAULT, heard::add);
        Answers.of(project.ready());
    }

    @AfterEach
    void closeProject() {
        project.close();
    }

    @AfterAll
    void closeEngine() {
        runtime.close();
    }

    @Test
    void resultComesBackWhole() throws InterruptedException {
        var result = send("/echo", new RequestBody.Bytes(new byte[] {0, -1, 10, 13}));

        assertThat(result.outcome()).isEqualTo(EventOutcome.OK);
        assertThat(Answers.response(result).status()).isEqualTo(201);
        assertThat(Answers.response(result).headers())
                .containsExactly(new Header("x-fake", "one"), new Header("x-fake", "two"));
        assertThat(Answers.response(result).body()).containsExactly(0, -1, 10, 13);
        assertThat(result.isolates()).containsExactly(FakeRuntime.snapshot());
        assertThat(result.logs())
                .hasSize(1)
                .first()
                .extracting(TailEvent.LogLine::timestamp)
                .isEqualTo(FakeRuntime.TIME);
        assertThat(result.notes()).containsExactly("a note");
        assertThat(result.timing().totalMillis()).isEqualTo(1.5);
    }

    /// It never says that the code does not yield, as one whose threads all stand still for arithmetic; and no limit on
    /// the clock ends it.
    @Test
    void anEngineIsKilledByItsCpuTimeWhereItCannotTell() throws InterruptedException {
        var launch = FakeEngineMain.launch();
        var patient = new EngineLaunch(
                launch.launcher(),
                launch.virtualMachineOptions(),
                launch.heapMegabytes(),
                launch.stopGrace(),
                Duration.ofHours(1),
                Duration.ofHours(1),
                null,
                null,
                /* oneCommand= */ false);
        try (var other = RuntimeProcess.start(patient, new RecordingWatcher())) {
            var stubborn = other.start(Projects.full(), RuntimeOptions.DEFAULT, heard::add);

            var result = Answers.of(stubborn.dispatch(fetch("/ends-never", new RequestBody.None())));

            assertThat(result.outcome()).isEqualTo(EventOutcome.EXCEEDED_CPU);
            assertThat(Answers.error(result).message()).startsWith("It has had its CPU time");
        }
    }

    @Test
    void guestErrorsAreResults() throws InterruptedException {
        var result = send("/throw", new RequestBody.None());

        assertThat(result.outcome()).isEqualTo(EventOutcome.EXCEPTION);
        assertThat(result.response()).isNull();
        assertThat(Answers.error(result).frames()).hasSize(1);
    }

    @Test
    void streamedRequestBodyArrives() throws InterruptedException {
        var bytes = new byte[3_000_000];
        bytes[2_999_999] = 7;

        var result = send("/echo", new RequestBody.Stream(new ByteArrayInputStream(bytes)));

        assertThat(Answers.response(result).body()).isEqualTo(bytes);
    }

    @Test
    void manyInvocationsRunAtOnce() throws InterruptedException {
        var results = new ArrayList<CompletableFuture<InvocationResult>>();
        for (int i = 0; i < 200; i++) {
            results.add(project.dispatch(
                    fetch("/echo", new RequestBody.Bytes(("n" + i).getBytes(StandardCharsets.UTF_8)))));
        }
        for (int i = 0; i < 200; i++) {
            assertThat(Answers.response(Answers.of(results.get(i))).body())
                    .isEqualTo(("n" + i).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void logsOfAFloodArriveInOrderBeforeTheResult() throws InterruptedException {
        send("/logs?5000", new RequestBody.None());

        assertThat(heard)
                .extracting(event -> event instanceof TailEvent.LogLine line ? line.text() : "?")
                .hasSize(5000)
                .startsWith("line 0", "line 1")
                .endsWith("line 4999");
    }

    @Test
    void whatTheEnginePrintsDoesNotDisturbTheWire() throws InterruptedException {
        assertThat(Answers.response(send("/print", new RequestBody.None())).body())
                .isEqualTo("printed".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void environmentIsEmptied() throws InterruptedException {
        assertThat(new String(
                        Answers.response(send("/environment", new RequestBody.None()))
                                .body(),
                        StandardCharsets.UTF_8))
                .isEqualTo("LC_ALL");
    }

    @Test
    void testsAndIsolatesAreAskedFor() throws InterruptedException {
        assertThat(Answers.of(project.tests())).containsExactly("first", "second");
        assertThat(Answers.of(project.isolates())).containsExactly(FakeRuntime.snapshot());
    }

    @Test
    void listenerThatLeavesCancelsTheInvocation() throws InterruptedException {
        var result =
                Answers.of(project.dispatch(fetch("/pieces?100000", new RequestBody.None()), new ResponseListener() {
                    @Override
                    public void head(int status, String statusText, List<Header> headers) {}

                    @Override
                    public void chunk(byte[] bytes) {
                        throw new IllegalStateException("gone");
                    }

                    @Override
                    public void end(boolean complete) {}
                }));

        assertThat(result.outcome()).isEqualTo(EventOutcome.RESPONSE_STREAM_DISCONNECTED);
    }

    @Test
    void engineOfOneCommandIsReplacedOnlyForWhatIsLeftToDo() throws InterruptedException {
        var listening = new RecordingWatcher();
        try (var command = RuntimeProcess.start(FakeEngineMain.launch().forOneCommand(), listening)) {
            var running = command.start(Projects.full(), RuntimeOptions.DEFAULT, heard::add);
            var lost = Answers.of(running.dispatch(fetch("/exit", new RequestBody.None())));
            assertThat(Answers.error(lost).message())
                    .isEqualTo("The engine process ended with exit code 3." + RuntimeProcessLossTest.LOST);
            long first = Answers.of(command.status()).pid();
            assertThat(ProcessHandle.of(first)).as("the engine that was lost").isEmpty();

            var next = Answers.of(running.dispatch(fetch("/echo", new RequestBody.None())));

            assertThat(next.outcome()).isEqualTo(EventOutcome.OK);
            assertThat(Answers.of(command.status()).pid()).isNotEqualTo(first);
            assertThat(listening.losses()).hasSize(1);
        }
    }

    /// As the window does it: whoever hears of the loss closes the project, which has not been given another engine
    /// yet. One comes up all the same, before anybody asks for it.
    @Test
    void aProjectThatIsClosedWhenItsEngineIsLostLeavesTheNextOneToOthers() throws InterruptedException {
        var back = new CompletableFuture<Void>();
        var lost = new CompletableFuture<Void>();
        var open = new AtomicReference<@Nullable RunningProject>();
        EngineWatcher closing = new EngineWatcher() {
            @Override
            public void started(EngineStatus status) {
                if (lost.isDone()) {
                    back.complete(null);
                }
            }

            @Override
            public void lost(String reason) {
                Objects.requireNonNull(open.get()).close();
                lost.complete(null);
            }

            @Override
            public void failed(String reason) {}
        };
        try (var other = RuntimeProcess.start(FakeEngineMain.launch(), closing)) {
            open.set(other.start(Projects.full(), RuntimeOptions.DEFAULT, heard::add));
            var first = Answers.of(Objects.requireNonNull(open.get()).dispatch(fetch("/exit", new RequestBody.None())));
            assertThat(first.outcome()).isEqualTo(EventOutcome.INTERNAL_ERROR);
            Answers.of(lost);
            Answers.of(back);

            var next = other.start(Projects.full(), RuntimeOptions.DEFAULT, heard::add);
            assertThat(Answers.of(next.dispatch(fetch("/echo", new RequestBody.None())))
                            .outcome())
                    .isEqualTo(EventOutcome.OK);
        }
    }

    /// With an engine of its own, which has all the time that a busy machine takes to answer a stop.
    @Test
    void stopLeavesAnEngineThatYields() throws InterruptedException {
        try (var patient = RuntimeProcess.start(FakeEngineMain.launch(Duration.ofMinutes(1)), new RecordingWatcher())) {
            var stopped = patient.start(Projects.full(), RuntimeOptions.DEFAULT, heard::add);
            long first = Answers.of(patient.status()).pid();
            var outstanding = stopped.dispatch(fetch("/hang", new RequestBody.None()));
            Answers.of(stopped.tests());

            Answers.of(stopped.stop());

            assertThat(Answers.of(outstanding).outcome()).isEqualTo(EventOutcome.CANCELED);
            assertThat(Answers.of(patient.status()).pid()).isEqualTo(first);
        }
    }

    @Test
    void stopEndsWhatWaitsForAnEngine() throws InterruptedException {
        send("/echo", new RequestBody.None());
        var waiting = runtime.start(Projects.full(), RuntimeOptions.DEFAULT, heard::add);
        var undelivered = waiting.dispatch(fetch("/ignore-stop", new RequestBody.None()));

        Answers.of(waiting.stop());
        waiting.close();

        assertThat(Answers.of(undelivered).outcome()).isEqualTo(EventOutcome.CANCELED);
    }

    @Test
    void failureToStartIsTold() throws InterruptedException {
        var failing = new RecordingWatcher();
        var launch = new EngineLaunch(
                Path.of("/bin/false"), List.of("-x"), 64, Duration.ofMillis(250), Duration.ofSeconds(3));
        try (var broken = RuntimeProcess.start(launch, failing)) {
            assertThat(failing.next())
                    .isEqualTo("failed: The engine can't be started: The engine process ended with exit code 1.");
            var result = Answers.of(broken.start(Projects.full(), RuntimeOptions.DEFAULT, heard::add)
                    .dispatch(fetch("/echo", new RequestBody.None())));
            assertThat(result.outcome()).isEqualTo(EventOutcome.INTERNAL_ERROR);
        }
    }

    private InvocationResult send(String path, RequestBody body) throws InterruptedException {
        return Answers.of(project.dispatch(fetch(path, body)));
    }

    static Invocation fetch(String path, RequestBody body) {
        return new Invocation.Fetch("POST", "http://fake" + path, List.of(), body, null);
    }
}
