package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.network.NetworkMode;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Loses, ends or changes real child processes whose runtime is a [FakeRuntime]; each test has one of its own.
final class RuntimeProcessLossTest {
    /// The end of each sentence that tells of a lost engine.
    static final String LOST =
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
    void anEngineThatSaysItIsDamagedIsReplaced() throws InterruptedException {
        var result = send("/damaged", new RequestBody.None());

        assertThat(result.outcome()).isEqualTo(EventOutcome.INTERNAL_ERROR);
        assertThat(Answers.error(result).message())
                .isEqualTo("The engine process was ended, because a part of it broke." + LOST);
        isServed();
    }

    @Test
    void anEngineWithAThreadThatMeetsABrokenClassIsReplaced() throws InterruptedException {
        var result = send("/broken-class", new RequestBody.None());

        assertThat(result.outcome()).isEqualTo(EventOutcome.INTERNAL_ERROR);
        assertThat(Answers.error(result).message()).startsWith("The engine process ended with exit code 70");
        isServed();
    }

    @Test
    void anEngineWhoseAnswerMeetsABrokenClassIsReplaced() throws InterruptedException {
        var result = send("/broken-answer", new RequestBody.None());

        assertThat(result.outcome()).isEqualTo(EventOutcome.INTERNAL_ERROR);
        assertThat(Answers.error(result).message())
                .isEqualTo("The engine process was ended, because a part of it is broken"
                        + " (Could not initialize class Part)." + LOST);
        isServed();
    }

    @Test
    void anEngineInWhichALockIsLeftTakenIsReplaced() throws InterruptedException {
        var result = send("/left-locked", new RequestBody.None());

        assertThat(result.outcome()).isEqualTo(EventOutcome.INTERNAL_ERROR);
        assertThat(Answers.error(result).message())
                .isEqualTo("The engine process was ended, because code that ran out of stack left a lock of it taken."
                        + LOST);
        isServed();
    }

    @Test
    void anEngineThatCannotEvenLogWhatIsBrokenIsReplaced() throws InterruptedException {
        var result = send("/broken-log", new RequestBody.None());

        assertThat(result.outcome()).isEqualTo(EventOutcome.INTERNAL_ERROR);
        assertThat(Answers.error(result).message()).startsWith("The engine process ended with exit code 70");
        isServed();
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

    private void isServed() throws InterruptedException {
        var result = send("/echo", new RequestBody.None());
        assertThat(result.outcome()).as("%s", result.error()).isEqualTo(EventOutcome.OK);
    }

    private void reopen() throws InterruptedException {
        project.close();
        project = runtime.start(Projects.full(), RuntimeOptions.DEFAULT, heard::add);
        Answers.of(project.ready());
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
    void queuesAreHandedOverAndCronsGoOnInTheNextEngine() throws InterruptedException {
        var fired = new LinkedBlockingQueue<String>();
        Answers.of(project.ready());
        assertThat(Answers.of(project.deliverQueued())).containsExactly(FakeRuntime.DELIVERY);
        project.startCrons((cron, result) -> fired.add(cron + " " + result.outcome()));
        assertThat(fired.poll(120, TimeUnit.SECONDS)).isEqualTo("* * * * * OK");

        // Nothing but the cron triggers asks for the engine that replaces this one.
        var unused = project.dispatch(RuntimeProcessTest.fetch("/exit", new RequestBody.None()));
        assertThat(fired.poll(120, TimeUnit.SECONDS)).isEqualTo("* * * * * OK");

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
        assertThat(Answers.of(newer.dispatch(RuntimeProcessTest.fetch("/echo", new RequestBody.None())))
                        .outcome())
                .isEqualTo(EventOutcome.OK);
        assertThat(pid()).isEqualTo(first);
        Answers.of(runtime.end());
        assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void killedEngineIsReplaced() throws InterruptedException {
        long first = pid();
        var outstanding = project.dispatch(RuntimeProcessTest.fetch("/hang", new RequestBody.None()));
        Answers.of(project.tests());

        assertThat(ProcessHandle.of(first).orElseThrow().destroyForcibly()).isTrue();

        assertThat(watcher.next()).isEqualTo("lost: The engine process was killed by signal 9." + LOST);
        var result = Answers.of(outstanding);
        assertThat(result.outcome()).isEqualTo(EventOutcome.INTERNAL_ERROR);
        assertThat(Answers.error(result).message()).isEqualTo("The engine process was killed by signal 9." + LOST);
        isServed();
        assertThat(watcher.next()).isEqualTo("started");
        assertThat(pid()).isNotEqualTo(first);
    }

    @Test
    void engineThatEndsByItselfIsReplaced() throws InterruptedException {
        assertThat(Answers.error(send("/exit", new RequestBody.None())).message())
                .isEqualTo("The engine process ended with exit code 3." + LOST);
        isServed();
    }

    /// As where the stop comes before the engine has begun with an invocation.
    @Test
    void stopReplacesAnEngineThatGoesOnAfterIt() throws InterruptedException {
        long first = pid();
        var missed = project.dispatch(RuntimeProcessTest.fetch("/ignore-stop", new RequestBody.None()));
        var heard = project.dispatch(RuntimeProcessTest.fetch("/hang", new RequestBody.None()));
        send("/echo", new RequestBody.None());

        Answers.of(project.stop());

        assertThat(Answers.of(heard).outcome()).isEqualTo(EventOutcome.CANCELED);
        assertThat(Answers.of(missed).outcome()).isEqualTo(EventOutcome.CANCELED);
        assertThat(pid()).isNotEqualTo(first);
    }

    @Test
    void stopReplacesAnEngineThatDoesNotYield() throws InterruptedException {
        long first = pid();
        var outstanding = project.dispatch(RuntimeProcessTest.fetch("/ignore-stop", new RequestBody.None()));
        send("/echo", new RequestBody.None());

        long begin = System.nanoTime();
        Answers.of(project.stop());
        var took = Duration.ofNanos(System.nanoTime() - begin);

        // How much longer it takes is what docs/benchmarks/run measures; a busy machine would fail a test of it.
        assertThat(took).isGreaterThan(Duration.ofMillis(240));
        assertThat(watcher.next())
                .isEqualTo("lost: The code did not stop within 250 ms, so the engine was restarted." + LOST);
        assertThat(Answers.of(outstanding).outcome()).isEqualTo(EventOutcome.CANCELED);
        assertThat(ProcessHandle.of(first)).isEmpty();
        isServed();
    }

    @Test
    void engineThatFallsSilentIsReplaced() throws InterruptedException, IOException {
        assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(pid()))
                        .start()
                        .waitFor())
                .isZero();

        // 3 s, and longer on a machine that is busy.
        assertThat(watcher.next()).matches("lost: The engine process did not answer for \\d+ s and was killed\\.");
        assertThat(watcher.next()).isEqualTo("started");
    }

    @Test
    void engineEndsWithItsInput() throws InterruptedException {
        var process = ProcessHandle.of(pid()).orElseThrow();

        runtime.close();

        Answers.of(process.onExit());
        assertThat(process.isAlive()).isFalse();
    }

    private long pid() throws InterruptedException {
        return Answers.of(runtime.status()).pid();
    }

    private InvocationResult send(String path, RequestBody body) throws InterruptedException {
        return Answers.of(project.dispatch(RuntimeProcessTest.fetch(path, body)));
    }
}
