package dev.dynamicworkers.playground.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

final class KeyBindingsTest {
    private final List<String> ran = new ArrayList<>();
    private final CommandRegistry commands = new CommandRegistry();
    private final KeyBindings bindings = new KeyBindings();
    private final Command save = commands.add("save", "File: Save", () -> ran.add("save"), "Shortcut+S");
    private final Command keys = commands.add("keys", "Help: Keys", () -> ran.add("keys"), "Shortcut+K Shortcut+S");
    private final Command undo =
            commands.addForEditor("undo", "Edit: Undo", () -> ran.add("undo"), List.of("Shortcut+Z"));
    private boolean inEditor;
    private final KeyMap map = new KeyMap(commands, bindings, () -> inEditor);

    private static KeySequence sequence(String text) {
        return KeySequence.parse(text).orElseThrow();
    }

    private KeyEvent press(KeyCode code, KeyCode... held) {
        boolean control = List.of(held).contains(KeyCode.CONTROL);
        boolean alt = List.of(held).contains(KeyCode.ALT);
        KeyEvent event = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, alt, false);
        map.handle(event);
        return event;
    }

    @Test
    void sequencesAreReadAndWritten() {
        for (String text : List.of("Shortcut+Shift+OPEN_BRACKET", "F5", "Shortcut+K Shortcut+DIGIT0")) {
            assertThat(sequence(text).written()).isEqualTo(text);
        }
        assertThat(sequence("Shortcut+Shift+Open_Bracket").text()).isEqualTo("Ctrl+Shift+[");
        assertThat(sequence("Shortcut+K Shortcut+0").text()).isEqualTo("Ctrl+K Ctrl+0");
        assertThat(KeySequence.parse("Shortcut+Nonsense")).isEmpty();
        assertThat(KeySequence.parse("")).isEmpty();
    }

    @Test
    void aChordWaitsForItsSecondKey() {
        press(KeyCode.K, KeyCode.CONTROL);
        assertThat(map.pendingProperty().get()).isEqualTo("Ctrl+K \u2026");
        press(KeyCode.S, KeyCode.CONTROL);
        press(KeyCode.S, KeyCode.CONTROL);
        assertThat(ran).containsExactly("keys", "save");
        press(KeyCode.K, KeyCode.CONTROL);
        assertThat(press(KeyCode.A).isConsumed()).isTrue();
        assertThat(map.pendingProperty().get()).isEmpty();
    }

    @Test
    void keysOfTheEditorCountOnlyThere() {
        press(KeyCode.Z, KeyCode.CONTROL);
        inEditor = true;
        press(KeyCode.Z, KeyCode.CONTROL);
        assertThat(ran).containsExactly("undo");
    }

    @Test
    void altGraphTypes() {
        bindings.set(save, List.of(sequence("Shortcut+Alt+Q")));
        press(KeyCode.ALT_GRAPH, KeyCode.CONTROL, KeyCode.ALT);
        press(KeyCode.Q, KeyCode.CONTROL, KeyCode.ALT);
        assertThat(ran).isEmpty();
        map.handle(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", KeyCode.ALT_GRAPH, false, false, false, false));
        press(KeyCode.Q, KeyCode.CONTROL, KeyCode.ALT);
        assertThat(ran).containsExactly("save");
    }

    @Test
    void changedKeysAreKeptAndConflictsAreKnown() {
        KeySequence wanted = sequence("Shortcut+K");
        assertThat(bindings.conflicts(commands, undo, wanted)).containsExactly(keys);
        bindings.takeOver(commands, undo, wanted);
        assertThat(bindings.keys(keys)).isEmpty();
        KeyBindings again = new KeyBindings();
        again.load(bindings.written());
        assertThat(again.keys(undo)).containsExactly(wanted);
        assertThat(again.text(keys)).isEmpty();
        again.reset(keys);
        assertThat(again.keys(keys)).isEqualTo(keys.keys());
        assertThat(again.isChanged(keys)).isFalse();
    }
}
