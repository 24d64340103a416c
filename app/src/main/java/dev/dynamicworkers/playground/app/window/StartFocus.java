package dev.dynamicworkers.playground.app.window;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.util.Duration;
import javafx.util.Subscription;

/// Where the focus is after a start: in the main window, with those of panels in front of it. FX thread.
///
/// A desktop gives the focus to each new window, some time after it was shown, and brings the one that has it to the
/// front; many give it to a window that is brought to the front, too. So the windows of panels are kept above all
/// others instead, until the person goes to another window or presses something in the main one.
final class StartFocus implements AutoCloseable {
    /// How long a window counts as new; what gets the focus later gets it from the person.
    private static final Duration NEW = Duration.seconds(3);

    private final OwnWindows windows;
    private final PauseTransition end = new PauseTransition(NEW);
    private List<Stage> stages = List.of();
    private Subscription subscription = Subscription.EMPTY;

    StartFocus(OwnWindows windows) {
        this.windows = windows;
    }

    /// Keeps the focus in the main window while others come up.
    ///
    /// @param take gives it the focus
    void keep(Runnable take, Stage main) {
        close();
        stages = windows.stages();
        Scene scene = main.getScene();
        EventHandler<MouseEvent> pressed = event -> close();
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, pressed);
        subscription = () -> scene.removeEventFilter(MouseEvent.MOUSE_PRESSED, pressed);
        for (Stage stage : stages) {
            stage.setAlwaysOnTop(true);
            subscription = subscription.and(stage.focusedProperty().subscribe(focused -> {
                if (focused && end.getStatus() == PauseTransition.Status.RUNNING) {
                    take.run();
                }
            }));
        }
        subscription = subscription.and(main.focusedProperty().subscribe((before, focused) -> {
            if (!focused && end.getStatus() != PauseTransition.Status.RUNNING) {
                close();
            }
        }));
        end.setOnFinished(event -> {
            if (!main.isFocused()) {
                close();
            }
        });
        end.playFromStart();
        take.run();
    }

    @Override
    public void close() {
        end.stop();
        subscription.unsubscribe();
        subscription = Subscription.EMPTY;
        stages.forEach(stage -> stage.setAlwaysOnTop(false));
        stages = List.of();
    }
}
