package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.code.EditorAction;
import dev.dynamicworkers.playground.app.code.EditorView;
import dev.dynamicworkers.playground.app.code.Mark;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.OpenFile;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The line over an editor: where the caret is, how many problems the file has, and what can be done to it. FX thread.
final class EditorBar extends HBox {
    private final EditorView editor;
    private final Button problems = new Button();

    /// @param compare shows what was changed since the last run
    EditorBar(EditorsViewModel model, OpenFile file, EditorView editor, Runnable compare, Subscriptions subscriptions) {
        this.editor = editor;
        getStyleClass().add("editor-bar");
        setAlignment(Pos.CENTER_LEFT);
        Breadcrumb crumbs = new Breadcrumb(editor, file.name(), subscriptions);
        crumbs.setMinWidth(0);
        HBox.setHgrow(crumbs, Priority.ALWAYS);
        problems.getStyleClass().addAll("flat", "crumb", "problem-count");
        problems.setMinWidth(USE_PREF_SIZE);
        problems.setFocusTraversable(false);
        Panes.tip(problems, "Next problem (F8)");
        problems.setOnAction(event -> act(EditorAction.NEXT_PROBLEM));
        getChildren().addAll(crumbs, problems, menu(model, compare));
        show(List.of());
    }

    private MenuButton menu(EditorsViewModel model, Runnable compare) {
        CheckMenuItem wrap = new CheckMenuItem("Wrap long lines");
        wrap.setOnAction(event -> model.settings().set(Setting.WRAP_LINES, wrap.isSelected()));
        MenuButton menu = new MenuButton(null, Icons.MORE.node(14));
        menu.setAccessibleText("What can be done to the file");
        Panes.tip(menu, "What can be done to the file");
        menu.getStyleClass().addAll("flat", "small-menu", "more-menu");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setFocusTraversable(false);
        menu.getItems()
                .addAll(
                        item("Split, or join", EditorAction.SPLIT),
                        wrap,
                        new SeparatorMenuItem(),
                        item("Find\u2026", EditorAction.FIND),
                        item("Format", EditorAction.FORMAT),
                        item("Fold all", EditorAction.FOLD_ALL),
                        item("Unfold all", EditorAction.UNFOLD_ALL),
                        new SeparatorMenuItem(),
                        item("Compare with the text of the last run", compare),
                        item("Accessible view", EditorAction.ACCESSIBLE_VIEW));
        menu.setOnShowing(event -> wrap.setSelected(model.settings().get().isOn(Setting.WRAP_LINES)));
        return menu;
    }

    private MenuItem item(String title, EditorAction action) {
        return item(title, () -> act(action));
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void act(EditorAction action) {
        editor.focusTarget().requestFocus();
        editor.perform(action);
    }

    /// Tells how many problems the file has; nothing while it has none.
    void show(List<Mark> marks) {
        Panes.show(problems, !marks.isEmpty());
        boolean errors = marks.stream().anyMatch(mark -> mark.tone() == Mark.Tone.ERROR);
        String words = Amounts.count(marks.size(), "problem");
        problems.setText(words);
        problems.setAccessibleText(words + " in this file, show the next one");
        problems.setGraphic((errors ? Icons.ERROR : Icons.WARNING).node(12, errors ? "error-icon" : "warning-icon"));
    }
}
