package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Console lines know the source line that made them: project and dynamic code, TypeScript, module code, callbacks.
final class LogLocationTest {
    @Test
    void everyConsoleLineKnowsItsPlaceInTheSource()
            throws URISyntaxException, InterruptedException, ExecutionException, TimeoutException {
        Path home = Path.of(Objects.requireNonNull(LogLocationTest.class.getResource("/locations"))
                .toURI());
        List<TailEvent.LogLine> lines = Collections.synchronizedList(new ArrayList<>());
        try (WorkerRuntime runtime = LocalRuntime.start();
                RunningProject running =
                        runtime.start(new ProjectReader().read(home, Map.of()), RuntimeOptions.DEFAULT, event -> {
                            if (event instanceof TailEvent.LogLine line) {
                                lines.add(line);
                            }
                        })) {
            InvocationResult result = running.dispatch(new Invocation.Fetch(
                            "GET", "http://localhost/tea", List.of(), new RequestBody.None(), null))
                    .get(60, TimeUnit.SECONDS);
            assertThat(result.error()).isNull();
        }
        assertThat(lines.stream().map(line -> place(line.location())))
                .containsExactly(
                        "src/index.ts:7:1",
                        "fetch src/index.ts:11:5",
                        "complain src/lib/complain.ts:7:3",
                        "lib/say.js:2:21");
        assertThat(lines.get(2).text())
                .startsWith("Error: no /tea\n"
                        + "    at complain (src/lib/complain.ts:7:17)\n"
                        + "    at Object.fetch (src/index.ts:12:5)");
    }

    private static String place(GuestError.@Nullable Frame frame) {
        if (frame == null) {
            return "unknown";
        }
        String place = frame.file() + ":" + frame.line() + ":" + frame.column();
        return frame.function().isEmpty() ? place : frame.function() + " " + place;
    }
}
