package dev.dynamicworkers.playground.app;

import dev.dynamicworkers.playground.app.fixture.FakeRuntime;
import dev.dynamicworkers.playground.app.fixture.SampleProject;
import dev.dynamicworkers.playground.app.session.DiskProjects;
import dev.dynamicworkers.playground.app.settings.SettingsStore;
import dev.dynamicworkers.playground.app.theme.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Takes pictures of the window in its states, light and dark, 1400x900.
///
/// Run as said in docs/howto/ui.md; the argument names the folder for the pictures.
public final class ScreenshotApplication extends Application {
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private @Nullable Wiring wiring;
    private @Nullable Stage stage;


    @Override
    public void start(Stage shown) throws IOException {
        stage = shown;
        Path work = Files.createTempDirectory("screenshots");
        System.setProperty("playground.data", work.resolve("data").toString());
        Path project = SampleProject.write(work.resolve("hello-sandbox"));
        wiring = new Wiring(
                shown, new SettingsStore(work.resolve("settings.json")), new DiskProjects(), watcher -> new FakeRuntime());
        wiring.theme().themeProperty().set(Theme.DARK);
        shown.setWidth(1400);
        shown.setHeight(900);
        wiring.show(project);
        shown.setWidth(1400);
        shown.setHeight(900);
        Path out = Path.of(getParameters().getRaw().isEmpty() ? "docs/screenshots" : getParameters().getRaw().getFirst());
        Files.createDirectories(out);
        step(() -> save(out, "dark-start"));
        step(() -> press(KeyCode.ENTER, true, false));
        step(() -> save(out, "dark-run"));
        step(() -> tool("isolates"));
        step(() -> save(out, "dark-isolates"));
        step(() -> theme(Theme.LIGHT));
        step(() -> save(out, "light-isolates"));
        step(() -> tool("network"));
        step(() -> save(out, "light-network"));
        step(() -> tool("console"));
        step(() -> save(out, "light-run"));
        step(() -> press(KeyCode.P, true, true));
        step(() -> save(out, "light-palette"));
        step(() -> press(KeyCode.ESCAPE, false, false));
        step(() -> url("http://localhost/error"));
        step(() -> press(KeyCode.ENTER, true, false));
        step(() -> save(out, "light-error"));
        step(() -> tool("problems"));
        step(() -> save(out, "light-problems"));
        step(() -> theme(Theme.DARK));
        step(() -> url("http://localhost/loop"));
        step(() -> press(KeyCode.ENTER, true, false));
        step(() -> save(out, "dark-running"));
        step(() -> press(KeyCode.F5, false, true));
        step(() -> tool("runs"));
        step(() -> save(out, "dark-stopped-runs"));
        step(shown::close);
        next();
    }

    private void step(Runnable action) {
        steps.add(action);
    }

    private void next() {
        Runnable action = steps.poll();
        if (action != null) {
            PauseTransition pause = new PauseTransition(Duration.millis(900));
            pause.setOnFinished(event -> {
                action.run();
                next();
            });
            pause.play();
        }
    }

    private Scene scene() {
        return java.util.Objects.requireNonNull(stage).getScene();
    }

    private void theme(Theme theme) {
        java.util.Objects.requireNonNull(wiring).theme().themeProperty().set(theme);
    }

    private void tool(String id) {
        TabPane tabs = (TabPane) scene().lookup("#tool-tabs");
        tabs.getTabs().stream()
                .filter(tab -> tab.getId().equals("tool-" + id))
                .forEach(tab -> tabs.getSelectionModel().select(tab));
    }

    private void url(String text) {
        ((TextField) scene().lookup("#request-url")).setText(text);
    }

    private void press(KeyCode code, boolean control, boolean shift) {
        Node target = scene().getFocusOwner() == null ? scene().getRoot() : scene().getFocusOwner();
        Event.fireEvent(
                target,
                new KeyEvent(
                        KeyEvent.KEY_PRESSED,
                        "",
                        "",
                        code,
                        /* shiftDown= */ shift,
                        /* controlDown= */ control,
                        /* altDown= */ false,
                        /* metaDown= */ false));
    }

    private void save(Path folder, String name) {
        WritableImage image = scene().snapshot(null);
        try {
            Files.write(folder.resolve(name + ".png"), Png.encode(image));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (wiring != null) {
            wiring.close();
        }
    }
}
