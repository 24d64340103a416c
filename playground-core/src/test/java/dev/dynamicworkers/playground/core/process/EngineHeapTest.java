package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Isolates that are each within their limit fill the heap of their engine together.
final class EngineHeapTest {
    private static final int MOST_SMALL = 40;

    private static final String WORKER = """
        const code = (size) => `
          const kept = [];
          export default { fetch() {
            for (let i = 0; i < ${size}; i++) kept.push(new Uint8Array(1 << 20));
            for (let i = 0; i < 30; i++) new Uint8Array(1 << 20);
            return new Response(String(kept.length));
          } }`;
        export default {
          async fetch(request, env) {
            const { 1: name, 2: size } = new URL(request.url).pathname.split('/');
            return env.LOADER.get(name, () => ({
              compatibilityDate: '2026-06-01', mainModule: 'm.js', modules: { 'm.js': code(size) },
            })).getEntrypoint().fetch(request);
          },
        };
        """;

    private final RecordingWatcher watcher = new RecordingWatcher();
    private final LinkedBlockingQueue<TailEvent> heard = new LinkedBlockingQueue<>();

    @Test
    void theLargestEndsFirstAndIsNamed(@TempDir Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("wrangler.jsonc"), """
            {
              "name": "crowd", "main": "index.js", "compatibility_date": "2026-06-01",
              "worker_loaders": [{ "binding": "LOADER" }],
            }
            """);
        Files.writeString(folder.resolve("index.js"), WORKER);
        try (var runtime = RuntimeProcess.start(EngineLaunch.ofThisProcess().withHeapMegabytes(192), watcher)) {
            // As the window runs it: measured after each run, so that the measure is quick when the heap is full.
            var options = RuntimeOptions.DEFAULT.measuring(RuntimeOptions.Memory.AFTER_EACH_INVOCATION);
            var project = runtime.start(new ProjectReader().read(folder, Map.of()), options, heard::add);
            grow(project, "large", 40);
            String reason = "";
            for (int i = 0; i < MOST_SMALL && reason.isEmpty(); i++) {
                grow(project, "small-" + i, 6);
                reason = endReason();
            }

            assertThat(reason)
                    .startsWith("The memory of the engine, ")
                    .contains("The worker 'large' kept the most of it, ");
            grow(project, "small-0", 1);
            assertThat(watcher.hasLost()).as("the engine was lost").isFalse();
        }
    }

    private String endReason() {
        for (var event = heard.poll(); event != null; event = heard.poll()) {
            if (event instanceof TailEvent.IsolateEnded ended && ended.reason().contains("memory")) {
                return ended.reason();
            }
        }
        return "";
    }

    private static void grow(RunningProject project, String name, int megabytes) throws InterruptedException {
        var result = Answers.of(project.dispatch(new Invocation.Fetch(
                "GET", "http://crowd/" + name + "/" + megabytes, List.of(), new RequestBody.None(), null)));
        assertThat(result.error()).as(name).isNull();
    }
}
