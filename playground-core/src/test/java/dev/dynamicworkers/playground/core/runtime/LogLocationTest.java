package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
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

    @Test
    void linesThatLeaveSomethingOutHaveItInADeeperPrint()
            throws URISyntaxException, InterruptedException, ExecutionException, TimeoutException {
        Path home = Path.of(Objects.requireNonNull(LogLocationTest.class.getResource("/locations"))
                .toURI());
        String code = """
            class Room { constructor(inner) { this.inner = inner; } }
            let asked = 0;
            const own = { [Symbol.for('nodejs.util.inspect.custom')]: () => `asked ${++asked}` };
            let wide = 'leaf';
            for (let i = 0; i < 5; i++) wide = new Room(Array(30).fill(wide));
            const keys = new Room({});
            for (let i = 0; i < 5000; i++) keys.inner[`k${i}`] = i;
            export default {
              fetch() {
                console.log('room', new Room(new Room(new Room(new Room(new Room('gold'))))), 1);
                console.log({ flat: [1, { a: 2 }] });
                console.log(own, { a: { b: { c: { d: own } } } });
                console.log(wide);
                console.log('no [Object] in here');
                console.log(new Room(new Room(keys)));
                return new Response(String(asked));
              },
            };
            """;
        try (WorkerRuntime runtime = LocalRuntime.start();
                RunningProject running = runtime.start(
                        new ProjectReader().read(home, Map.of("src/index.ts", code)),
                        RuntimeOptions.DEFAULT,
                        event -> {})) {
            InvocationResult result = running.dispatch(
                            new Invocation.Fetch("GET", "http://localhost/", List.of(), new RequestBody.None(), null))
                    .get(60, TimeUnit.SECONDS);
            assertThat(result.error()).isNull();
            List<TailEvent.LogLine> lines = result.logs();
            assertThat(lines.get(0).text()).contains("[Room]").doesNotContain("gold");
            assertThat(lines.get(0).deeper())
                    .startsWith("room Room {")
                    .contains("inner: 'gold'")
                    .endsWith("1");
            assertThat(lines.get(1).deeper()).as("nothing left out").isNull();
            assertThat(new String(Objects.requireNonNull(result.response()).body(), StandardCharsets.UTF_8))
                    .as("the guest's own inspection is called for the line alone")
                    .isEqualTo("1");
            assertThat(lines.get(3).deeper()).as("too much of it").isNull();
            assertThat(lines.get(4).deeper()).isNull();
            assertThat(lines.get(5).deeper()).as("too many keys").isNull();
        }
    }

    private static String place(GuestError.@Nullable Frame frame) {
        if (frame == null) {
            return "unknown";
        }
        String place = frame.file() + ":" + frame.line() + ":" + frame.column();
        return frame.function().isEmpty() ? place : frame.function() + " " + place;
    }
}
