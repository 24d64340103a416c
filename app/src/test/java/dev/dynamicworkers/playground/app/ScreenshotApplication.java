package dev.dynamicworkers.playground.app;

import dev.dynamicworkers.playground.app.command.Command;
import dev.dynamicworkers.playground.app.fixture.FakeRuntime;
import dev.dynamicworkers.playground.app.fixture.SampleProject;
import dev.dynamicworkers.playground.app.session.DiskProjects;
import dev.dynamicworkers.playground.app.session.Engine;
import dev.dynamicworkers.playground.app.session.FixedState;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.Samples;
import dev.dynamicworkers.playground.app.session.request.BodyKind;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.SettingsStore;
import dev.dynamicworkers.playground.app.theme.Theme;
import dev.dynamicworkers.playground.core.process.RuntimeProcess;
import dev.dynamicworkers.playground.core.project.share.ProjectExport;
import dev.dynamicworkers.playground.core.project.share.SharingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/// Takes pictures of the window in its states, light and dark, 1400x900.
///
/// Run as said in docs/howto/ui.md. Arguments: the folder for the pictures, and a sample to run on the real engine;
/// without a sample a fake runtime brings about the states that no sample has; with `--everything` it shows every tool
/// in both themes, at 100 % and 200 %, with `--states` only each panel in each of its states.
public final class ScreenshotApplication extends Application {
    private static final String EVERYTHING = "--everything";
    private static final String STATES = "--states";

    private final Deque<Step> steps = new ArrayDeque<>();
    private @Nullable Path work;
    private @Nullable Wiring wiring;
    private @Nullable Stage stage;

    @Override
    public void start(Stage shown) throws IOException {
        stage = shown;
        List<String> arguments = getParameters().getRaw();
        Path out = Path.of(arguments.isEmpty() ? "docs/screenshots" : arguments.getFirst());
        Files.createDirectories(out);
        Path folder = Files.createTempDirectory("screenshots");
        work = folder;
        System.setProperty("playground.data", folder.resolve("data").toString());
        boolean everything = arguments.contains(EVERYTHING);
        boolean states = arguments.contains(STATES);
        boolean real = arguments.size() > 1 && !everything && !states;
        Path project = real
                ? new Samples(Path.of(arguments.get(1)).resolveSibling(""), folder)
                        .open(String.valueOf(Path.of(arguments.get(1)).getFileName()))
                : SampleProject.write(folder.resolve("hello"));
        wiring = new Wiring(
                shown,
                new SettingsStore(folder.resolve("settings.json")),
                new DiskProjects(),
                real ? RuntimeProcess::start : watcher -> new FakeRuntime());
        wiring.settings().set(Setting.THEME, Theme.DARK.word());
        shown.setWidth(1400);
        shown.setHeight(900);
        wiring.show(project);
        shown.setWidth(1400);
        shown.setHeight(900);
        if (everything) {
            showEverything(out);
        } else if (states) {
            everyState(out);
        } else if (real) {
            runOnTheEngine(out);
        } else {
            showStates(out);
        }
        step(shown::close);
        next();
    }

    /// What a person sees after one run of a sample on the real engine.
    private void runOnTheEngine(Path out) {
        until(() -> scene().getFocusOwner() instanceof CodeArea && engine().isCompiling());
        step(() -> save(out, "window-dark-start"));
        step(() -> press(KeyCode.ENTER, Keys.CONTROL));
        until(this::isAnswered);
        step(() -> save(out, "window-dark"));
        step(() -> tool("isolates"));
        until(() -> session().isolates().retainedBytes() != null);
        step(() -> save(out, "window-dark-isolates"));
        step(() -> theme(Theme.LIGHT));
        step(() -> save(out, "window-light-isolates"));
        step(() -> tool("inspector"));
        step(() -> page("code"));
        until(() -> scene().lookup("#code-text") != null);
        step(() -> save(out, "window-light-worker-code"));
        step(() -> tool("console"));
        step(() -> save(out, "window-light"));
        showPause(out);
        step(this::killTheEngine);
        until(() -> engine().noticeProperty().get().contains("was started"));
        step(() -> press(KeyCode.ENTER, Keys.CONTROL));
        until(() -> session().runs().size() == 3);
        step(() -> save(out, "window-light-engine-lost"));
        showCodeHelp(out);
    }

