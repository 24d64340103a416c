package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.debug.Breakpoint;
import dev.dynamicworkers.playground.core.debug.DebugPlan;
import dev.dynamicworkers.playground.core.debug.Look;
import dev.dynamicworkers.playground.core.debug.Pause;
import dev.dynamicworkers.playground.core.debug.PauseListener;
import dev.dynamicworkers.playground.core.debug.Seen;
import dev.dynamicworkers.playground.core.debug.Step;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.runtime.WorkerFixture;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Code stands still in an engine process of its own, and is stopped there.
@Timeout(180)
final class EngineDebuggerTest {
    private static final String CODE = """
        export default {
          fetch() {
            const tea = 'green';
            return new Response(tea);
          },
        };
        """;

    private final BlockingQueue<Pause> pauses = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> ends = new LinkedBlockingQueue<>();

    @Test
    void aPauseGoesOnAndIsStoppedAcrossTheProcess() throws IOException, InterruptedException {
        try (var runtime = RuntimeProcess.start(EngineLaunch.ofThisProcess(), new RecordingWatcher());
                var project = runtime.start(WorkerFixture.project(CODE), RuntimeOptions.DEFAULT, event -> {})) {
            project.watchPauses(new PauseListener() {
                @Override
                public void paused(Pause pause) {
                    pauses.add(pause);
                }

                @Override
                public void goesOn(long number) {
                    ends.add(number);
                }
            });
            // Before there is an engine: it is told when it comes.
            Answers.of(project.debug(new DebugPlan(
                    List.of(new Breakpoint("index.js", 4, null)), /* exceptions= */ false, /* statements= */ false)));
            var first = get(project);
            Pause pause = next(pauses);
            assertThat(pause.frames().getFirst().file()).isEqualTo("index.js");
            List<Seen> seen = Answers.of(project.look(pause.number(), new Look.Evaluate(0, "tea.length")));
            assertThat(seen.getFirst()).isEqualTo(new Seen("tea.length", "5", Seen.Kind.NUMBER, 0));
            Answers.of(project.goOn(pause.number(), Step.CONTINUE));
            assertThat(next(ends)).isEqualTo(pause.number());
            assertThat(Answers.of(first).outcome()).isEqualTo(EventOutcome.OK);

            var second = get(project);
            next(pauses);
            Answers.of(project.stop());
            assertThat(Answers.of(second).outcome()).isEqualTo(EventOutcome.CANCELED);
            next(ends);
        }
    }

    private static CompletableFuture<InvocationResult> get(RunningProject project) {
        return project.dispatch(new Invocation.Fetch(
                "GET", "http://fixture/", List.of(), new RequestBody.None(), /* entrypoint= */ null));
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        return Objects.requireNonNull(queue.poll(60, TimeUnit.SECONDS), "nothing came");
    }
}
