package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.FxThread;
import javafx.animation.PauseTransition;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import javafx.util.Subscription;

/// Where the focus is after a start: in the main window, with those of panels in front of it. FX thread.
///
/// A desktop gives the focus to each new window, some time after it was shown, and brings the one that has it to the
/// front.
final class StartFocus implements AutoCloseable {
    /// How long a window counts as new; what gets the focus later gets it from the person.
    private static final Duration NEW = Duration.seconds(3);

    private final OwnWindows windows;
    private final PauseTransition end = new PauseTransition(NEW);
    private Subscription subscription = Subscription.EMPTY;

    StartFocus(OwnWindows windows) {
        this.windows = windows;
    }

    /// Keeps the focus in the main window while others come up.
    ///
    /// @param take gives it the focus
    void keep(Runnable take, Window main) {
        take.run();
        subscription = main.focusedProperty().subscribe(focused -> {
            if (focused) {
                FxThread.onNextFrame(windows::raise);
            }
        });
        for (Stage stage : windows.stages()) {
            subscription = subscription.and(stage.focusedProperty().subscribe(focused -> {
                if (focused) {
                    take.run();
                }
            }));
        }
        end.setOnFinished(event -> close());
        end.playFromStart();
    }

    @Override
    public void close() {
        end.stop();
        subscription.unsubscribe();
        subscription = Subscription.EMPTY;
    }
}
