package dev.dynamicworkers.playground.app.code;

import dev.dynamicworkers.playground.app.code.assist.Assistant;
import dev.dynamicworkers.playground.app.fx.Keyboard;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;

/// Who gets a key that is pressed in a code area: what lies over the code, several carets, pairs of brackets, or lines.
/// FX thread.
final class EditorKeys {
    private final CodeArea area;
    private final Assistant assistant;
    private final MultiCaret multi;
    private final AutoClose pairs;
    private final LineCommands lines;
    private final ReadOnlyBooleanWrapper tabMovesFocus = new ReadOnlyBooleanWrapper();

    EditorKeys(CodeArea area, Assistant assistant, MultiCaret multi, AutoClose pairs, LineCommands lines) {
        this.area = area;
        this.assistant = assistant;
        this.multi = multi;
        this.pairs = pairs;
        this.lines = lines;
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        area.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    /// Lets the Tab key leave the editor, or indent again.
    void toggleTabFocus() {
        tabMovesFocus.set(!tabMovesFocus.get());
    }

    /// Whether the Tab key leaves the editor.
    ReadOnlyBooleanProperty tabMovesFocusProperty() {
        return tabMovesFocus.getReadOnlyProperty();
    }

    private void pressed(KeyEvent event) {
        boolean paste = event.isShortcutDown() && event.getCode() == KeyCode.V && !event.isShiftDown();
        String pasted =
                paste && multi.isActive() ? Clipboard.getSystemClipboard().getString() : null;
        if (pasted != null && multi.type(pasted)) {
            event.consume();
            return;
        }
        if (assistant.keyPressed(event)) {
            event.consume();
            return;
        }
        boolean free = !event.isShortcutDown() && !event.isAltDown();
        if (!area.isEditable() || !free) {
            return;
        }
        if (multi.keyPressed(event)) {
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && !tabMovesFocus.get()) {
            lines.tab(event.isShiftDown());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            lines.newLine();
            event.consume();
        } else if (event.getCode() == KeyCode.BACK_SPACE && pairs.backspace()) {
            event.consume();
        }
    }

    private void typed(KeyEvent event) {
        String typed = event.getCharacter();
        if (typed.isEmpty() || typed.charAt(0) < ' ' || typed.charAt(0) == 127) {
            return;
        }
        if (isCommand(event)) {
            // The code area would type the letter of Alt and a letter.
            event.consume();
            return;
        }
        if (multi.type(typed) || (typed.length() == 1 && pairs.typed(typed.charAt(0)))) {
            event.consume();
        } else {
            lines.typed(typed);
        }
    }

    /// Whether keys are held that make a letter no text. Ctrl and Alt together are AltGr on some systems, and on macOS
    /// Alt types characters.
    private static boolean isCommand(KeyEvent event) {
        boolean alt = event.isAltDown() && !Keyboard.isMac();
        return event.isControlDown() != alt || event.isMetaDown();
    }
}
