package dev.dynamicworkers.playground.app.code;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The bar above an editor that searches in it.
public final class FindBar extends HBox {
    private static final int MOST_MATCHES = 5_000;
    private static final int MOST_DRAWN = 500;

    private final EditorView editor;
    private final TextField field = new TextField();
    private final ToggleButton matchCase = new ToggleButton("Aa");
    private final Label count = new Label();
    private List<Integer> matches = List.of();

    /// @param editor that is searched
    public FindBar(EditorView editor) {
        this.editor = editor;
        getStyleClass().add("find-bar");
        field.setId("find-field");
        field.setPromptText("Find");
        field.setAccessibleText("Find in this file");
        HBox.setHgrow(field, Priority.ALWAYS);
        matchCase.setId("find-case");
        matchCase.setAccessibleText("Match case");
        matchCase.getStyleClass().addAll("flat", "small-toggle");
        count.getStyleClass().add("muted");
        field.textProperty().subscribe(text -> search());
        matchCase.selectedProperty().subscribe(selected -> search());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                step(event.isShiftDown() ? -1 : 1);
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                dismiss();
                event.consume();
            }
        });
        getChildren()
                .addAll(
                        Icons.SEARCH.node(14, "muted-icon"),
                        field,
                        matchCase,
                        count,
                        Panes.iconButton("find-previous", Icons.PREVIOUS.node(14), "Previous match", () -> step(-1)),
                        Panes.iconButton("find-next", Icons.NEXT.node(14), "Next match", () -> step(1)),
                        Panes.iconButton("find-close", Icons.CLOSE.node(14), "Close find", this::dismiss));
        Panes.hide(this);
    }

    /// Opens the bar or goes on to another match.
    public void act(EditorAction action) {
        switch (action) {
            case FIND_NEXT -> step(1);
            case FIND_PREVIOUS -> step(-1);
            default -> open();
        }
    }

    private void open() {
        Panes.show(this);
        String selected = editor.selectedText();
        if (!selected.isEmpty() && !selected.contains("\n")) {
            field.setText(selected);
        }
        field.requestFocus();
        field.selectAll();
        search();
    }

    private void dismiss() {
        Panes.hide(this);
        editor.showMatches(List.of(), 0);
        editor.focusTarget().requestFocus();
    }

    private void search() {
        if (!isVisible()) {
            return;
        }
        String wanted = field.getText();
        List<Integer> found = new ArrayList<>();
        if (!wanted.isEmpty()) {
            String text = editor.text();
            if (!matchCase.isSelected()) {
                text = text.toLowerCase(Locale.ROOT);
                wanted = wanted.toLowerCase(Locale.ROOT);
            }
            int at = text.indexOf(wanted);
            while (at >= 0 && found.size() < MOST_MATCHES) {
                found.add(at);
                at = text.indexOf(wanted, at + wanted.length());
            }
        }
        matches = found;
        editor.showMatches(found.subList(0, Math.min(found.size(), MOST_DRAWN)), wanted.length());
        count.setText(wanted.isEmpty() ? "" : found.isEmpty() ? "No matches" : String.valueOf(found.size()));
    }

    private void step(int direction) {
        search();
        if (matches.isEmpty()) {
            return;
        }
        int here = editor.selectionStart();
        int index = -1;
        if (direction > 0) {
            for (int i = 0; i < matches.size() && index < 0; i++) {
                boolean selected = !editor.selectedText().isEmpty();
                index = matches.get(i) > here || (matches.get(i) == here && !selected) ? i : -1;
            }
            index = Math.max(index, 0);
        } else {
            for (int i = matches.size() - 1; i >= 0 && index < 0; i--) {
                index = matches.get(i) < here ? i : -1;
            }
            index = index < 0 ? matches.size() - 1 : index;
        }
        int start = matches.get(index);
        editor.select(start, start + field.getText().length());
        count.setText((index + 1) + " of " + matches.size());
    }
}
