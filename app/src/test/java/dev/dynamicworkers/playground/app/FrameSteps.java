package dev.dynamicworkers.playground.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// What a benchmark of the window does, a step after the other; in every frame it looks whether the step is over.
/// Prints a line `name milliseconds` for each step that has a name. FX thread.
final class FrameSteps {
    private static final long GIVE_UP_NANOS = 120_000_000_000L;

    private final Deque<Step> steps = new ArrayDeque<>();
    private final Runnable eachFrame;
    private long since;

    /// Something to do, and what to wait for after it.
    ///
    /// @param figure how its duration is called, empty when it is not told
    private record Step(String figure, Runnable action, BooleanSupplier done) {}

    /// @param eachFrame is run at the beginning of every frame
    FrameSteps(Runnable eachFrame) {
        this.eachFrame = eachFrame;
    }

    /// Adds a step at the end.
    void add(String figure, Runnable action, BooleanSupplier done) {
        steps.add(new Step(figure, action, done));
    }

    /// Time since the current step began, in nanoseconds.
    long nanos() {
        return System.nanoTime() - since;
    }

    /// Begins.
    void run() {
        new AnimationTimer() {
            private @Nullable Step current;

            @Override
            public void handle(long now) {
                eachFrame.run();
                Step step = current;
                if (step == null) {
                    step = steps.poll();
                    if (step == null) {
                        stop();
                        return;
                    }
                    current = step;
                    since = System.nanoTime();
                    step.action().run();
                }
                if (step.done().getAsBoolean()) {
                    if (!step.figure().isEmpty()) {
                        tell(step.figure(), nanos() / 1e6);
                    }
                    current = null;
                } else if (nanos() > GIVE_UP_NANOS) {
                    tell("gave-up-" + step.figure(), -1);
                    stop();
                    Platform.exit();
                }
            }
        }.start();
    }

    /// Prints a figure.
    @SuppressWarnings("SystemOut") // the program's only output
    static void tell(String figure, double millis) {
        System.out.printf(Locale.ROOT, "%s %.1f%n", figure, millis);
    }
}
