package dev.dynamicworkers.playground.app.ui;

import dev.dynamicworkers.playground.app.Wiring;
import dev.dynamicworkers.playground.app.fixture.FakeRuntime;
import dev.dynamicworkers.playground.app.fixture.SampleProject;
import dev.dynamicworkers.playground.app.session.DiskProjects;
import dev.dynamicworkers.playground.app.session.ProjectOutline;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.settings.SettingsStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/// A window on the sample project with a runtime that runs nothing, and what a person can see and do in it.
abstract class WindowTest extends HeadlessWindowTest {
    final FakeRuntime runtime = new FakeRuntime();
    private @Nullable Wiring wiring;

    @TempDir
    private Path folder;

    private @Nullable Stage stage;

    @Override
    public void start(Stage shown) throws IOException {
        stage = shown;
        System.setProperty("playground.data", folder.resolve("data").toString());
        SampleProject.write(project());
        wiring = new Wiring(
                shown, new SettingsStore(folder.resolve("settings.json")), new DiskProjects(), watcher -> runtime);
        wiring.show(project());
        // Glass's headless screen is 1000x1000; what lies outside can't be clicked.
        shown.setX(0);
        shown.setY(0);
        shown.setWidth(1000);
        shown.setHeight(900);
    }

    @Override
    public void stop() {
        Objects.requireNonNull(wiring).close();
        // The test library keeps each stage, and a window is some 15 MB.
        stage().setScene(new Scene(new Pane()));
    }

    Path project() {
        return folder.resolve("hello");
    }

    Wiring wiring() {
        return Objects.requireNonNull(wiring);
    }

    ProjectSession session() {
        return Objects.requireNonNull(wiring().session());
    }

    Stage stage() {
        return Objects.requireNonNull(stage);
    }

    /// The code area of an open file, once it is there.
    CodeArea editor(String id) {
        eventually(() -> lookup(id).tryQuery().isPresent());
        return lookup(id).queryAs(CodeArea.class);
    }

    /// Waits until the window has read the project.
    void ready() {
        editor("#editor-src-index-js");
        editor("#editor-dynamic-greeter-js");
        eventually(() -> field("#request-url").getText().contains("hello")
                && session().treeProperty().get() != null
                && session().outlineProperty().get() != ProjectOutline.UNKNOWN);
    }

    TextField field(String id) {
        return lookup(id).queryAs(TextField.class);
    }

    String text(String id) {
        Node node = lookup(id).query();
        return node instanceof Label label ? label.getText() : String.valueOf(node.getAccessibleText());
    }

    /// Sends a request to a path of the fake worker and waits for its end.
    void send(String path) {
        int before = session().runs().size();
        interact(() -> field("#request-url").setText("http://localhost" + path));
        push(KeyCode.CONTROL, KeyCode.ENTER);
        eventually(() -> session().runs().size() > before);
    }
}
