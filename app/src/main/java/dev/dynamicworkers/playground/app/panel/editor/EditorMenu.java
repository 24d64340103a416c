package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.code.CodeEditor;
import dev.dynamicworkers.playground.app.code.EditorAction;
import dev.dynamicworkers.playground.app.code.highlight.Language;
import dev.dynamicworkers.playground.app.session.OpenFile;
import dev.dynamicworkers.playground.app.settings.Setting;
import java.util.Locale;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/// What can be done with an editor and its file, for those who look for it with the mouse. FX thread.
final class EditorMenu {
    private final EditorsViewModel model;
    private final OpenFile file;
    private final CodeEditor editor;
    private final Runnable compare;

    /// @param compare shows the text of the last run beside this one
    EditorMenu(EditorsViewModel model, OpenFile file, CodeEditor editor, Runnable compare) {
        this.model = model;
        this.file = file;
        this.editor = editor;
        this.compare = compare;
    }

    /// The menu as things are now.
    ContextMenu make() {
        boolean hasRun = model.runCountProperty().get() > 0;
        MenuItem compared = item(
                "compare-last-run",
                "Compare with the text of the last run" + (hasRun ? "" : " (there was none)"),
                compare);
        compared.setDisable(!hasRun);
        MenuItem format = action(EditorAction.FORMAT);
        format.setDisable(!editor.isEditable());
        ContextMenu menu = new ContextMenu(
                action(EditorAction.SPLIT),
                toggle("wrap", "Wrap lines", Setting.WRAP_LINES),
                toggle("line-messages", "Messages at line ends", Setting.LINE_MESSAGES),
                new SeparatorMenuItem(),
                action(EditorAction.FIND),
                action(EditorAction.REPLACE),
                action(EditorAction.FOLD_ALL),
                action(EditorAction.UNFOLD_ALL),
                format,
                languages(),
                new SeparatorMenuItem(),
                compared,
                action(EditorAction.ACCESSIBLE_VIEW),
                tabFocus());
        menu.setId("editor-menu");
        return menu;
    }

    private static MenuItem named(MenuItem item, String id) {
        item.setId("editor-menu-" + id);
        item.setMnemonicParsing(false);
        return item;
    }

    private static MenuItem item(String id, String title, Runnable run) {
        MenuItem item = named(new MenuItem(title), id);
        item.setOnAction(event -> run.run());
        return item;
    }

    private MenuItem action(EditorAction action) {
        String title = action.title().substring(action.title().indexOf(':') + 2);
        return item(action.name().toLowerCase(Locale.ROOT).replace('_', '-'), title, () -> {
            editor.focusTarget().requestFocus();
            editor.perform(action);
        });
    }

    private MenuItem toggle(String id, String title, Setting setting) {
        CheckMenuItem item = new CheckMenuItem(title);
        item.setSelected(model.settings().get().isOn(setting));
        item.setOnAction(event -> model.settings().toggle(setting));
        return named(item, id);
    }

    private MenuItem tabFocus() {
        CheckMenuItem item = new CheckMenuItem("Tab key moves focus");
        item.setSelected(editor.tabMovesFocusProperty().getValue());
        item.setOnAction(event -> editor.perform(EditorAction.TOGGLE_TAB_FOCUS));
        return named(item, "tab-focus");
    }

    private Menu languages() {
        Menu menu = new Menu("Language");
        named(menu, "language");
        ToggleGroup group = new ToggleGroup();
        for (Language language : Language.values()) {
            RadioMenuItem item = new RadioMenuItem(language.title());
            item.setToggleGroup(group);
            item.setSelected(model.language(file) == language);
            item.setOnAction(event -> model.chooseLanguage(file, language));
            named(item, "language-" + language.name().toLowerCase(Locale.ROOT));
            menu.getItems().add(item);
        }
        return menu;
    }
}