    /// Code that stands still at a breakpoint.
    private void showPause(Path out) {
        step(() -> caretBehind("#editor-dynamic-greeter-index-js", "return "));
        step(() -> command("edit-breakpoint"));
        step(() -> press(KeyCode.ENTER, Keys.CONTROL));
        until(() -> session().debugging().isPaused());
        step(() -> save(out, "debug-light"));
        step(() -> theme(Theme.DARK));
        step(() -> save(out, "debug-dark"));
        step(() -> theme(Theme.LIGHT));
        step(() -> command("debug-clear"));
        step(() -> command("debug-continue"));
        until(() -> session().runs().size() == 2);
        step(() -> tool("console"));
    }

    /// What lies over the code while one types, with real answers.
    private void showCodeHelp(Path out) {
        step(() -> caretBehind("#editor-src-index-js", "env.LO"));
        step(() -> press(KeyCode.SPACE, Keys.CONTROL));
        until(() -> scene().lookup("#proposals") != null);
        step(() -> save(out, "code-light-proposals"));
        step(() -> press(KeyCode.ESCAPE, Keys.NONE));
        step(() -> caretBehind("#editor-src-index-js", "env.LOADER.lo"));
        step(() -> command("edit-hover"));
        until(() -> scene().lookup("#code-explanation") != null);
        step(() -> save(out, "code-light-explanation"));
        step(() -> theme(Theme.DARK));
        step(() -> caretBehind("#editor-dynamic-greeter-index-js", "new URL("));
        step(() -> command("edit-parameters"));
        until(() -> scene().lookup("#code-parameters") != null);
        step(() -> save(out, "code-dark-parameters"));
        step(() -> press(KeyCode.ESCAPE, Keys.NONE));
        step(() -> caretBehind("#editor-dynamic-greeter-index-js", "request."));
        step(() -> press(KeyCode.SPACE, Keys.CONTROL));
        until(() -> scene().lookup("#proposals") != null);
        step(() -> save(out, "code-dark-proposals"));
        step(() -> press(KeyCode.ESCAPE, Keys.NONE));
        step(() -> command("edit-rename"));
        step(() -> save(out, "code-dark-rename"));
        step(() -> press(KeyCode.ESCAPE, Keys.NONE));
        step(() -> command("settings"));
        step(() -> save(out, "settings-dark"));
        step(() -> theme(Theme.LIGHT));
        step(() -> save(out, "settings-light"));
        step(() -> press(KeyCode.ESCAPE, Keys.NONE));
        step(() -> command("show-search"));
        step(() -> ((TextField) scene().getFocusOwner()).setText("greet"));
        step(() -> save(out, "search-light"));
        step(() -> theme(Theme.DARK));
        step(() -> save(out, "search-dark"));
    }

    private void command(String id) {
        Objects.requireNonNull(wiring).commands().get(id).run();
    }

    /// Puts the caret behind the first place where an editor has these characters.
    private void caretBehind(String editor, String characters) {
        CodeArea area = (CodeArea) scene().lookup(editor);
        int at = area.getText().indexOf(characters);
        area.requestFocus();
        area.moveTo(Math.max(0, at) + (at < 0 ? 0 : characters.length()));
        area.requestFollowCaret();
    }

    private boolean isAnswered() {
        return session().lastRunProperty().get() != null;
    }

    /// As the operating system does it when memory runs out.
    private void killTheEngine() {
        String detail = engine().detailProperty().get();
        ProcessHandle.of(Long.parseLong(detail.substring(detail.lastIndexOf(' ') + 1)))
                .ifPresent(ProcessHandle::destroyForcibly);
    }

    private ProjectSession session() {
        return Objects.requireNonNull(Objects.requireNonNull(wiring).session());
    }

    private Engine engine() {
        return session().engine();
    }

