package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.runtime.EngineStatus;
import java.util.concurrent.CompletionException;
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

    @Test
    void anEngineThatDoesNotComeUpSaysWhyOnce() {
        engine.startFailed(
                new CompletionException(new IllegalStateException("The engine can't be started: no memory.")));
        assertThat(engine.noticeProperty().get()).isEqualTo("The engine can't be started: no memory.");
        engine.startFailed(new IllegalStateException("its file is gone."));
        assertThat(engine.noticeProperty().get()).isEqualTo("The engine can't be started: its file is gone.");
    }

    private static EngineStatus status(boolean memoryMeasured) {
        return new EngineStatus("GraalJS", /* compiled= */ true, memoryMeasured, 1);
    }
}
