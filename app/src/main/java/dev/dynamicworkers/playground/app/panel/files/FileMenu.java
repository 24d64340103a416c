package dev.dynamicworkers.playground.app.panel.files;

import dev.dynamicworkers.playground.app.session.FileNode;
import dev.dynamicworkers.playground.app.theme.Icons;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// What can be done to the selected file or folder. FX thread.
final class FileMenu extends ContextMenu {
    private final FilesView view;
    private final FilesViewModel model;

    private interface Use {
        void of(FileNode node);
    }

    FileMenu(FilesView view, FilesViewModel model) {
        this.view = view;
        this.model = model;
        setOnShowing(event -> fill(view.selected()));
        // A menu without items does not ask what it should show.
        fill(null);
    }

    private void fill(@Nullable FileNode node) {
        String folder = FilesViewModel.folderOf(node);
        boolean none = node == null;
        getItems()
                .setAll(
                        item("New file\u2026", Icons.NEW_FILE, "", view::newFile),
                        item("New folder\u2026", Icons.NEW_FOLDER, "", view::newFolder),
                        new SeparatorMenuItem(),
                        off(none, item("Cut", Icons.CUT, "Shortcut+X", () -> use(model::cut))),
                        off(none, item("Copy", Icons.COPY, "Shortcut+C", () -> use(model::copy))),
                        off(
                                model.heldProperty().get() == null,
                                item("Paste", Icons.PASTE, "Shortcut+V", () -> model.paste(folder))),
                        off(none, item("Duplicate", Icons.COPY, "", () -> use(model::duplicate))),
                        new SeparatorMenuItem(),
                        off(none, item("Rename\u2026", Icons.RENAME, "F2", view::rename)),
                        off(none, item("Delete", Icons.CLEAR, "Delete", () -> use(model::delete))),
                        new SeparatorMenuItem(),
                        off(
                                none || !model.canBeMain(node),
                                item("Set as main module", Icons.PARENT, "", () -> use(model::setMain))),
                        off(none, item("Copy path", Icons.COPY, "", () -> use(FileMenu::copyPath))));
    }

    private void use(Use action) {
        FileNode node = view.selected();
        if (node != null) {
            action.of(node);
        }
    }

    private static void copyPath(FileNode node) {
        ClipboardContent content = new ClipboardContent();
        content.putString(node.path());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static MenuItem item(String title, Icons icon, String keys, Runnable action) {
        MenuItem item = new MenuItem(title, icon.node(14));
        item.setMnemonicParsing(false);
        if (!keys.isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        item.setOnAction(event -> action.run());
        return item;
    }

    @SuppressWarnings("BooleanParameter") // the item's own property
    private static MenuItem off(boolean off, MenuItem item) {
        item.setDisable(off);
        return item;
    }
}
