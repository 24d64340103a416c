package dev.dynamicworkers.playground.app.code;

import javafx.util.Duration;
import org.fxmisc.richtext.CaretNode;
import org.reactfx.Subscription;

/// Lets a caret stop blinking when nobody has typed for a while, as desktops do: a blinking caret asks for sixty frames
/// a second, also of a window that is only looked at. FX thread.
final class CaretRest {
    private static final Duration RATE = Duration.millis(500);
    private static final int BLINKS = 20;

    private final CaretNode caret;
    private final Subscription subscription;
    private int hidden;

    CaretRest(CaretNode caret) {
        this.caret = caret;
        var listener = caret.visibleProperty().subscribe(this::blinked);
        subscription = listener::unsubscribe;
    }

    private void blinked() {
        if (!caret.isVisible() && ++hidden >= BLINKS / 2) {
            caret.setBlinkRate(Duration.ZERO);
        }
    }

    /// Takes note that the person does something.
    void woken() {
        hidden = 0;
        if (caret.getBlinkRate().equals(Duration.ZERO)) {
            caret.setBlinkRate(RATE);
        }
    }

    void close() {
        subscription.unsubscribe();
    }
}
