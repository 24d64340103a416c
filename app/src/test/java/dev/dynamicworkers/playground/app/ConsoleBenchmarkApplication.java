package dev.dynamicworkers.playground.app;

import dev.dynamicworkers.playground.app.fixture.FakeRuntime;
import dev.dynamicworkers.playground.app.fixture.SampleProject;
import dev.dynamicworkers.playground.app.session.DiskProjects;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.settings.SettingsStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Measures the console while 100,000 lines arrive and while they are scrolled, and prints a line `name milliseconds`
/// for each figure. The lines come from a runtime that runs nothing, as fast as they are taken, so that only the window
/// is measured. Run by `docs/benchmarks/console`; the argument is an empty folder.
public final class ConsoleBenchmarkApplication extends Application {
    private static final int LINES = 100_000;
    private static final int SCROLLED_FRAMES = 240;

    private final FrameSteps steps = new FrameSteps(this::frame);
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Long> gaps = new ArrayList<>();
    private final List<Long> work = new ArrayList<>();
    private @Nullable Wiring wiring;
    private @Nullable Stage stage;
    private @Nullable ScrollBar bar;
    private long lastFrame;
    private long lastWork;
    private int scrolled;
    private boolean watching;

    @Override
    public void start(Stage shown) throws IOException {
        stage = shown;
        Path folder = Path.of(getParameters().getRaw().getFirst());
        wiring = new Wiring(
                shown,
                new SettingsStore(folder.resolve("settings.json")),
                new DiskProjects(),
                watcher -> new FakeRuntime());
        shown.setWidth(1400);
        shown.setHeight(900);
        wiring.show(SampleProject.write(folder.resolve("hello")));
        step(
                "",
                () -> {},
                () -> scene("#console-list") != null
                        && session().outlineProperty().get() != null);
        step("", this::showConsole, () -> true);
        for (int turn = 1; turn <= 3; turn++) {
            int now = turn;
            step(
                    "",
                    () -> session().log().clear(),
                    () -> session().log().lines().isEmpty());
            step(
                    "run-" + turn,
                    this::flood,
                    () -> !session().runState().liveProperty().get());
            step("lines-shown-" + turn, () -> {}, this::areLinesShown);
            step("", () -> tellFrames("arrival-" + now), () -> true);
            step("", this::beginScroll, this::scroll);
            step("", () -> tellFrames("scroll-" + now), () -> true);
        }
        step("", Platform::exit, () -> true);
        steps.run();
    }

    private void showConsole() {
        TabPane tabs = (TabPane) Objects.requireNonNull(scene("#tool-tabs"));
        tabs.getTabs().stream()
                .filter(tab -> tab.getId().equals("tool-console"))
                .forEach(tab -> tabs.getSelectionModel().select(tab));
        bar = Objects.requireNonNull(scene("#console-list")).lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(found -> found.getOrientation() == Orientation.VERTICAL)
                .findFirst()
                .orElseThrow();
    }

    private void flood() {
        watch();
        ((TextField) Objects.requireNonNull(scene("#request-url"))).setText("http://localhost/flood-" + LINES);
        Objects.requireNonNull(wiring).commands().get("run").run();
    }

    private void watch() {
        gaps.clear();
        work.clear();
        watching = true;
    }

    private void beginScroll() {
        scrolled = 0;
        watch();
    }

    /// A little more in each frame, from one end to the other.
    private boolean scroll() {
        ScrollBar scrolling = Objects.requireNonNull(bar);
        scrolling.setValue(scrolling.getMax() * (1 - (double) scrolled / SCROLLED_FRAMES));
        return ++scrolled > SCROLLED_FRAMES;
    }

    private boolean areLinesShown() {
        var log = session().log();
        return log.lines().size() + log.droppedProperty().get() >= LINES;
    }

    private void tellFrames(String name) {
        watching = false;
        FrameSteps.tell(name + "-frame-p95", percentile(gaps, 95));
        FrameSteps.tell(name + "-frame-longest", percentile(gaps, 100));
        FrameSteps.tell(name + "-work-p95", percentile(work, 95));
        FrameSteps.tell(name + "-work-longest", percentile(work, 100));
    }

    private static double percentile(List<Long> nanos, int percent) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }

    private void step(String figure, Runnable action, BooleanSupplier done) {
        steps.add(figure, action, done);
    }

    private void frame() {
        long frame = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        if (watching && lastFrame != 0) {
            gaps.add(frame - lastFrame);
            work.add(cpu - lastWork);
        }
        lastFrame = frame;
        lastWork = cpu;
    }

    private ProjectSession session() {
        return Objects.requireNonNull(Objects.requireNonNull(wiring).session());
    }

    private @Nullable Node scene(String id) {
        return Objects.requireNonNull(stage).getScene().lookup(id);
    }

    @Override
    public void stop() {
        if (wiring != null) {
            wiring.close();
        }
    }
}
