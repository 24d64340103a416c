package dev.dynamicworkers.playground.app.code;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The place of an editor, which can have a second view beside the first one, and who of both does what the person
/// asks for. FX thread.
final class EditorHalves implements AutoCloseable {
    private final AccessibleCodeArea area;
    private final Supplier<String> comment;
    private final Consumer<EditorAction> first;
    private final Node view;
    private final StackPane node;
    private final SplitPane split = new SplitPane();
    private final BooleanProperty isSplit = new SimpleBooleanProperty();
    private @Nullable EditorHalf half;

    /// @param view the first view as it is placed
    /// @param comment gives what a line comment starts with
    /// @param first does an action in the first view
    EditorHalves(Node view, AccessibleCodeArea area, Supplier<String> comment, Consumer<EditorAction> first) {
        this.area = area;
        this.comment = comment;
        this.first = first;
        this.view = view;
        // A split pane has its content in the window only after the next layout, which would lose the focus at start.
        node = new StackPane(view);
        split.getStyleClass().add("editor-halves");
        isSplit.subscribe(this::show);
    }

    StackPane node() {
        return node;
    }

    void perform(EditorAction action) {
        EditorHalf second = half;
        if (action == EditorAction.SPLIT) {
            isSplit.set(!isSplit.get());
            (half == null ? area : half.area()).requestFocus();
            return;
        }
        if (second != null && second.isFocused()) {
            if (second.perform(action, comment.get())) {
                return;
            }
            if (action != EditorAction.UNDO && action != EditorAction.REDO) {
                area.selectRange(second.area().getAnchor(), second.area().getCaretPosition());
                area.requestFollowCaret();
                area.requestFocus();
            }
        }
        first.accept(action);
    }

    /// Whether there is a second view.
    BooleanProperty splitProperty() {
        return isSplit;
    }

    /// Shows the text a second time beside itself, or takes the second view away. The focus stays.
    private void show(boolean wanted) {
        boolean hadFocus = area.isFocused();
        EditorHalf present = half;
        if (wanted && present == null) {
            EditorHalf second = new EditorHalf(area);
            half = second;
            node.getChildren().setAll(split);
            split.getItems().setAll(view, second.node());
            node.applyCss();
            node.layout();
        } else if (!wanted && present != null) {
            hadFocus |= present.isFocused();
            half = null;
            split.getItems().clear();
            node.getChildren().setAll(view);
            present.close();
        }
        // A node that changes its place in the window loses it.
        if (hadFocus) {
            area.requestFocus();
        }
    }

    /// What is selected in the view that has the focus.
    String selectedText() {
        EditorHalf second = half;
        return second != null && second.isFocused() ? second.area().getSelectedText() : area.getSelectedText();
    }

    @Override
    public void close() {
        EditorHalf second = half;
        if (second != null) {
            second.close();
        }
    }
}
