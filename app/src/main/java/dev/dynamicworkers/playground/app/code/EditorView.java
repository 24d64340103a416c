package dev.dynamicworkers.playground.app.code;

import dev.dynamicworkers.playground.app.code.search.TextMatch;
import dev.dynamicworkers.playground.app.code.structure.CodeStructure;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// A code editor as panels use it, so that the library behind it can be changed. FX thread.
public interface EditorView extends AutoCloseable {
    /// The editor that a node is part of; null when it is part of none.
    static @Nullable EditorView of(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.hasProperties() && at.getProperties().get(EditorView.class) instanceof EditorView editor) {
                return editor;
            }
        }
        return null;
    }

    /// What is placed in the window.
    Node node();

    /// The node that takes the keyboard.
    Node focusTarget();

    /// The text on screen, with `\n` as line end.
    String text();

    /// The text of this moment, put together by whoever asks for it. Safe on any thread.
    Supplier<String> snapshot();

    /// Shows a text from its start and forgets what could be undone.
    void show(String text);

    /// Shows another version of the same text and keeps the caret near where it was.
    void replace(String text);

    /// Makes all these changes in one step that can be undone.
    ///
    /// @param edits in order, none overlapping another
    void edit(List<TextEdit> edits);

    /// Called whenever the person changes the text.
    void onEdit(Runnable action);

    /// Whether the text can be changed.
    void setEditable(boolean editable);

    /// Whether the text can be changed.
    boolean isEditable();

    /// Moves the caret, both counted from 1, into the middle of the view.
    void goTo(int line, int column);

    /// Draws problems, in place of those that were drawn before.
    void mark(List<Mark> marks);

    /// Draws a bar beside these lines, counted from 1: they changed since the last run.
    void markChanged(Set<Integer> lines);

    /// Shows messages of problems at the ends of their lines, or does not.
    void showLineMessages(boolean shown);

    /// Does one of the editing actions.
    void perform(EditorAction action);

    /// Names who does the actions that an editor can't do itself, such as formatting.
    void onAction(Consumer<EditorAction> action);

    /// What the text is made of; follows the text a moment later.
    ObservableValue<CodeStructure> structureProperty();

    /// Whether the Tab key leaves the editor instead of indenting.
    ObservableValue<Boolean> tabMovesFocusProperty();

    /// Where the caret is, and how much is selected: `Ln 3, Col 18`, `Ln 3, Col 18 (4 selected)`.
    ObservableValue<String> caretProperty();

    /// Offset of the caret.
    int caret();

    /// Line of the caret, counted from 1.
    int caretLine();

    /// Column of the caret, counted from 1.
    int caretColumn();

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
    void showMatches(List<TextMatch> matches);

    @Override
    void close();
}
