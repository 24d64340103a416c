package dev.dynamicworkers.playground.app;

import dev.dynamicworkers.playground.app.session.DiskProjects;
import dev.dynamicworkers.playground.app.session.Engine;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunState;
import dev.dynamicworkers.playground.app.session.RunVerdict;
import dev.dynamicworkers.playground.app.session.SessionLog;
import dev.dynamicworkers.playground.app.settings.SettingsStore;
import dev.dynamicworkers.playground.core.process.RuntimeProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/// Measures what a person waits for in the window, on the real engine process, and prints a line `name milliseconds`
/// for each figure. Run by `docs/benchmarks/run`. Arguments: a project's folder, which is written to, and how long the
/// person looks at the window before the first Send, in milliseconds.
public final class WindowBenchmarkApplication extends Application {
    private static final String LOOP = "export default { fetch() { for (let i = 0; ; i++) {} } };\n";
    private static final String LOOP_THAT_STAYS =
            "export default { fetch() { return new Response(String(2n ** (1n << 30n))); } };\n";
    private static final int LINES = 100_000;
    private static final int RUNS = 10;
    private static final String CHATTER = "export default { fetch() { for (let i = 0; i < " + LINES / RUNS
            + "; i++) console.log('line ' + i); return new Response('done'); } };\n";
    private static final String ANSWER = "export default { fetch() { return new Response('again'); } };\n";
    private static final int STOPS = 5;
    private static final long RUNS_BEFORE_STOP_NANOS = 700_000_000;

    private final FrameSteps steps = new FrameSteps(this::frame);
    private @Nullable Wiring wiring;
    private @Nullable Stage stage;
    private long longestGap;
    private long lastFrame;

    @Override
    public void start(Stage shown) throws IOException {
        stage = shown;
        Path project = Path.of(getParameters().getRaw().getFirst());
        long look = Long.parseLong(getParameters().getRaw().get(1)) * 1_000_000;
        Path settings = project.resolveSibling("settings.json");
        Wiring made = new Wiring(shown, new SettingsStore(settings), new DiskProjects(), RuntimeProcess::start);
        wiring = made;
        made.show(project);
        step("", () -> {}, this::isUsable);
        step(
                "",
                () -> FrameSteps.tell(
                        "launch-to-usable", ManagementFactory.getRuntimeMXBean().getUptime()),
                () -> true);
        step("", () -> {}, () -> steps.nanos() > look);
        step("first-response", () -> command("run"), this::isAnswered);
        step("second-response", () -> command("run"), this::isAnswered);
        code(project, CHATTER);
        step("", () -> longestGap = 0, () -> true);
        for (int i = 0; i < RUNS; i++) {
            step("run-of-10000-lines", () -> command("run"), this::isAnswered);
        }
        step("lines-shown-after", () -> {}, this::areLinesShown);
        step("", () -> FrameSteps.tell("longest-frame-meanwhile", longestGap / 1e6), () -> true);
        code(project, LOOP);
        for (int i = 0; i < STOPS; i++) {
            loop();
            step("stop-loop", () -> command("stop"), this::isStopped);
        }
        code(project, LOOP_THAT_STAYS);
        loop();
        step("stop-unyielding", () -> command("stop"), this::isStopped);
        code(project, ANSWER);
        step("response-after-restart", () -> command("run"), this::isAnswered);
        step("", () -> {}, () -> session().engine().conditionProperty().get() == Engine.Condition.UP);
        step("", shown::close, () -> true);
        steps.run();
    }

    private void loop() {
        step("", () -> command("run"), () -> phase() == RunState.Phase.RUNNING);
        step("", () -> {}, () -> steps.nanos() > RUNS_BEFORE_STOP_NANOS);
    }

    /// Changes the parent's code on disk, as another editor would, and waits until the window shows it.
    private void code(Path project, String text) {
        step(
                "",
                () -> write(project.resolve("src/index.js"), text),
                () -> scene("#editor-src-index-js").getText().equals(text));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CodeArea scene(String id) {
        return (CodeArea) Objects.requireNonNull(stage).getScene().lookup(id);
    }

    private void step(String figure, Runnable action, BooleanSupplier done) {
        steps.add(figure, action, done);
    }

    private void frame() {
        long frame = System.nanoTime();
        longestGap = lastFrame == 0 ? 0 : Math.max(longestGap, frame - lastFrame);
        lastFrame = frame;
    }

    private ProjectSession session() {
        return Objects.requireNonNull(Objects.requireNonNull(wiring).session());
    }

    private RunState.Phase phase() {
        return session().runState().phaseProperty().get();
    }

    private void command(String id) {
        Objects.requireNonNull(wiring).commands().get(id).run();
    }

    private boolean isUsable() {
        return Objects.requireNonNull(stage).getScene().getFocusOwner() instanceof CodeArea area
                && area.getLength() > 0;
    }

    private boolean isAnswered() {
        return isOver(RunVerdict.OK);
    }

    private boolean areLinesShown() {
        SessionLog log = session().log();
        return log.lines().size() + log.droppedProperty().get() >= LINES;
    }

    private boolean isStopped() {
        return isOver(RunVerdict.STOPPED);
    }

    private boolean isOver(RunVerdict verdict) {
        var run = session().lastRunProperty().get();
        return phase() == RunState.Phase.IDLE
                && run != null
                && run.number() == session().runState().number()
                && run.verdict() == verdict;
    }

    @Override
    public void stop() {
        if (wiring != null) {
            wiring.close();
        }
    }
}
