package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.runtime.LocalRuntime;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

final class WarmUpTest {
    @Test
    void itsProjectRuns() throws InterruptedException, ExecutionException, TimeoutException {
        var runtime = LocalRuntime.start();
        try {
            var result = WarmUp.begin(runtime).get(60, TimeUnit.SECONDS);

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
