package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.runtime.EngineStatus;
import org.junit.jupiter.api.Test;

final class EngineTest {
    private final Engine engine = new Engine(Runnable::run);

    @Test
    void anEngineThatCanNotMeasureMemorySaysSo() {
        engine.started(status(/* memoryMeasured= */ false));
        assertThat(engine.noticeProperty().get()).contains("'memoryMb' is not enforced");
    }

    @Test
    void anEngineThatComesUpSaysNothing() {
        engine.started(status(/* memoryMeasured= */ true));
        assertThat(engine.noticeProperty().get()).isEmpty();
    }

    private static EngineStatus status(boolean memoryMeasured) {
        return new EngineStatus("GraalJS", /* compiled= */ true, memoryMeasured, 1);
    }
}
