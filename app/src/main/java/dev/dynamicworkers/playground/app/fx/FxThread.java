package dev.dynamicworkers.playground.app.fx;

import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// The FX application thread: the only place that hands work to it.
public final class FxThread {
    private FxThread() {}

    /// Runs the work on the FX thread, soon. Safe on any thread.
    public static void post(Runnable work) {
        Platform.runLater(work);
    }

    /// Runs the work on the FX thread when the next frame is made. Safe on any thread.
    public static void onNextFrame(Runnable work) {
        if (isCurrent()) {
            startOneShotTimer(work);
        } else {
            Platform.runLater(() -> startOneShotTimer(work));
        }
    }

    private static void startOneShotTimer(Runnable work) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                work.run();
            }
        }.start();
    }

    /// An executor that runs its work on the FX thread, at once when it is called there.
    public static Executor executor() {
        return work -> {
            if (isCurrent()) {
                work.run();
            } else {
                post(work);
            }
        };
    }

    /// Whether the caller is on the FX thread.
    public static boolean isCurrent() {
        return Platform.isFxApplicationThread();
    }

    /// Fails unless the caller is on the FX thread.
    public static void require() {
        if (!isCurrent()) {
            throw new IllegalStateException(
                    "called on " + Thread.currentThread().getName() + ", not on the FX thread");
        }
    }

    /// Ends the toolkit once all windows are closed.
    public static void exitToolkit() {
        Platform.exit();
    }
}
