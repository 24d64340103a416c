package dev.dynamicworkers.playground.app.panel.debug;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunState;
import dev.dynamicworkers.playground.app.session.debug.Debugging;
import dev.dynamicworkers.playground.app.session.logpoint.LinePoints;
import dev.dynamicworkers.playground.core.debug.Look;
import dev.dynamicworkers.playground.core.debug.Pause;
import dev.dynamicworkers.playground.core.debug.PausedFrame;
import dev.dynamicworkers.playground.core.debug.Seen;
import dev.dynamicworkers.playground.core.debug.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the debugger's panel shows, and what it can do. FX thread.
public final class DebugViewModel implements AutoCloseable {
    private final ProjectSession session;
    private final Debugging debugging;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final BooleanBinding paused;
    private final ObservableList<PausedFrame> frames = FXCollections.observableArrayList();
    private final ObservableList<Seen> scopes = FXCollections.observableArrayList();
    private final ObservableList<Watch> watches = FXCollections.observableArrayList();
    private final ObservableList<Row> breakpoints = FXCollections.observableArrayList();

    /// An expression that is looked at in each pause.
    ///
    /// @param seen null before it was looked at
    public record Watch(String expression, @Nullable Seen seen) {}

    /// A breakpoint.
    ///
    /// @param line where it is; where it was, for one that is lost
    /// @param code of its line
    /// @param condition empty for always
    /// @param isLost whether no line of the file has this code
    public record Row(String file, int line, String code, String condition, boolean isLost) {
        /// Where it is.
        public String place() {
            return file + ":" + line;
        }
    }

    /// @param session of the project
    public DebugViewModel(ProjectSession session) {
        this.session = session;
        debugging = session.debugging();
        paused = Bindings.createBooleanBinding(debugging::isPaused, debugging.pauseProperty());
        subscriptions.observe(debugging.pauseProperty(), this::showPause);
        subscriptions.listen(debugging.frameProperty(), index -> showFrame());
        subscriptions.onChange(
                this::showState,
                session.runState().phaseProperty(),
                debugging.breakpoints().versionProperty());
        subscriptions.onChange(this::showBreakpoints, debugging.breakpoints().versionProperty());
        showBreakpoints();
        ListChangeListener<String> expressions = change -> showExpressions();
        debugging.expressions().addListener(expressions);
        subscriptions.add(() -> debugging.expressions().removeListener(expressions));
        showExpressions();
        showState();
    }

    private void showExpressions() {
        List<Watch> next = new ArrayList<>();
        for (String expression : debugging.expressions()) {
            next.add(watches.stream()
                    .filter(watch -> watch.expression().equals(expression))
                    .findFirst()
                    .orElseGet(() -> new Watch(expression, null)));
        }
        List<Watch> before = List.copyOf(watches);
        watches.setAll(next);
        next.stream().filter(watch -> !before.contains(watch)).forEach(watch -> lookAt(watch.expression()));
    }

    private void showPause(@Nullable Pause pause) {
        frames.setAll(pause == null ? List.of() : pause.frames());
        showFrame();
        showState();
    }

    private void showFrame() {
        PausedFrame frame = debugging.frame();
        scopes.clear();
        if (frame == null) {
            watches.replaceAll(watch -> new Watch(watch.expression(), null));
            return;
        }
        if (frame.file() != null) {
            session.reveal(new Place(frame.file(), frame.line(), frame.column()));
        }
        int index = debugging.frameProperty().get();
        debugging.look(new Look.Scopes(index), scopes::setAll);
        for (Watch watch : List.copyOf(watches)) {
            lookAt(watch.expression());
        }
    }

    private void lookAt(String expression) {
        debugging.look(
                new Look.Evaluate(debugging.frameProperty().get(), expression),
                seen -> watches.replaceAll(watch ->
                        watch.expression().equals(expression) ? new Watch(expression, seen.getFirst()) : watch));
    }

    private void showState() {
        Pause pause = debugging.pauseProperty().get();
        RunState.Phase phase = session.runState().phaseProperty().get();
        if (pause != null) {
            state.set(words(pause));
        } else if (phase != RunState.Phase.IDLE) {
            state.set("Running");
        } else {
            int count = breakpoints.size();
            state.set(count == 0 ? "No breakpoints" : count == 1 ? "1 breakpoint" : count + " breakpoints");
        }
    }

    /// Where code stands still and why, in a sentence.
    public static String words(Pause pause) {
        String place = place(pause.frames().getFirst()) + " of " + pause.worker();
        String detail = pause.detail();
        return switch (pause.reason()) {
            case BREAKPOINT -> "Paused at " + place + (detail == null ? "" : ". " + detail);
            case STEP -> "Paused at " + place;
            case STATEMENT -> "Paused by debugger at " + place;
            case EXCEPTION -> "Paused at " + place + ", which throws " + detail;
        };
    }

    /// Where a frame is, as consoles show it.
    public static String place(PausedFrame frame) {
        return Debugging.place(frame).text();
    }

    private void showBreakpoints() {
        List<Row> rows = new ArrayList<>();
        Map<String, List<LinePoints.Point>> all =
                new TreeMap<>(debugging.breakpoints().all());
        all.forEach((file, points) -> points.forEach(
                point -> rows.add(new Row(file, point.line(), point.code(), point.expression(), point.isLost()))));
        breakpoints.setAll(rows);
        showState();
    }

    // Properties

    /// What the debugger does, in a sentence.
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether code stands still.
    public BooleanBinding pausedProperty() {
        return paused;
    }

    /// The functions that stand still, the innermost first.
    public ObservableList<PausedFrame> frames() {
        return frames;
    }

    /// The scopes of the frame that is looked at.
    public ObservableList<Seen> scopes() {
        return scopes;
    }

    public ObservableList<Watch> watches() {
        return watches;
    }

    public ObservableList<Row> breakpoints() {
        return breakpoints;
    }

    public Debugging debugging() {
        return debugging;
    }

    /// The run that can be stopped.
    public RunState runState() {
        return session.runState();
    }

    // Commands

    /// Lets code go on.
    public void goOn(Step step) {
        debugging.goOn(step);
    }

    public void stop() {
        session.stop();
    }

    /// Looks at another frame, and shows its line.
    public void select(int frame) {
        if (frame >= 0 && debugging.isPaused()) {
            debugging.frameProperty().set(frame);
        }
    }

    /// The parts of a value, later.
    public void parts(Seen value, int from, Consumer<List<Seen>> then) {
        debugging.look(new Look.Parts(value.handle(), from), then);
    }

    /// Looks at an expression in this and each later pause.
    public void watch(String expression) {
        debugging.lookAt(expression);
    }

    /// Looks at an expression no more.
    public void unwatch(@Nullable Watch watch) {
        if (watch != null) {
            debugging.lookAwayFrom(watch.expression());
        }
    }

    /// Shows the line of a breakpoint.
    public void open(@Nullable Row row) {
        if (row != null) {
            session.reveal(new Place(row.file(), row.line(), 1));
        }
    }

    /// Takes a breakpoint away.
    public void remove(@Nullable Row row) {
        if (row != null) {
            debugging.breakpoints().removeAt(row.file(), row.line(), row.code());
        }
    }

    /// Takes all breakpoints away.
    public void clear() {
        debugging.breakpoints().clear();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
