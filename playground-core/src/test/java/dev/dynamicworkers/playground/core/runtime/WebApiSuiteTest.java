package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the suites of the web APIs, written as a worker whose exports are the cases, in a real isolate.
@Order(Order.DEFAULT + 3)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WebApiSuiteTest {
    private static final List<String> MODULES =
            List.of("index", "assert", "bodies", "encoding", "fetch", "forms", "fuzz", "headers", "streams", "url");
    private static final String CONFIG = """
        { "name": "suites", "main": "index.js", "compatibility_date": "2026-01-01",
          "worker_loaders": [{ "binding": "LOADER" }], "vars": { "FUZZ_TRIES": %d, "HTML_SHARE": %d } }
        """;

    /// How many inputs the parsers of headers and queries get; see docs/howto/testing.md.
    private static final int FUZZ_TRIES = Integer.getInteger("fuzz.tries", 3_000);

    /// The HTML parser gets this part of them, unless their number was given.
    private static final int HTML_SHARE = Integer.getInteger("fuzz.tries") == null ? 10 : 1;

    /// The largest limit of CPU time that there is; no case comes near it.
    private static final long MOST_CPU_MILLIS = 300_000;

    private static final Duration PATIENCE = Duration.ofSeconds(60 + FUZZ_TRIES / 50);

    private final WorkerRuntime runtime = LocalRuntime.start();
    private RunningProject project;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("wrangler.jsonc"), CONFIG.formatted(FUZZ_TRIES, HTML_SHARE));
        for (String module : MODULES) {
            String resource = "/dev/dynamicworkers/playground/core/api/suites/" + module + ".js";
            try (InputStream in = WebApiSuiteTest.class.getResourceAsStream(resource)) {
                assertThat(in).as(resource).isNotNull();
                Files.write(folder.resolve(module + ".js"), in.readAllBytes());
            }
        }
        var options = RuntimeOptions.DEFAULT.limiting(Limit.CPU, Math.min(PATIENCE.toMillis(), MOST_CPU_MILLIS));
        project = runtime.start(new ProjectReader().read(folder, Map.of()), options, event -> {});
    }

    @AfterAll
    void stop() {
        project.close();
        runtime.close();
    }

    Stream<String> cases() {
        List<String> names = project.tests()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        assertThat(names).hasSizeGreaterThan(30);
        return names.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void passes(String name) {
        InvocationResult result = project.dispatch(new Invocation.Test(name))
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();

        assertThat(result.error()).isNull();
        assertThat(result.outcome()).isEqualTo(EventOutcome.OK);
    }
}
