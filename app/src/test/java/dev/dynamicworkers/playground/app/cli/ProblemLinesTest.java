package dev.dynamicworkers.playground.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.runtime.EngineStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class ProblemLinesTest {
    @Test
    void anEngineThatCanNotMeasureMemoryIsWarnedOf() {
        assertThat(lines(/* memoryMeasured= */ false))
                .startsWith("playground: The memory of a single isolate can't be");
        assertThat(lines(/* memoryMeasured= */ true)).isEmpty();
    }

    private static String lines(boolean memoryMeasured) {
        var to = new StringWriter();
        ProblemLines.printWarning(
                new EngineStatus("GraalJS", /* compiled= */ false, memoryMeasured, 1), new PrintWriter(to));
        return to.toString();
    }
}
