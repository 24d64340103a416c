package dev.dynamicworkers.playground.app.code;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.util.UndoUtils;

/// A second view of an editor's text with a caret and a place of its own; what is typed into one view is in both.
/// Colours come with the text; help and search stay in the first view. FX thread.
final class EditorHalf implements AutoCloseable {
    private static final int DIGITS = 3;

    private final AccessibleCodeArea area;
    private final CodeScrollPane scroll;
    private final LineCommands lines;

    /// @param first the view that there is
    EditorHalf(AccessibleCodeArea first) {
        area = new AccessibleCodeArea(first.getContent());
        area.setId(first.getId() + "-half");
        area.setAccessibleText(first.getAccessibleText() + ", second view");
        area.getStyleClass().add("code-editor");
        area.styleProperty().bind(first.styleProperty());
        area.wrapTextProperty().bind(first.wrapTextProperty());
        area.editableProperty().bind(first.editableProperty());
        area.tabSizeProperty().bind(first.tabSizeProperty());
        // One history for both views: the first view keeps it, and its commands are called for undo.
        area.setUndoManager(UndoUtils.noOpUndoManager());
        area.setParagraphGraphicFactory(line -> new GutterLine(line + 1, DIGITS, null, null, /* isChanged= */ false));
        lines = new LineCommands(area);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scroll = new CodeScrollPane(area);
        int line = first.getCurrentParagraph();
        area.moveTo(line, first.getCaretColumn());
        area.showParagraphAtTop(Math.max(0, first.getVisibleParagraphs().isEmpty() ? line : line - 3));
    }

    private void pressed(KeyEvent event) {
        boolean free = !event.isShortcutDown() && !event.isAltDown();
        if (!area.isEditable() || !free) {
            return;
        }
        if (event.getCode() == KeyCode.TAB) {
            lines.tab(event.isShiftDown());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            lines.newLine();
            event.consume();
        }
    }

    Node node() {
        return scroll;
    }

    CodeArea area() {
        return area;
    }

    boolean isFocused() {
        return area.isFocused();
    }

    /// Does an action that concerns lines.
    ///
    /// @param comment what a line comment starts with
    /// @return whether it was one
    boolean perform(EditorAction action, String comment) {
        return lines.perform(action, comment);
    }

    @Override
    public void close() {
        area.dispose();
    }
}
