package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// WebAssembly is held to the limits that JavaScript is held to.
final class WasmLimitsTest {
    /// The module is `(module (func (export "spin") (loop (br 0))))`.
    private static final String WORKER = """
        const spinning = new WebAssembly.Module(new Uint8Array([
          0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 115, 112, 105, 110, 0, 0,
          10, 9, 1, 7, 0, 3, 64, 12, 0, 11, 11,
        ]));
        export default {
          fetch(request) {
            if (request.url.endsWith('/spin')) new WebAssembly.Instance(spinning).exports.spin();
            return new Response('fine');
          },
        };
        """;

    @Test
    void loopsEndWhenTheirTimeIsUp(@TempDir Path folder) throws IOException {
        var options = RuntimeOptions.DEFAULT.limiting(Limit.CPU, 300);
        try (var project = new OneProject(folder, options, Map.of("index.js", WORKER))) {
            assertThat(project.get("/")).isEqualTo("fine");
            assertThat(project.result("/spin").outcome()).isEqualTo(EventOutcome.EXCEEDED_CPU);
            assertThat(project.get("/")).isEqualTo("fine");
        }
    }
}
