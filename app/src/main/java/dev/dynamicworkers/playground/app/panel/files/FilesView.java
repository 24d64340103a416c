package dev.dynamicworkers.playground.app.panel.files;

import dev.dynamicworkers.playground.app.fx.FxThread;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.FileNode;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The tree of the project's files, each with its role. FX thread.
public final class FilesView extends BorderPane implements AutoCloseable {
    private final FilesViewModel model;
    private final TreeView<FileNode> tree = new TreeView<>();
    private final FileMenu menu;
    private final Map<String, Boolean> opened = new HashMap<>();
    private final Subscriptions subscriptions = new Subscriptions();
    private String wanted = "";
    private boolean isStale;

    /// @param model what is shown
    public FilesView(FilesViewModel model) {
        this.model = model;
        setId("files");
        getStyleClass().addAll("panel", "side-bar");
        menu = new FileMenu(this, model);
        Label title = new Label("FILES");
        title.getStyleClass().add("panel-title");
        HBox header = new HBox(
                title,
                Panes.spacer(),
                Panes.iconButton("files-new-file", Icons.NEW_FILE.node(16), "New file", this::newFile),
                Panes.iconButton("files-new-folder", Icons.NEW_FOLDER.node(16), "New folder", this::newFolder));
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().addAll("panel-header", "tight");
        setTop(header);
        buildTree();
        Node empty = empty();
        subscriptions.observe(model.treeProperty(), root -> {
            empty.setVisible(root != null && root.children().isEmpty());
            show(root);
        });
        setCenter(new StackPane(tree, empty));
        setMinWidth(140);
        subscriptions.onChange(this::refresh, model.outlineProperty(), model.heldProperty());
        subscriptions.listen(model.selectWishProperty(), this::selectSoon);
    }

    private Node empty() {
        Button file = new Button("New file\u2026");
        file.setId("files-first");
        file.setOnAction(event -> newFile());
        Button folder = new Button("Open folder\u2026");
        folder.setId("files-open-folder");
        folder.setOnAction(event -> model.openFolder());
        Button sample = new Button("Pick a sample\u2026");
        sample.setId("files-sample");
        sample.setOnAction(event -> model.pickSample());
        Node empty = Panes.emptyState(Icons.FILES.node(28, "muted-icon"), "No files", "This folder is empty.")
                .with(file)
                .with(folder)
                .with(sample);
        // What lies beside the buttons is the tree's: its menu, and files that are dropped.
        empty.setPickOnBounds(false);
        return empty;
    }

