package dev.dynamicworkers.playground.app.session.debug;

import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.logpoint.Breakpoints;
import dev.dynamicworkers.playground.core.debug.DebugPlan;
import dev.dynamicworkers.playground.core.debug.Look;
import dev.dynamicworkers.playground.core.debug.Pause;
import dev.dynamicworkers.playground.core.debug.PauseListener;
import dev.dynamicworkers.playground.core.debug.PausedFrame;
import dev.dynamicworkers.playground.core.debug.Seen;
import dev.dynamicworkers.playground.core.debug.Step;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is to stand still, what stands still now, and the way to go on. FX thread.
public final class Debugging {
    private final Executor fx;
    private final Breakpoints breakpoints = new Breakpoints();
    private final BooleanProperty exceptions = new SimpleBooleanProperty();
    private final BooleanProperty statements = new SimpleBooleanProperty();
    private final ObservableList<String> expressions = FXCollections.observableArrayList();
    private final ObservableList<String> expressionsView = FXCollections.unmodifiableObservableList(expressions);
    private final ReadOnlyObjectWrapper<@Nullable Pause> pause = new ReadOnlyObjectWrapper<>();
    private final IntegerProperty frame = new SimpleIntegerProperty();
    private @Nullable RunningProject running;
    private DebugPlan inForce = DebugPlan.OFF;

    /// What a person wants to stand still for, in this moment.
    ///
    /// @param exceptions whether exceptions that no `try` catches
    /// @param statements whether `debugger` statements alone
    public record Wanted(Breakpoints.Snapshot breakpoints, boolean exceptions, boolean statements) {
        /// The plan for the texts that a run gets. Blocks.
        public DebugPlan plan(Path root, Map<String, String> unsaved) {
            return new DebugPlan(breakpoints.in(root, unsaved), exceptions, statements);
        }
    }

    /// @param fx runs work on the FX thread
    public Debugging(Executor fx) {
        this.fx = fx;
    }

    // Properties

    /// The breakpoints, by file.
    public Breakpoints breakpoints() {
        return breakpoints;
    }

    /// Whether code stands still where it throws what no `try` catches.
    public BooleanProperty exceptionsProperty() {
        return exceptions;
    }

    /// Whether `debugger` statements count where there is no breakpoint.
    public BooleanProperty statementsProperty() {
        return statements;
    }

    /// Expressions that are looked at in each pause, in the order in which they were added.
    public ObservableList<String> expressions() {
        return expressionsView;
    }

    /// What stands still; null while nothing does.
    public ReadOnlyObjectProperty<@Nullable Pause> pauseProperty() {
        return pause.getReadOnlyProperty();
    }

    /// Index of the frame that is looked at.
    public IntegerProperty frameProperty() {
        return frame;
    }

    /// The frame that is looked at; null while nothing stands still.
    public @Nullable PausedFrame frame() {
        Pause now = pause.get();
        return now == null
                ? null
                : now.frames().get(Math.clamp(frame.get(), 0, now.frames().size() - 1));
    }

    /// Where the code stands still, whichever frame is looked at; null while none does.
    public @Nullable Place place() {
        Pause now = pause.get();
        return now == null ? null : place(now.frames().getFirst());
    }

    /// Where a frame is: in a file of the project, else in a module that has none.
    public static Place place(PausedFrame frame) {
        String file = frame.file();
        return new Place(file == null ? frame.module() : file, frame.line(), frame.column());
    }

    /// Whether code stands still.
    public boolean isPaused() {
        return pause.get() != null;
    }

    /// What is wanted now, for another thread.
    public Wanted wanted() {
        return new Wanted(breakpoints.snapshot(), exceptions.get(), statements.get());
    }

    // Commands

    /// Looks at an expression in this and each later pause. Without effect for an empty one, or one that is looked at.
    public void lookAt(String expression) {
        String wanted = expression.strip();
        if (!wanted.isEmpty() && !expressions.contains(wanted)) {
            expressions.add(wanted);
        }
    }

    /// Looks at an expression no more.
    public void lookAwayFrom(String expression) {
        expressions.remove(expression);
    }

    /// Lets code go on. Without effect while nothing stands still.
    public void goOn(Step step) {
        Pause now = pause.get();
        RunningProject project = running;
        if (now != null && project != null) {
            var unused = project.goOn(now.number(), step);
        }
    }

    /// Looks at what stands still.
    ///
    /// @param then gets it later, or one row that says why there is nothing; not when it went on meanwhile
    public void look(Look look, Consumer<List<Seen>> then) {
        Pause now = pause.get();
        RunningProject project = running;
        if (now == null || project == null) {
            return;
        }
        var unused = project.look(now.number(), look)
                .whenComplete((seen, failure) -> fx.execute(() -> {
                    if (Objects.equals(pause.get(), now)) {
                        then.accept(
                                seen != null
                                        ? seen
                                        : List.of(
                                                new Seen("", "can't be seen: " + reason(failure), Seen.Kind.ERROR, 0)));
                    }
                }));
    }

    private static String reason(@Nullable Throwable failure) {
        return failure == null ? "unknown" : String.valueOf(failure.getMessage());
    }

    /// Debugs a project from now on, in place of the one before.
    public void attach(RunningProject project, DebugPlan plan) {
        if (project != running) {
            detach();
            running = project;
            inForce = DebugPlan.OFF;
            project.watchPauses(new Listener(project));
        }
        if (!plan.equals(inForce)) {
            inForce = plan;
            // In force before what is sent to the project after it: the engine takes both in this order.
            var unused = project.debug(plan);
        }
    }

    /// Shows a pause with fixed data, for whoever looks at how it looks.
    public void show(@Nullable Pause fixed) {
        frame.set(0);
        pause.set(fixed);
    }

    /// Nothing is debugged any more.
    public void detach() {
        if (running != null) {
            running.watchPauses(null);
            running = null;
        }
        pause.set(null);
    }

    private final class Listener implements PauseListener {
        private final RunningProject project;

        Listener(RunningProject project) {
            this.project = project;
        }

        @Override
        public void paused(Pause found) {
            fx.execute(() -> {
                if (project == running) {
                    frame.set(0);
                    pause.set(found);
                }
            });
        }

        @Override
        public void goesOn(long number) {
            fx.execute(() -> {
                Pause now = pause.get();
                if (project == running && now != null && now.number() == number) {
                    pause.set(null);
                }
            });
        }
    }
}
