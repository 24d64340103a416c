package dev.dynamicworkers.playground.app.panel.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.code.diff.LineDiff;
import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.IsolateTag;
import dev.dynamicworkers.playground.app.session.LogEntry;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
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

    @Test
    void aLineOfCodeInNoFileIsShownAndOneThatIsGoneIsToldOf() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder);
                InspectorViewModel inspector = new InspectorViewModel(fixture.session())) {
            CodeViewModel model = inspector.code();
            long run = fixture.send("/hello").number();
            fixture.fx().runUntil(() -> !model.stateProperty().get().documents().isEmpty());
            String module = Objects.requireNonNull(model.stateProperty().get().documents().stream()
                    .map(CodeDocument::name)
                    .filter(name -> name.endsWith(".js"))
                    .findFirst()
                    .orElse(null));
            fixture.session().wish(new Wish.ShowModule(run, "greeter", module, 3, 5));
            fixture.fx().runUntil(() -> model.spotProperty().get() != null);
            assertThat(model.spotProperty().get()).isEqualTo(new CodeViewModel.Spot(module, 3, 5));
            assertThat(inspector.pageProperty().get()).isEqualTo(Wish.Page.CODE);
            assertThat(inspector.workerProperty().get()).isEqualTo("greeter");
            model.refresh();
            assertThat(model.spotProperty().get()).as("who looks again").isNull();

            fixture.session().wish(new Wish.ShowModule(run, "greeter", "other.js", 3, 5));
            fixture.fx()
                    .runUntil(() -> fixture.session().notices().latestProperty().get() != null);
            assertThat(Objects.requireNonNull(
                                    fixture.session().notices().latestProperty().get())
                            .text())
                    .isEqualTo("The code of greeter is gone with its isolate. Run again to see it.");
            assertThat(model.spotProperty().get()).isNull();
        }
    }

    @Test
    void onlyCodeOfDynamicWorkersIsAskedFor() {
        IsolateTag dynamic = IsolateTag.of("greeter", IsolateSnapshot.Role.DYNAMIC);
        assertThat(Wish.ShowModule.of(1, dynamic, "spin.js", 5, 15))
                .isEqualTo(new Wish.ShowModule(1, "greeter", "spin.js", 5, 15));
        assertThat(Wish.ShowModule.of(1, dynamic, "cloudflare:workers", 5, 15)).isNull();
        assertThat(Wish.ShowModule.of(1, IsolateTag.of("parent", IsolateSnapshot.Role.PARENT), "spin.js", 5, 15))
                .isNull();
        assertThat(Wish.ShowModule.of(1, null, "spin.js", 5, 15)).isNull();
        LogEntry line = new LogEntry(Instant.EPOCH, 1, dynamic, LogEntry.Level.ERROR, "thrown", null, "spin.js:5");
        assertThat(line.module()).isEqualTo(new Wish.ShowModule(1, "greeter", "spin.js", 5, 1));
    }
}
