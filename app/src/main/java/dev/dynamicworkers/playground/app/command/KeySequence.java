package dev.dynamicworkers.playground.app.command;

import dev.dynamicworkers.playground.app.fx.Keyboard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Keys that are pressed one after the other, mostly just one combination: `Shortcut+K Shortcut+S`.
///
/// Written as key codes joined with their modifiers by `+`, combinations apart by a space. `Shortcut` is Cmd on macOS
/// and Ctrl elsewhere.
public record KeySequence(List<KeyCombination> combinations) {
    private static final Map<KeyCode, String> SIGNS = Map.ofEntries(
            Map.entry(KeyCode.SLASH, "/"),
            Map.entry(KeyCode.EQUALS, "="),
            Map.entry(KeyCode.MINUS, "-"),
            Map.entry(KeyCode.PERIOD, "."),
            Map.entry(KeyCode.COMMA, ","),
            Map.entry(KeyCode.SEMICOLON, ";"),
            Map.entry(KeyCode.QUOTE, "'"),
            Map.entry(KeyCode.OPEN_BRACKET, "["),
            Map.entry(KeyCode.CLOSE_BRACKET, "]"),
            Map.entry(KeyCode.BACK_SLASH, "\\"),
            Map.entry(KeyCode.BACK_QUOTE, "`"));

    public KeySequence {
        combinations = List.copyOf(combinations);
    }

    /// Reads a sequence; empty when it is none.
    public static Optional<KeySequence> parse(String text) {
        List<KeyCombination> combinations = new ArrayList<>();
        for (String part : text.strip().split("\\s+")) {
            Optional<KeyCombination> combination = combination(part);
            if (combination.isEmpty()) {
                return Optional.empty();
            }
            combinations.add(combination.get());
        }
        return Optional.of(new KeySequence(combinations));
    }

    private static Optional<KeyCombination> combination(String text) {
        List<KeyCombination.Modifier> modifiers = new ArrayList<>();
        String[] parts = text.split("\\+");
        for (int i = 0; i < parts.length - 1; i++) {
            switch (parts[i]) {
                case "Shortcut" -> modifiers.add(KeyCombination.SHORTCUT_DOWN);
                case "Ctrl" ->
                    modifiers.add(Keyboard.isMac() ? KeyCombination.CONTROL_DOWN : KeyCombination.SHORTCUT_DOWN);
                case "Shift" -> modifiers.add(KeyCombination.SHIFT_DOWN);
                case "Alt" -> modifiers.add(KeyCombination.ALT_DOWN);
                case "Meta" -> modifiers.add(KeyCombination.META_DOWN);
                default -> {
                    return Optional.empty();
                }
            }
        }
        String name = parts.length == 0 ? "" : parts[parts.length - 1].toUpperCase(Locale.ROOT);
        try {
            KeyCode code = KeyCode.valueOf(name.matches("\\d") ? "DIGIT" + name : name);
            return Optional.of(new KeyCodeCombination(code, modifiers.toArray(KeyCombination.Modifier[]::new)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The combination that a key press makes; empty while only modifiers are held.
    public static Optional<KeyCombination> pressed(KeyEvent event) {
        if (event.getCode().isModifierKey() || event.getCode() == KeyCode.UNDEFINED) {
            return Optional.empty();
        }
        List<KeyCombination.Modifier> modifiers = new ArrayList<>();
        if (event.isShortcutDown()) {
            modifiers.add(KeyCombination.SHORTCUT_DOWN);
        } else if (event.isControlDown()) {
            modifiers.add(KeyCombination.CONTROL_DOWN);
        }
        if (event.isShiftDown()) {
            modifiers.add(KeyCombination.SHIFT_DOWN);
        }
        if (event.isAltDown()) {
            modifiers.add(KeyCombination.ALT_DOWN);
        }
        return Optional.of(new KeyCodeCombination(event.getCode(), modifiers.toArray(KeyCombination.Modifier[]::new)));
    }

    /// The first combination.
    public KeyCombination first() {
        return combinations.getFirst();
    }

    /// Whether it is more than one combination.
    public boolean isChord() {
        return combinations.size() > 1;
    }

    /// As people write it, for example `Ctrl+Shift+P` or `Ctrl+K Ctrl+S`.
    public String text() {
        return combinations.stream().map(KeySequence::text).collect(Collectors.joining(" "));
    }

    private static String text(KeyCombination keys) {
        StringBuilder text = new StringBuilder();
        if (keys.getShortcut() == KeyCombination.ModifierValue.DOWN) {
            text.append(Keyboard.isMac() ? "Cmd+" : "Ctrl+");
        }
        if (keys.getControl() == KeyCombination.ModifierValue.DOWN) {
            text.append("Ctrl+");
        }
        if (keys.getShift() == KeyCombination.ModifierValue.DOWN) {
            text.append("Shift+");
        }
        if (keys.getAlt() == KeyCombination.ModifierValue.DOWN) {
            text.append("Alt+");
        }
        return text.append(name(((KeyCodeCombination) keys).getCode())).toString();
    }

    private static String name(KeyCode code) {
        String sign = SIGNS.get(code);
        if (sign != null) {
            return sign;
        }
        String name = code.name();
        if (name.startsWith("DIGIT")) {
            return name.substring(5);
        }
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// As {@link #parse} reads it.
    public String written() {
        return combinations.stream()
                .map(keys -> {
                    StringBuilder text = new StringBuilder();
                    if (keys.getShortcut() == KeyCombination.ModifierValue.DOWN) {
                        text.append("Shortcut+");
                    }
                    if (keys.getControl() == KeyCombination.ModifierValue.DOWN) {
                        text.append("Ctrl+");
                    }
                    if (keys.getShift() == KeyCombination.ModifierValue.DOWN) {
                        text.append("Shift+");
                    }
                    if (keys.getAlt() == KeyCombination.ModifierValue.DOWN) {
                        text.append("Alt+");
                    }
                    return text + ((KeyCodeCombination) keys).getCode().name();
                })
                .collect(Collectors.joining(" "));
    }
}