    /// Panels in states that a sample does not bring about, with fixed data.
    private void showStates(Path out) {
        step(() -> press(KeyCode.ENTER, Keys.CONTROL));
        step(() -> tool("network"));
        step(() -> save(out, "state-dark-network"));
        step(() -> tool("calls"));
        step(() -> selectRow("#calls-table", 1));
        step(() -> save(out, "state-dark-calls"));
        step(() -> tool("timeline"));
        step(() -> save(out, "state-dark-timeline"));
        step(() -> zoom(200));
        step(() -> save(out, "state-dark-zoom-200"));
        step(() -> theme(Theme.LIGHT));
        step(() -> command("focus-request"));
        step(() -> save(out, "state-light-zoom-200"));
        step(() -> zoom(100));
        step(() -> theme(Theme.LIGHT));
        step(() -> press(KeyCode.P, Keys.CONTROL_SHIFT));
        step(() -> save(out, "state-light-palette"));
        step(() -> press(KeyCode.ESCAPE, Keys.NONE));
        step(() -> url("http://localhost/error"));
        step(() -> press(KeyCode.ENTER, Keys.CONTROL));
        step(() -> tool("problems"));
        step(() -> save(out, "state-light-error"));
        step(() -> theme(Theme.DARK));
        step(() -> save(out, "state-dark-error"));
        step(() -> url("http://localhost/loop"));
        step(() -> press(KeyCode.ENTER, Keys.CONTROL));
        step(() -> tool("console"));
        step(() -> save(out, "state-dark-running"));
        step(() -> press(KeyCode.F5, Keys.SHIFT));
        step(() -> tool("runs"));
        step(() -> save(out, "state-dark-stopped"));
        step(() -> session().fixed().ended(FixedState.KILLED_CPU));
        step(() -> tool("isolates"));
        step(() -> save(out, "state-dark-killed"));
        step(() -> theme(Theme.LIGHT));
        step(() -> session().fixed().ended(FixedState.PICTURE));
        step(() -> tool("console"));
        step(() -> command("settings"));
        step(() -> ((ListView<?>) scene().lookup("#settings-pages"))
                .getSelectionModel()
                .select(6));
        step(() -> save(out, "settings-light-privacy"));
        step(() -> press(KeyCode.ESCAPE, Keys.NONE));
        step(() -> command("new-simple"));
        until(() -> scene().lookup("#editor-dynamic-worker-index-js") != null);
        step(() -> command("show-parent"));
        until(() -> scene().lookup("#editor-src-index-js") != null);
        step(() -> save(out, "state-light-simple"));
        step(() -> command("reset-layout"));
        showMoved(out);
    }

    /// Panels that stand elsewhere, one that is just dragged, and the window of one.
    private void showMoved(Path out) {
        step(() -> theme(Theme.DARK));
        move("console", "right");
        move("runs", "left");
        move("response", "right");
        move("network", "window");
        step(() -> command("show-console"));
        step(() -> session().notices().dismiss());
        step(() -> save(out, "layout-dark-moved"));
        step(() -> save(windowOf("Network"), out, "layout-dark-window"));
        step(this::drag);
        step(() -> save(out, "layout-dark-drag"));
        step(() -> theme(Theme.LIGHT));
        step(() -> save(out, "layout-light-drag"));
        step(() -> press(KeyCode.ESCAPE, Keys.NONE));
        step(() -> save(out, "layout-light-moved"));
        step(() -> save(windowOf("Network"), out, "layout-light-window"));
        step(() -> command("reset-layout"));
    }

    private void move(String panel, String area) {
        step(() -> command((panel.equals("response") ? "focus-" : "show-") + panel));
        step(() -> command("move-panel-" + area));
    }

