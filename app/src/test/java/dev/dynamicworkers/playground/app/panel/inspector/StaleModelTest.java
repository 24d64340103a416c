package dev.dynamicworkers.playground.app.panel.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.Disk;
import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.panel.isolates.IsolatesViewModel;
import dev.dynamicworkers.playground.app.session.OpenFile;
import dev.dynamicworkers.playground.core.project.Grant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Isolates that were loaded with something else than the project says by now, and the way to what it says.
final class StaleModelTest {
    @TempDir
    Path folder;

    private SessionFixture fixture;
    private InspectorViewModel inspector;
    private StaleModel model;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        fixture = new SessionFixture(folder);
        inspector = new InspectorViewModel(fixture.session());
        model = inspector.stale();
        fixture.send("/hello");
    }

    @AfterEach
    void close() {
        inspector.close();
        fixture.close();
    }

    private String sentence() {
        return model.sentenceProperty().get();
    }

    private void write(String path, String text) throws IOException {
        Disk.write(folder.resolve(path), text);
    }

    @Test
    void codeOfTheParentThatChangedAppliesToTheNextIsolate() throws IOException, InterruptedException {
        assertThat(sentence()).isEmpty();
        String before = Files.readString(folder.resolve("src/index.js"));
        write("src/index.js", before + "// more\n");
        inspector.workerProperty().set("greeter");
        fixture.fx().runUntil(() -> !sentence().isEmpty());
        assertThat(sentence())
                .isEqualTo("Applies to the next isolate: src/index.js (which loads it) changed after greeter was"
                        + " loaded.");
        inspector.workerProperty().set(InspectorViewModel.PARENT);
        assertThat(sentence()).isEqualTo("Applies to the next isolate: src/index.js changed after parent was loaded.");
        IsolatesViewModel isolates = new IsolatesViewModel(fixture.session());
        assertThat(isolates.details(isolates.snapshotsProperty().get().getFirst(), Instant.now()))
                .contains("Stale: since it was loaded, src/index.js changed. That applies to the next isolate.");
        // What is as it was when it was loaded is not stale.
        write("src/index.js", before);
        fixture.fx().runUntil(() -> sentence().isEmpty());
    }

    @Test
    void aTextThatIsNotSavedYetCountsAndAFileThatNothingWasMadeOfDoesNot() throws IOException, InterruptedException {
        fixture.session().openFiles().autosaveProperty().set(false);
        fixture.session().openFiles().open("wrangler.jsonc", file -> {});
        fixture.fx().runUntil(() -> fixture.session().openFiles().find("wrangler.jsonc") != null);
        write("README.md", "# Another\n");
        OpenFile file = fixture.session().openFiles().files().getFirst();
        file.change(file.text().replace("\"hello\"", "\"hallo\""));
        inspector.workerProperty().set("greeter");
        fixture.fx().runUntil(() -> !sentence().isEmpty());
        assertThat(sentence())
                .isEqualTo("Applies to the next isolate: the configuration changed after greeter was loaded.");
    }

    @Test
    void aValueThatTheRulesTakeComesWithTheNextIsolateAndACallDoesNotWait() throws InterruptedException {
        inspector.workerProperty().set("greeter");
        inspector.rules().setGrant("GREETER", Grant.Mode.OFF);
        inspector.rules().setGrant("MODE", Grant.Mode.OFF);
        fixture.fx().runUntil(() -> !sentence().isEmpty());
        assertThat(sentence()).isEqualTo("Applies to the next isolate: env.MODE changed after greeter was loaded.");
        model.reload();
        assertThat(fixture.runtime().calls()).contains("evict 2").doesNotContain("reset");
        inspector.rules().clearGrant("MODE");
        fixture.fx().runUntil(() -> sentence().isEmpty());
    }

    @Test
    void whatTheParentHoldsGoesWithAllIsolates() throws IOException, InterruptedException {
        write("dynamic/greeter.js", "export default {};\n");
        inspector.workerProperty().set(InspectorViewModel.PARENT);
        fixture.fx().runUntil(() -> !sentence().isEmpty());
        assertThat(sentence()).contains("dynamic/greeter.js");
        model.reload();
        assertThat(fixture.runtime().calls()).contains("reset");
        fixture.send("/hello");
        fixture.fx().runUntil(() -> sentence().isEmpty());
    }
}
