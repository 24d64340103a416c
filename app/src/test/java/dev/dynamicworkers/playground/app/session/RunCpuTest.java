package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The figure of a run and its shares agree with each other, and with those that limits are about.
final class RunCpuTest {
    private static final IsolateTag PARENT = IsolateTag.of("parent", IsolateSnapshot.Role.PARENT);
    private static final IsolateTag LOOP = IsolateTag.of("loop", IsolateSnapshot.Role.DYNAMIC);

    private static RunSpan span(IsolateTag isolate, long invocation, long cause, @Nullable Double cpu) {
        return new RunSpan(isolate, invocation, cause, "fetch", "GET /", 0, 1.0, cpu, "ok");
    }

    private static RunRecord run(double parentMillis, RunSpan... spans) {
        return new RunRecord(
                1,
                Instant.EPOCH,
                new RequestDraft("GET", "/", List.of(), ""),
                RunVerdict.OK,
                null,
                null,
                null,
                List.of(),
                "",
                List.of(),
                List.of(),
                new RunTiming(0, 0, 0, 0, 1, parentMillis),
                RunRecord.Start.WARM,
                List.of(),
                List.of(spans),
                List.of(),
                "");
    }

    @Test
    void aParentAloneHasTheFigureOfItsEvent() {
        RunCpu cpu = RunCpu.of(run(18.9, span(PARENT, 0, 0, null), span(PARENT, 7, 0, 18.9)));
        assertThat(cpu.text()).isEqualTo("CPU 18.9 ms");
        assertThat(cpu.breakdown()).isEqualTo("parent 18.9 ms");
    }

    @Test
    void dynamicWorkersAreCountedAndNamed() {
        RunCpu cpu = RunCpu.of(run(
                18.9,
                span(PARENT, 7, 0, 18.9),
                span(LOOP, 8, 7, 21_000.0),
                span(PARENT, 9, 8, 0.5),
                span(LOOP, 10, 7, 281.0),
                span(LOOP, 11, 7, null)));
        assertThat(cpu.text()).isEqualTo("CPU 21.3 s in 2 isolates");
        assertThat(cpu.breakdown()).isEqualTo("parent 19.4 ms, loop 21.3 s");
        assertThat(cpu.shares().getLast())
                .isEqualTo(new RunCpu.Share(LOOP, 2, 21_281.0, 21_000.0))
                .extracting(RunCpu.Share::words)
                .isEqualTo("CPU time of its 2 events, 21.0 s the most");
        assertThat(cpu.millis())
                .isEqualTo(
                        cpu.shares().stream().mapToDouble(RunCpu.Share::millis).sum());
    }

    @Test
    void manyAreNamedInPart() {
        RunSpan[] spans = new RunSpan[6];
        for (int i = 0; i < spans.length; i++) {
            spans[i] = span(IsolateTag.of("w" + i, IsolateSnapshot.Role.DYNAMIC), i + 2, 1, 2.0);
        }
        assertThat(RunCpu.of(run(1, spans)).breakdown()).isEqualTo("parent 1 ms, w0 2 ms, w1 2 ms, w2 2 ms, 3 more");
    }
}
