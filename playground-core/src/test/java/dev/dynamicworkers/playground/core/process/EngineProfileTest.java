package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.core.profile.CpuProfile;
import dev.dynamicworkers.playground.core.profile.ProfileTimes;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.runtime.WorkerFixture;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A profile comes from an engine process of its own, also of code that it killed.
@Timeout(180)
final class EngineProfileTest {
    private static final String CODE = """
        function spin() {
          for (let i = 0; ; i = (i + 1) % 1000);
        }
        export default {
          fetch() {
            return new Response(spin());
          },
        };
        """;

    @Test
    void aKilledRunLeavesItsProfile() throws InterruptedException {
        try (var runtime = RuntimeProcess.start(EngineLaunch.ofThisProcess(), new RecordingWatcher());
                var project = runtime.start(
                        WorkerFixture.project(CODE), RuntimeOptions.DEFAULT.limiting(Limit.CPU, 300), event -> {})) {
            assertThatThrownBy(() -> project.endProfile().join())
                    .as("before there is an engine")
                    .isInstanceOf(CompletionException.class);
            Answers.of(project.beginProfile());
            var result = Answers.of(project.dispatch(new Invocation.Fetch(
                    "GET", "http://fixture/", List.of(), new RequestBody.None(), /* entrypoint= */ null)));
            assertThat(result.outcome()).isEqualTo(EventOutcome.EXCEEDED_CPU);
            CpuProfile profile = Answers.of(project.endProfile());
            var hottest = ProfileTimes.of(profile, ProfileTimes.ALL).functions().stream()
                    .filter(row -> row.function().kind() == CpuProfile.Kind.CODE)
                    .findFirst()
                    .orElseThrow();
            assertThat(hottest.function().name()).isEqualTo("spin");
            assertThat(hottest.function().file()).isEqualTo("index.js");
            assertThat(hottest.selfMicros()).as("up to its end").isGreaterThan(200_000);
        }
    }
}
