package dev.dynamicworkers.playground.app.panel.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.code.diff.LineDiff;
import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.Wish;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page that shows what an isolate really runs.
final class CodeViewModelTest {
    private static final String CODE = "    return new Response(await env.GREETER.greet('Ada')%s);";

    @TempDir
    Path folder;

    @Test
    void theCodeOfALoadedWorkerIsShown() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder);
                InspectorViewModel inspector = new InspectorViewModel(fixture.session())) {
            CodeViewModel model = inspector.code();
            assertThat(model.stateProperty().get()).isEqualTo(CodeViewModel.State.EMPTY);
            fixture.send("/hello");
            fixture.session().wish(new Wish.Inspect(Wish.Page.CODE, "greeter"));
            fixture.fx().runUntil(() -> !model.stateProperty().get().documents().isEmpty());
            CodeDocument worker = model.stateProperty().get().documents().getFirst();
            assertThat(worker.text())
                    .startsWith("// greeter, isolate 2, under the rules of this moment.\n// Only here: a rule")
                    .contains("\"NOTES\": \"kv NOTES\", // service, read-only by dynamicWorkers/*/grants/NOTES\n")
                    .contains("\"MODE\": \"demo\" // text, on\n")
                    .contains("\"cpuMs\": 50, // set by the code\n");
            assertThat(model.stateProperty().get().documents().get(1).text()).startsWith("export default");
            assertThat(model.runs()).containsExactly(1L);
            model.compareWithRun(1);
            fixture.fx().runUntil(() -> model.comparisonProperty().get() != null);
            var same = Objects.requireNonNull(model.comparisonProperty().get());
            assertThat(same.before()).isEqualTo("Run #1");
            assertThat(same.rows()).isNotEmpty().allMatch(LineDiff.Row::isEqual);
            model.endComparison();
            var isolates = fixture.session().isolates().snapshotsProperty().get();
            inspector.compareCode(isolates.getFirst(), isolates.getLast());
            fixture.fx().runUntil(() -> model.comparisonProperty().get() != null);
            var both = Objects.requireNonNull(model.comparisonProperty().get());
            assertThat(both.after()).isEqualTo("dynamic#3, isolate 3");
            assertThat(both.rows().stream().filter(row -> !row.isEqual()))
                    .extracting(row -> row.beforeText() + " -> " + row.afterText())
                    .containsExactly(CODE.formatted(" + 'parent'") + " -> " + CODE.formatted(" + 'dynamic#3'"));
            inspector.workerProperty().set("nobody");
            assertThat(model.runs()).isEmpty();
            assertThat(model.stateProperty().get().sentence()).startsWith("No isolate of this worker is loaded.");
        }
    }
}
