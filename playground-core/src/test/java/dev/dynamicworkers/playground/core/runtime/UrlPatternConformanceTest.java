package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `URLPattern` against the data of web-platform-tests; reported as not run where the data is not there.
final class UrlPatternConformanceTest {
    private static final String DATA = "urlpatterntestdata.json";
    private static final String SUITE = "/dev/dynamicworkers/playground/core/api/suites/pattern-data.js";

    @Test
    void patternsAgreeWithTheStandard(@TempDir Path folder) throws IOException {
        Path data = Path.of(System.getProperty("wpt.data", "../../shared/wpt"), DATA);
        Assumptions.assumeTrue(Files.isRegularFile(data), () -> "not run: there is no " + data);
        Files.copy(data, folder.resolve(DATA));
        writeProject(folder);
        try (WorkerRuntime runtime = LocalRuntime.start();
                RunningProject project = runtime.start(
                        new ProjectReader().read(folder, Map.of()), RuntimeOptions.DEFAULT, event -> {})) {
            InvocationResult result = project.dispatch(new Invocation.Test("patternsAgreeWithTheStandard"))
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();

            assertThat(result.error()).isNull();
            assertThat(result.outcome()).isEqualTo(EventOutcome.OK);
        }
    }

    private static void writeProject(Path folder) throws IOException {
        Files.writeString(folder.resolve("wrangler.jsonc"), """
            { "name": "pattern", "main": "index.js", "compatibility_date": "2026-01-01" }
            """);
        try (InputStream in = UrlPatternConformanceTest.class.getResourceAsStream(SUITE)) {
            assertThat(in).isNotNull();
            Files.write(folder.resolve("index.js"), in.readAllBytes());
        }
    }
}
