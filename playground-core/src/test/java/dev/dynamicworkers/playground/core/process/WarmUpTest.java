package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.runtime.LocalRuntime;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WarmUpTest {
    @Test
    void noRoundBeginsBesideARequest() throws InterruptedException, ExecutionException, TimeoutException {
        var asked = new AtomicInteger();
        var runtime = LocalRuntime.start();
        try {
            // Busy when the first round is over, and idle a moment later.
            WarmUp.begin(runtime, () -> asked.incrementAndGet() < 3).get(60, TimeUnit.SECONDS);

            // Three times until it was idle, and once before the last round.
            assertThat(asked).hasValue(4);
        } finally {
            runtime.close();
        }
    }

    @Test
    void itsProjectRuns() throws InterruptedException, ExecutionException, TimeoutException {
        var runtime = LocalRuntime.start();
        try {
            var result = WarmUp.begin(runtime, () -> false).get(60, TimeUnit.SECONDS);

            assertThat(result.outcome())
                    .as("outcome (error %s)", result.error())
                    .isEqualTo(EventOutcome.OK);
            var response = result.response();
            assertThat(response).isNotNull();
            assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("{\"name\":\"World\"}");
        } finally {
            runtime.close();
        }
    }
}
