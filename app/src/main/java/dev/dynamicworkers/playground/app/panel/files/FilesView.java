package dev.dynamicworkers.playground.app.panel.files;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.FileNode;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.HashSet;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The tree of the project's files, each with its role. FX thread.
public final class FilesView extends BorderPane implements AutoCloseable {
    private final FilesViewModel model;
    private final TreeView<FileNode> tree = new TreeView<>();
    private final Set<String> collapsed = new HashSet<>();
    private final Subscriptions subscriptions = new Subscriptions();

    /// @param model what is shown
    public FilesView(FilesViewModel model) {
        this.model = model;
        setId("files");
        getStyleClass().addAll("panel", "side-bar");
        Label title = new Label("FILES");
        title.getStyleClass().add("panel-title");
        HBox header = new HBox(title);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("panel-header");
        setTop(header);
        tree.setId("files-tree");
        tree.setAccessibleText("Project files");
        tree.setShowRoot(false);
        tree.getStyleClass().add("dense");
        tree.setFixedCellSize(26);
        tree.setCellFactory(view -> new FileCell());
        tree.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                open();
            }
        });
        tree.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open();
            }
        });
        setCenter(tree);
        setMinWidth(140);
        subscriptions.observe(model.treeProperty(), this::show);
        subscriptions.onChange(tree::refresh, model.outlineProperty());
    }

    private void open() {
        TreeItem<FileNode> item = tree.getSelectionModel().getSelectedItem();
        if (item != null) {
            model.open(item.getValue());
        }
    }

    private void show(@Nullable FileNode root) {
        if (root == null) {
            return;
        }
        TreeItem<FileNode> selected = tree.getSelectionModel().getSelectedItem();
        String path = selected == null ? "" : selected.getValue().path();
        TreeItem<FileNode> item = item(root);
        tree.setRoot(item);
        select(item, path);
    }

    private void select(TreeItem<FileNode> item, String path) {
        if (!path.isEmpty() && item.getValue().path().equals(path)) {
            tree.getSelectionModel().select(item);
        }
        item.getChildren().forEach(child -> select(child, path));
    }

    private TreeItem<FileNode> item(FileNode node) {
        TreeItem<FileNode> item = new TreeItem<>(node);
        item.setExpanded(!collapsed.contains(node.path()));
        item.expandedProperty().subscribe(expanded -> {
            if (expanded) {
                collapsed.remove(node.path());
            } else {
                collapsed.add(node.path());
            }
        });
        node.children().forEach(child -> item.getChildren().add(item(child)));
        return item;
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

    private final class FileCell extends TreeCell<FileNode> {
        @Override
        protected void updateItem(@Nullable FileNode node, boolean empty) {
            super.updateItem(node, empty);
            if (empty || node == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(node.name());
            boolean folder = node.kind() == FileNode.Kind.FOLDER;
            FileRole role = folder ? FileRole.OTHER : model.role(node);
            setGraphic(folder ? Icons.FOLDER.node(16, "muted-icon") : icon(role));
            boolean main = !folder && model.isMain(node);
            getStyleClass().remove("main-module");
            if (main) {
                getStyleClass().add("main-module");
            }
            setAccessibleText(
                    folder ? "folder " + node.name() : role.word() + " " + node.name() + (main ? ", main module" : ""));
        }

        private static Node icon(FileRole role) {
            return switch (role) {
                case PARENT -> Icons.PARENT.node(16, "role-parent-icon");
                case DYNAMIC -> Icons.DYNAMIC.node(16, "role-dynamic-icon");
                case REQUEST -> Icons.SEND.node(16, "muted-icon");
                case CONFIG -> Icons.CONFIG.node(16, "muted-icon");
                case OTHER -> Icons.FILE.node(16, "muted-icon");
            };
        }
    }
}
