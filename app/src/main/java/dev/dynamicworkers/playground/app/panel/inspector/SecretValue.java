package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.TimedCopy;
import dev.dynamicworkers.playground.app.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// A secret that is seen only while a button is held, by the mouse or by the space bar. What reads the screen aloud
/// never gets it. FX thread.
final class SecretValue extends HBox {
    private static final String MASK = "\u2022".repeat(8);

    private final Label shown = new Label(MASK);
    private final String name;
    private final String value;

    /// @param name of the secret
    /// @param value what it is
    /// @param copies copies it for a while
    SecretValue(String name, String value, TimedCopy copies) {
        this.name = name;
        this.value = value;
        setId("secret-" + name);
        getStyleClass().add("secret-value");
        setAlignment(Pos.CENTER_LEFT);
        shown.setId("secret-text-" + name);
        shown.getStyleClass().add("mono");
        shown.setMinWidth(0);
        shown.setAccessibleText("Value of " + name + ", hidden");
        Button show = new Button("Hold to show", Icons.KEY.node(14));
        show.setId("secret-show-" + name);
        show.setAccessibleText("Show the value of " + name + " on the screen while this is held");
        // Armed is: the mouse or the space bar is down on it, it has the focus, and its window is in front.
        show.armedProperty().subscribe(armed -> shown.setText(armed ? value : MASK));
        show.focusedProperty().subscribe(focused -> {
            if (!focused) {
                show.disarm();
            }
        });
        Button copy = new Button("Copy", Icons.COPY.node(14));
        copy.setId("secret-copy-" + name);
        copy.setAccessibleText("Copy the value of " + name + " for 30 seconds");
        Panes.tip(copy, "It leaves the clipboard after 30 seconds");
        copy.setOnAction(event -> copies.copy(value));
        for (Button button : new Button[] {show, copy}) {
            button.getStyleClass().addAll("small", "flat");
            button.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().addAll(shown, Panes.spacer(), show, copy);
    }

    boolean shows(String otherName, String otherValue) {
        return name.equals(otherName) && value.equals(otherValue);
    }

    /// The clipboard of the system.
    static final class SystemBoard implements TimedCopy.Board {
        @Override
        public @Nullable String text() {
            return Clipboard.getSystemClipboard().getString();
        }

        @Override
        public void put(String text) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        }

        @Override
        public void clear() {
            Clipboard.getSystemClipboard().clear();
        }
    }
}