    private static Scene windowOf(String title) {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage named
                        && String.valueOf(named.getTitle()).startsWith(title))
                .findFirst()
                .orElseThrow()
                .getScene();
    }

    /// Takes a tab of the bottom to the left.
    private void drag() {
        Node tab = scene().lookup("#tool-problems");
        Bounds from = tab.localToScreen(tab.getLayoutBounds());
        Bounds code = scene().lookup("#editors")
                .localToScreen(scene().lookup("#editors").getLayoutBounds());
        mouse(tab, MouseEvent.MOUSE_PRESSED, from.getCenterX(), from.getCenterY());
        mouse(tab, MouseEvent.MOUSE_DRAGGED, from.getCenterX() + 20, from.getCenterY());
        mouse(tab, MouseEvent.MOUSE_DRAGGED, code.getMinX() - 100, code.getCenterY());
    }

    private static void mouse(Node node, EventType<MouseEvent> type, double screenX, double screenY) {
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        0,
                        0,
                        screenX,
                        screenY,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
    }

    private enum Keys {
        NONE,
        CONTROL,
        SHIFT,
        CONTROL_SHIFT
    }

    /// @param ready when it can be done
    private record Step(BooleanSupplier ready, Runnable action) {}

    private void step(Runnable action) {
        steps.add(new Step(() -> true, action));
    }

    private void until(BooleanSupplier ready) {
        steps.add(new Step(ready, () -> {}));
    }

    private void next() {
        Step step = steps.peek();
        if (step != null) {
            PauseTransition pause = new PauseTransition(Duration.millis(600));
            pause.setOnFinished(event -> {
                if (step.ready().getAsBoolean()) {
                    steps.remove();
                    step.action().run();
                }
                next();
            });
            pause.play();
        }
    }

    private Scene scene() {
        return Objects.requireNonNull(stage).getScene();
    }

    private void theme(Theme theme) {
        Objects.requireNonNull(wiring).settings().set(Setting.THEME, theme.word());
    }

    private void tool(String id) {
        tab("#tool-tabs", "tool-" + id);
    }

    private void page(String id) {
        tab("#inspector-pages", "inspector-" + id + "-tab");
    }

    private void tab(String pane, String id) {
        TabPane tabs = (TabPane) scene().lookup(pane);
        tabs.getTabs().stream()
                .filter(tab -> tab.getId().equals(id))
                .forEach(tab -> tabs.getSelectionModel().select(tab));
    }

    private void selectRow(String table, int row) {
        ((TableView<?>) scene().lookup(table)).getSelectionModel().select(row);
    }

    private void zoom(int percent) {
        Objects.requireNonNull(wiring).settings().set(Setting.ZOOM, percent);
    }

    /// Every tool and page, filled and empty, in both themes, at 100 % and 200 %: for looking at, not for keeping.
    private void showEverything(Path out) {
        try {
            Path project = session().folder();
            ProjectExport.of(project).to(project, Objects.requireNonNull(work).resolve("theirs.dwplay"));
        } catch (SharingException refused) {
            throw new IllegalStateException(refused);
        }
        everyState(out);
        everyTool(out, "empty");
        step(() -> press(KeyCode.ENTER, Keys.CONTROL));
        everyTool(out, "filled");
        profiles(out);
        pages(out);
        step(() -> theme(Theme.DARK));
        step(() -> tool("console"));
        step(() -> ((ListView<?>) scene().lookup("#console-list"))
                .getSelectionModel()
                .select(2));
        step(() -> save(out, "console-object-dark"));
        for (String part : List.of("params", "body", "entrypoint", "vars", "expect")) {
            step(() -> tab("#request-parts", "request-" + part + "-tab"));
            step(() -> save(out, "request-dark-" + part));
        }
        step(() -> tab("#request-parts", "request-body-tab"));
        for (BodyKind kind : BodyKind.values()) {
            step(() -> ((ToggleButton) scene().lookup("#body-kind-" + kind.word())).fire());
            step(() -> save(out, "request-dark-body-" + kind.word()));
        }
        for (String path : List.of(
                "/error",
                "/cpu",
                "/network",
                "/sse",
                "/html",
                "/binary",
                "/empty",
                "/memory",
                "/time",
                "/subrequests",
                "/grant")) {
            step(() -> url("http://localhost" + path));
            step(() -> press(KeyCode.ENTER, Keys.CONTROL));
            step(() -> save(out, "response-dark" + path.replace('/', '-')));
        }
    }

    /// Every panel in each of its states, by the hidden commands.
    private void everyState(Path out) {
        List<String> states = Objects.requireNonNull(wiring).commands().all().stream()
                .map(Command::id)
                .filter(id -> id.startsWith("state-"))
                .toList();
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            for (int percent : new int[] {100, 200}) {
                step(() -> theme(theme));
                step(() -> zoom(percent));
                for (String state : states) {
                    step(() -> command(state));
                    step(() -> save(out, state + "-" + theme.word() + "-" + percent));
                }
            }
        }
        step(() -> command("state-request-scheduled"));
        step(() -> command("new-request"));
        step(() -> command("state-response-empty"));
        step(() -> theme(Theme.DARK));
        step(() -> zoom(100));
    }

    /// The ways to look at a profile.
    private void profiles(Path out) {
        step(() -> command("profile-request"));
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            for (int percent : new int[] {100, 200}) {
                step(() -> theme(theme));
                step(() -> zoom(percent));
                step(() -> command("show-profile"));
                for (String mode : List.of("functions", "lines", "calls", "flame")) {
                    step(() -> ((ToggleButton) scene().lookup("#profile-mode-" + mode)).fire());
                    step(() -> save(out, "profile-" + mode + "-" + theme.word() + "-" + percent));
                }
            }
        }
        step(() -> theme(Theme.DARK));
        step(() -> zoom(100));
    }

    /// What is laid over the window.
    private void pages(Path out) {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            for (int percent : new int[] {100, 200}) {
                String name = "-" + theme.word() + "-" + percent;
                step(() -> theme(theme));
                step(() -> zoom(percent));
                for (String command : List.of(
                        "open-sample",
                        "export",
                        "settings",
                        "keyboard",
                        "access",
                        "notices",
                        "add-grant",
                        "write-into-code")) {
                    step(() -> Objects.requireNonNull(wiring)
                            .commands()
                            .get(command)
                            .run());
                    step(() -> save(out, command + name));
                }
                step(() -> Objects.requireNonNull(wiring)
                        .showImport(Objects.requireNonNull(work).resolve("theirs.dwplay")));
                step(() -> save(out, "import" + name));
                step(() -> press(KeyCode.ESCAPE, Keys.NONE));
            }
        }
        step(() -> theme(Theme.DARK));
        step(() -> zoom(100));
    }

    private void everyTool(Path out, String state) {
        List<String> tools = List.of("console", "isolates", "network", "calls", "timeline", "profile", "runs");
        List<String> pages = List.of("grants", "limits", "network", "code");
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            for (int percent : new int[] {100, 200}) {
                String name = "-" + state + "-" + theme.word() + "-" + percent;
                step(() -> theme(theme));
                step(() -> zoom(percent));
                for (String tool : tools) {
                    step(() -> tool(tool));
                    step(() -> save(out, tool + name));
                }
                step(() -> tool("inspector"));
                for (String page : pages) {
                    step(() -> page(page));
                    step(() -> save(out, "inspector-" + page + name));
                }
            }
        }
        step(() -> theme(Theme.DARK));
        step(() -> zoom(100));
    }

    private void url(String text) {
        ((TextField) scene().lookup("#request-url")).setText(text);
    }

    private void press(KeyCode code, Keys keys) {
        Node target = scene().getFocusOwner() == null ? scene().getRoot() : scene().getFocusOwner();
        Event.fireEvent(
                target,
                new KeyEvent(
                        KeyEvent.KEY_PRESSED,
                        "",
                        "",
                        code,
                        keys == Keys.SHIFT || keys == Keys.CONTROL_SHIFT,
                        keys == Keys.CONTROL || keys == Keys.CONTROL_SHIFT,
                        /* altDown= */ false,
                        /* metaDown= */ false));
    }

    private void save(Path folder, String name) {
        save(scene(), folder, name);
    }

    private static void save(Scene of, Path folder, String name) {
        WritableImage image = of.snapshot(null);
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
        if (work != null) {
            delete(work);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
