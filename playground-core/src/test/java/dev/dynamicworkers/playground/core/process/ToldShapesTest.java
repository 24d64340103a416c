package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.InvocationResult.CpuShare;
import dev.dynamicworkers.playground.core.runtime.InvocationResult.Thrown;
import dev.dynamicworkers.playground.core.runtime.InvocationResult.Told;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.InvocationId;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an engine process says of single isolates is looked at before it is believed.
final class ToldShapesTest {
    private static final IsolateId ISOLATE = new IsolateId(1);
    private static final Thrown THROWN = new Thrown(ISOLATE, new GuestError("Error", "m", null, List.of()));

    private static InvocationResult result(Told told) {
        return new InvocationResult(
                new InvocationId(1),
                null,
                EventOutcome.OK,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                new InvocationResult.Timing(1, 0, 0, 1),
                List.of(),
                List.of(),
                told);
    }

    @Test
    void whatMayBeToldPasses() {
        var full = result(
                new Told(Collections.nCopies(Told.MOST_THROWN, THROWN), List.of(new CpuShare(ISOLATE, 1, 21_300.5))));
        assertThat(Shapes.result(full)).isSameAs(full);
    }

    @Test
    void moreThanIsToldIsRefused() {
        var many = result(new Told(Collections.nCopies(Told.MOST_THROWN + 1, THROWN), List.of()));
        assertThatThrownBy(() -> Shapes.result(many)).isInstanceOf(WireViolation.class);
        var shares =
                result(new Told(List.of(), Collections.nCopies(Told.MOST_ISOLATES + 1, new CpuShare(ISOLATE, 1, 0))));
        assertThatThrownBy(() -> Shapes.result(shares)).isInstanceOf(WireViolation.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e15})
    void timesThatCannotBeAreRefused(double millis) {
        var result = result(new Told(List.of(), List.of(new CpuShare(ISOLATE, 1, millis))));
        assertThatThrownBy(() -> Shapes.result(result)).isInstanceOf(WireViolation.class);
    }
}
