package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.network.NetworkMode;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
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
import dev.dynamicworkers.playground.core.worker.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Runs a real child process whose runtime is a [FakeRuntime].
final class RuntimeProcessTest {
    private static final String LOST =
            " What its workers had in memory and had stored is lost: the project keeps no state on disk.";

    private final RecordingWatcher watcher = new RecordingWatcher();
    private final List<TailEvent> heard = Collections.synchronizedList(new ArrayList<>());
    private RuntimeProcess runtime;
    private RunningProject project;

    @BeforeEach
    void startEngine() throws InterruptedException {
        runtime = RuntimeProcess.start(FakeEngineMain.launch(), watcher);
        project = runtime.start(Projects.full(), RuntimeOptions.DEFAULT, heard::add);
        assertThat(watcher.next()).isEqualTo("started");
    }

    @AfterEach
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
            project = other.start(Projects.full(), RuntimeOptions.DEFAULT, heard::add);

            var result = send("/ends-never", new RequestBody.None());

            assertThat(result.outcome()).isEqualTo(EventOutcome.EXCEEDED_CPU);
            assertThat(Answers.error(result).message()).startsWith("It has had its CPU time");
        }
    }

    @Test
    void anEngineThatSaysItIsDamagedIsReplaced() throws InterruptedException {
        var result = send("/damaged", new RequestBody.None());

        assertThat(result.outcome()).isEqualTo(EventOutcome.INTERNAL_ERROR);
        assertThat(Answers.error(result).message())
                .isEqualTo("The engine process was ended, because a part of it broke." + LOST);
        assertThat(send("/echo", new RequestBody.None()).outcome()).isEqualTo(EventOutcome.OK);
    }

    @Test
    void anEngineWithAThreadThatMeetsABrokenClassIsReplaced() throws InterruptedException {
        var result = send("/broken-class", new RequestBody.None());

        assertThat(result.outcome()).isEqualTo(EventOutcome.INTERNAL_ERROR);
        assertThat(Answers.error(result).message()).startsWith("The engine process ended with exit code 70");
        assertThat(send("/echo", new RequestBody.None()).outcome()).isEqualTo(EventOutcome.OK);
    }

    @Test
    void anEngineWithABrokenClassGoesToNoOtherProject() throws InterruptedException {
        Answers.of(project.ready());
        long first = Answers.of(runtime.status()).pid();
        reopen();
        assertThat(Answers.of(runtime.status()).pid())
                .as("the engine was passed on")
                .isEqualTo(first);

        assertThat(Answers.of(project.forget(FakeRuntime.BREAKS_A_CLASS))).isEqualTo(1);
        reopen();

        assertThat(Answers.of(runtime.status()).pid()).isNotEqualTo(first);
    }

    private void reopen() throws InterruptedException {
        project.close();
        project = runtime.start(Projects.full(), RuntimeOptions.DEFAULT, heard::add);
        Answers.of(project.ready());
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
    void rulesAndQuestionsGoOverTheWire() throws InterruptedException {
        assertThat(text("/network")).isEqualTo("blocked");
        Answers.of(project.updateNetwork(NetworkRules.of(NetworkMode.OPEN)));
        assertThat(text("/network")).isEqualTo("open");

        assertThat(text("/ask")).contains("nobody is there to be asked");
        project.answerQuestions(question -> CompletableFuture.completedFuture(
                question.deadline().equals(FakeRuntime.DEADLINE) ? Verdict.ALLOW : Verdict.DENY));
        assertThat(text("/ask")).isEqualTo("ALLOW");
        project.answerQuestions(question -> {
            throw new IllegalStateException("a broken window");
        });
        assertThat(text("/ask")).isEqualTo("DENY");

        // An engine that comes later begins with the rules that were set last.
        send("/exit", new RequestBody.None());
        assertThat(watcher.next()).startsWith("lost: ");
        assertThat(watcher.next()).isEqualTo("started");
        assertThat(text("/network")).isEqualTo("open");
    }

    private String text(String path) throws InterruptedException {
        return new String(Answers.response(send(path, new RequestBody.None())).body(), StandardCharsets.UTF_8);
    }

    @Test
    void anEngineThatBreaksTheProtocolIsEnded() throws InterruptedException {
        var result = send("/garbage", new RequestBody.None());

        assertThat(result.outcome()).isEqualTo(EventOutcome.INTERNAL_ERROR);
        assertThat(watcher.next())
                .startsWith("lost: The engine process was ended, because it sent a message of 2147483647 bytes.");
        assertThat(watcher.next()).isEqualTo("started");
        assertThat(text("/network")).isEqualTo("blocked");
    }

    @Test
    void testsAndIsolatesAreAskedFor() throws InterruptedException {
        assertThat(Answers.of(project.tests())).containsExactly("first", "second");
        assertThat(Answers.of(project.isolates())).containsExactly(FakeRuntime.snapshot());
    }

    @Test
    void queuesAreHandedOverAndCronsGoOnInTheNextEngine() throws InterruptedException {
        var fired = new LinkedBlockingQueue<String>();
        Answers.of(project.ready());
        assertThat(Answers.of(project.deliverQueued())).containsExactly(FakeRuntime.DELIVERY);
        project.startCrons((cron, result) -> fired.add(cron + " " + result.outcome()));
        assertThat(fired.poll(30, TimeUnit.SECONDS)).isEqualTo("* * * * * OK");

        // Nothing but the cron triggers asks for the engine that replaces this one.
        var unused = project.dispatch(fetch("/exit", new RequestBody.None()));
        assertThat(fired.poll(30, TimeUnit.SECONDS)).isEqualTo("* * * * * OK");

        project.stopCrons();
        assertThat(watcher.next()).startsWith("lost: ");
        assertThat(watcher.next()).isEqualTo("started");
        send("/exit", new RequestBody.None());
        send("/echo", new RequestBody.None());
        assertThat(fired).isEmpty();
    }

    @Test
    void aNewerReadingSharesTheEngineOfTheOlder() throws InterruptedException {
        send("/echo", new RequestBody.None());
        long first = pid();
        var newer = runtime.startBeside(project, Projects.full(), RuntimeOptions.DEFAULT, heard::add);
        Answers.of(newer.ready());
        project.close();
        assertThat(Answers.of(newer.dispatch(fetch("/echo", new RequestBody.None())))
                        .outcome())
                .isEqualTo(EventOutcome.OK);
        assertThat(pid()).isEqualTo(first);
        Answers.of(runtime.end());
        assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
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
    void killedEngineIsReplaced() throws InterruptedException {
        long first = pid();
        var outstanding = project.dispatch(fetch("/hang", new RequestBody.None()));
        Answers.of(project.tests());

        assertThat(ProcessHandle.of(first).orElseThrow().destroyForcibly()).isTrue();

        assertThat(watcher.next()).isEqualTo("lost: The engine process was killed by signal 9." + LOST);
        var result = Answers.of(outstanding);
        assertThat(result.outcome()).isEqualTo(EventOutcome.INTERNAL_ERROR);
        assertThat(Answers.error(result).message()).isEqualTo("The engine process was killed by signal 9." + LOST);
        assertThat(send("/echo", new RequestBody.None()).outcome()).isEqualTo(EventOutcome.OK);
        assertThat(watcher.next()).isEqualTo("started");
        assertThat(pid()).isNotEqualTo(first);
    }

    @Test
    void engineOfOneCommandIsReplacedOnlyForWhatIsLeftToDo() throws InterruptedException {
        var listening = new RecordingWatcher();
        try (var command = RuntimeProcess.start(FakeEngineMain.launch().forOneCommand(), listening)) {
            var running = command.start(Projects.full(), RuntimeOptions.DEFAULT, heard::add);
            var lost = Answers.of(running.dispatch(fetch("/exit", new RequestBody.None())));
            assertThat(Answers.error(lost).message()).isEqualTo("The engine process ended with exit code 3." + LOST);
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

    @Test
    void engineThatEndsByItselfIsReplaced() throws InterruptedException {
        assertThat(Answers.error(send("/exit", new RequestBody.None())).message())
                .isEqualTo("The engine process ended with exit code 3." + LOST);
        assertThat(send("/echo", new RequestBody.None()).outcome()).isEqualTo(EventOutcome.OK);
    }

    @Test
    void stopLeavesAnEngineThatYields() throws InterruptedException {
        long first = pid();
        var outstanding = project.dispatch(fetch("/hang", new RequestBody.None()));
        Answers.of(project.tests());

        Answers.of(project.stop());

        assertThat(Answers.of(outstanding).outcome()).isEqualTo(EventOutcome.CANCELED);
        assertThat(pid()).isEqualTo(first);
    }

    /// As where the stop comes before the engine has begun with an invocation.
    @Test
    void stopReplacesAnEngineThatGoesOnAfterIt() throws InterruptedException {
        long first = pid();
        var missed = project.dispatch(fetch("/ignore-stop", new RequestBody.None()));
        var heard = project.dispatch(fetch("/hang", new RequestBody.None()));
        send("/echo", new RequestBody.None());

        Answers.of(project.stop());

        assertThat(Answers.of(heard).outcome()).isEqualTo(EventOutcome.CANCELED);
        assertThat(Answers.of(missed).outcome()).isEqualTo(EventOutcome.CANCELED);
        assertThat(pid()).isNotEqualTo(first);
    }

    @Test
    void stopEndsWhatWaitsForAnEngine() throws InterruptedException {
        send("/echo", new RequestBody.None());
        var waiting = runtime.start(Projects.full(), RuntimeOptions.DEFAULT, heard::add);
        var undelivered = waiting.dispatch(fetch("/ignore-stop", new RequestBody.None()));

        Answers.of(waiting.stop());

        assertThat(Answers.of(undelivered).outcome()).isEqualTo(EventOutcome.CANCELED);
    }

    @Test
    void stopReplacesAnEngineThatDoesNotYield() throws InterruptedException {
        long first = pid();
        var outstanding = project.dispatch(fetch("/ignore-stop", new RequestBody.None()));
        send("/echo", new RequestBody.None());

        long begin = System.nanoTime();
        Answers.of(project.stop());
        var took = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(took).isBetween(Duration.ofMillis(240), Duration.ofSeconds(3));
        assertThat(watcher.next())
                .isEqualTo("lost: The code did not stop within 250 ms, so the engine was restarted." + LOST);
        assertThat(Answers.of(outstanding).outcome()).isEqualTo(EventOutcome.CANCELED);
        assertThat(ProcessHandle.of(first)).isEmpty();
        assertThat(send("/echo", new RequestBody.None()).outcome()).isEqualTo(EventOutcome.OK);
    }

    @Test
    void engineThatFallsSilentIsReplaced() throws InterruptedException, IOException {
        assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(pid()))
                        .start()
                        .waitFor())
                .isZero();

        assertThat(watcher.next()).isEqualTo("lost: The engine process did not answer for 3 s and was killed.");
        assertThat(watcher.next()).isEqualTo("started");
    }

    @Test
    void engineEndsWithItsInput() throws InterruptedException {
        var process = ProcessHandle.of(pid()).orElseThrow();

        runtime.close();

        Answers.of(process.onExit());
        assertThat(process.isAlive()).isFalse();
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

    private long pid() throws InterruptedException {
        return Answers.of(runtime.status()).pid();
    }

    private InvocationResult send(String path, RequestBody body) throws InterruptedException {
        return Answers.of(project.dispatch(fetch(path, body)));
    }

    private static Invocation fetch(String path, RequestBody body) {
        return new Invocation.Fetch("POST", "http://fake" + path, List.of(), body, null);
    }
}
