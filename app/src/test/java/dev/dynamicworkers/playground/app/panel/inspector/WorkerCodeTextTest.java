package dev.dynamicworkers.playground.app.panel.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.Compatibility;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import dev.dynamicworkers.playground.core.worker.WorkerCode;
import dev.dynamicworkers.playground.core.worker.WorkerModule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What an isolate really runs, as text.
final class WorkerCodeTextTest {
    private static final String DATE = "2026-01-01";

    @Test
    void flagsThatTheDateImpliesAreCountedAndNoLineIsEndless() {
        var flags = List.copyOf(Compatibility.resolve(
                DATE,
                List.of("nodejs_compat", "disable_navigator_language"),
                /* allowExperimental= */ false,
                /* callerIsExperimental= */ false));
        var code = new WorkerCode(
                "index.js",
                Map.of("index.js", new WorkerModule.EsModule("export default {}")),
                DATE,
                flags,
                ResourceLimits.NONE);
        var view = new WorkerView(new IsolateId(1), "greeter", code, List.of(), "nowhere", List.of(), List.of());
        String text = WorkerCodeText.documents(view).getFirst().text();
        assertThat(text)
                .containsPattern("\"compatibilityFlags\": \\[\"nodejs_compat\"\\] /\\* and \\d+ that the date implies"
                        + " \\*/ /\\* switched off: enable_navigator_language \\*/,\n");
        assertThat(text.lines()).allMatch(line -> line.length() < 200, "is short");
    }
}
