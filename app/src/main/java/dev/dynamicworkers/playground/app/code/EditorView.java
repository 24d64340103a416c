package dev.dynamicworkers.playground.app.code;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// A code editor as panels use it, so that the library behind it can be changed. FX thread.
public interface EditorView extends AutoCloseable {
    /// What is placed in the window.
    Node node();

    /// The node that takes the keyboard.
    Node focusTarget();

    /// The text on screen, with `\n` as line end.
    String text();

    /// Shows a text from its start and forgets what could be undone.
    void show(String text);

    /// Shows another version of the same text and keeps the caret near where it was.
    void replace(String text);

    /// Called whenever the person changes the text.
    void onEdit(Runnable action);

    /// Whether the text can be changed.
    void setEditable(boolean editable);

    /// Moves the caret, both counted from 1, into the middle of the view.
    void goTo(int line, int column);

    /// Draws problems, in place of those that were drawn before.
    void mark(List<Mark> marks);

    /// Does one of the editing actions.
    void perform(EditorAction action);

    /// Where the caret is: `Ln 3, Col 18`.
    ObservableValue<String> caretProperty();

    /// Whether colours are off because a line is too long.
    boolean isPlain();

    /// Breaks long lines or not.
    void setWrap(boolean wrap);

    /// Selects these characters and shows them.
    void select(int start, int end);

    /// Start of the selection as an offset; the caret when nothing is selected.
    int selectionStart();

    /// What is selected, may be empty.
    String selectedText();

    /// Draws all matches of a search; empty takes them away.
    ///
    /// @param offsets of the first characters, in order
    void showMatches(List<Integer> offsets, int length);

    @Override
    void close();
}
