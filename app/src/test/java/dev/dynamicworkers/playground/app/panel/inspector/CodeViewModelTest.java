package dev.dynamicworkers.playground.app.panel.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.Wish;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page that shows what an isolate really runs.
final class CodeViewModelTest {
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
            inspector.workerProperty().set("nobody");
            assertThat(model.stateProperty().get().sentence()).startsWith("No isolate of this worker is loaded.");
        }
    }
}
