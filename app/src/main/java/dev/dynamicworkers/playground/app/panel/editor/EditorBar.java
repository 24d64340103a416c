package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.code.EditorAction;
import dev.dynamicworkers.playground.app.code.EditorView;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The line above the code: where the caret is, how many problems the file has, and a menu of what can be done here. FX
/// thread.
final class EditorBar extends HBox {
    private final Button problems = new Button();
    private final Label errors = count(Icons.ERROR, "error-icon");
    private final Label warnings = count(Icons.WARNING, "warning-icon");
    private final Label notes = count(Icons.INFO, "note-icon");
    private final Button more;
    private final Supplier<ContextMenu> menu;
    private @Nullable ContextMenu open;
    private MarkCount shown = new MarkCount(0, 0, 0);

    /// @param breadcrumb gives way first where there is little room
    /// @param menu made each time that it is asked for
    EditorBar(EditorView editor, Breadcrumb breadcrumb, Supplier<ContextMenu> menu) {
        this.menu = menu;
        getStyleClass().add("editor-bar");
        setAlignment(Pos.CENTER_LEFT);
        String id = String.valueOf(editor.focusTarget().getId());
        HBox counts = new HBox(errors, warnings, notes);
        counts.getStyleClass().add("problem-counts");
        counts.setAlignment(Pos.CENTER);
        problems.setGraphic(counts);
        problems.setId("problems-of-" + id);
        problems.getStyleClass().addAll("flat", "editor-bar-button");
        problems.setMinWidth(Region.USE_PREF_SIZE);
        problems.setOnAction(event -> {
            // Of two views of the text the first one shows it.
            editor.focusTarget().requestFocus();
            editor.perform(EditorAction.NEXT_PROBLEM);
        });
        Panes.tip(problems, "Next problem of this file");
        Panes.hide(problems);
        more = Panes.iconButton(
                "menu-of-" + id,
                Icons.MORE.node(16),
                "More for this editor: split, wrap, fold, format",
                this::showMenu);
        more.getStyleClass().add("editor-bar-button");
        more.setMinWidth(Region.USE_PREF_SIZE);
        breadcrumb.setMinWidth(0);
        HBox.setHgrow(breadcrumb, Priority.ALWAYS);
        getChildren().addAll(breadcrumb, problems, more);
    }

    private static Label count(Icons icon, String style) {
        Label label = new Label("", icon.node(13, style));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// Shows how many problems there are; nothing for none.
    void show(MarkCount count) {
        if (count.equals(shown)) {
            return;
        }
        shown = count;
        show(errors, count.errors());
        show(warnings, count.warnings());
        show(notes, count.notes());
        problems.setAccessibleText(count.words() + " in this file, go to the next");
        Panes.show(problems, !count.isEmpty());
    }

    private static void show(Label label, int count) {
        label.setText(String.valueOf(count));
        Panes.show(label, count > 0);
    }

    private void showMenu() {
        ContextMenu before = open;
        if (before != null && before.isShowing()) {
            before.hide();
            return;
        }
        ContextMenu made = menu.get();
        open = made;
        made.setOnHidden(event -> open = null);
        made.show(more, Side.BOTTOM, 0, 0);
    }
}