    private void buildTree() {
        tree.setId("files-tree");
        tree.setAccessibleText("Project files");
        tree.setShowRoot(false);
        tree.getStyleClass().add("dense");
        tree.setFixedCellSize(26);
        tree.setCellFactory(view -> new FileCell(model));
        tree.setContextMenu(menu);
        tree.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                open();
            }
        });
        tree.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (tree.getEditingItem() == null && keyPressed(event)) {
                event.consume();
            }
        });
        tree.setOnEditCancel(event -> editingOver());
        tree.setOnEditCommit(event -> editingOver());
    }

    private boolean keyPressed(KeyEvent event) {
        FileNode node = selected();
        boolean shortcut = event.isShortcutDown() && !event.isShiftDown() && !event.isAltDown();
        if (event.getCode() == KeyCode.ENTER && node != null) {
            toggleOrOpen();
        } else if (event.getCode() == KeyCode.F2 && node != null) {
            rename();
        } else if (event.getCode() == KeyCode.DELETE && node != null) {
            model.delete(node);
        } else if (shortcut && event.getCode() == KeyCode.X && node != null) {
            model.cut(node);
        } else if (shortcut && event.getCode() == KeyCode.C && node != null) {
            model.copy(node);
        } else if (shortcut && event.getCode() == KeyCode.V) {
            model.paste(FilesViewModel.folderOf(node));
        } else {
            return false;
        }
        return true;
    }

    private void toggleOrOpen() {
        TreeItem<FileNode> item = tree.getSelectionModel().getSelectedItem();
        if (item != null && item.getValue().kind() == FileNode.Kind.FOLDER) {
            item.setExpanded(!item.isExpanded());
        } else {
            open();
        }
    }

    private void open() {
        FileNode node = selected();
        if (node != null && tree.getEditingItem() == null) {
            model.open(node);
        }
    }

    /// The node that is selected; null for none.
    @Nullable
    FileNode selected() {
        TreeItem<FileNode> item = tree.getSelectionModel().getSelectedItem();
        return item == null ? null : item.getValue();
    }

    /// Asks for the name of a new file, in the folder that is selected.
    public void newFile() {
        startNew(FileNode.Kind.FILE);
    }

    /// Asks for the name of a new folder, in the folder that is selected.
    public void newFolder() {
        startNew(FileNode.Kind.FOLDER);
    }

    private void startNew(FileNode.Kind kind) {
        TreeItem<FileNode> root = tree.getRoot();
        if (root == null) {
            return;
        }
        String folder = FilesViewModel.folderOf(selected());
        TreeItem<FileNode> parent = Objects.requireNonNullElse(find(root, folder), root);
        TreeItem<FileNode> item = new TreeItem<>(FileCell.unnamed(folder, kind));
        parent.setExpanded(true);
        parent.getChildren().addFirst(item);
        // The tree moves its focus along with the rows later, which would end what has begun to be typed by then.
        FxThread.post(() -> {
            if (item.getParent() != null) {
                edit(item);
            }
        });
    }

    /// Lets the person type another name for the selected file or folder.
    void rename() {
        TreeItem<FileNode> item = tree.getSelectionModel().getSelectedItem();
        if (item != null) {
            edit(item);
        }
    }

    private void edit(TreeItem<FileNode> item) {
        // Only while it is asked for: a second click on a row must not start it.
        tree.setEditable(true);
        tree.requestFocus();
        tree.getSelectionModel().select(item);
        tree.scrollTo(Math.max(0, tree.getRow(item) - 3));
        tree.layout();
        tree.edit(item);
    }

    private void editingOver() {
        tree.setEditable(false);
        removeUnnamed(tree.getRoot());
        if (isStale) {
            isStale = false;
            show(model.treeProperty().get());
        }
        tree.requestFocus();
    }

    private static void removeUnnamed(@Nullable TreeItem<FileNode> item) {
        if (item != null) {
            item.getChildren().removeIf(child -> FileCell.isUnnamed(child.getValue()));
            item.getChildren().stream().filter(TreeItem::isExpanded).forEach(FilesView::removeUnnamed);
        }
    }

    private void refresh() {
        if (tree.getEditingItem() == null) {
            tree.refresh();
        } else {
            isStale = true;
        }
    }

    private void show(@Nullable FileNode root) {
        if (root == null) {
            return;
        }
        if (tree.getEditingItem() != null) {
            // What is being typed is not thrown away because a file has changed.
            isStale = true;
            return;
        }
        FileNode selected = selected();
        String path = wanted.isEmpty() ? selected == null ? "" : selected.path() : wanted;
        int row = tree.getSelectionModel().getSelectedIndex();
        TreeItem<FileNode> item = new FileItem(root, opened);
        tree.setRoot(item);
        TreeItem<FileNode> again = path.isEmpty() ? null : find(item, path);
        if (again != null) {
            tree.getSelectionModel().select(again);
            wanted = "";
        } else if (row >= 0 && wanted.isEmpty()) {
            // What was selected is gone: what stands in its place is next.
            tree.getSelectionModel().select(Math.min(row, tree.getExpandedItemCount() - 1));
        }
    }

    private void selectSoon(@Nullable String path) {
        if (path == null || tree.getRoot() == null) {
            return;
        }
        TreeItem<FileNode> item = find(tree.getRoot(), path);
        if (item == null) {
            wanted = path;
        } else {
            tree.getSelectionModel().select(item);
        }
    }

    private static @Nullable TreeItem<FileNode> find(TreeItem<FileNode> item, String path) {
        if (item.getValue().path().equals(path)) {
            return item;
        }
        for (TreeItem<FileNode> child : item.getChildren()) {
            String at = child.getValue().path();
            boolean onTheWay = path.equals(at) || path.startsWith(at + "/");
            TreeItem<FileNode> found = onTheWay ? find(child, path) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// Gives the focus to the tree.
    public void focusTree() {
        tree.requestFocus();
        if (tree.getSelectionModel().isEmpty()) {
            tree.getSelectionModel().selectFirst();
        }
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
