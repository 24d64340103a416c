package dev.dynamicworkers.playground.app.panel.files;

import dev.dynamicworkers.playground.app.session.FileNode;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A row of the file tree: icon of the role, name, and what importing it gives; a field while it is named. FX thread.
final class FileCell extends TreeCell<FileNode> {
    private static final PseudoClass CUT = PseudoClass.getPseudoClass("cut");
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    /// No file has this name.
    private static final String UNNAMED = "\u0000";

    private final FilesViewModel model;
    private final Label name = new Label();
    private final Label badge = new Label();
    private final HBox row = new HBox(name, badge) {
        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            // A name says more than what its file becomes, which the tip says, too.
            boolean isRoom = getWidth() >= name.prefWidth(-1) + getSpacing() + badge.prefWidth(-1);
            badge.setVisible(isRoom && !badge.getText().isEmpty());
            if (!isRoom) {
                name.resize(getWidth(), name.getHeight());
            }
        }
    };

    FileCell(FilesViewModel model) {
        this.model = model;
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(30);
        HBox.setHgrow(name, Priority.ALWAYS);
        badge.getStyleClass().add("kind-badge");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        row.setSpacing(6);
        setPrefWidth(0);
        setOnDragDetected(event -> {
            FileNode node = getItem();
            if (node != null && !isEditing()) {
                Dragboard board = startDragAndDrop(TransferMode.MOVE);
                ClipboardContent content = new ClipboardContent();
                content.putString(node.path());
                board.setContent(content);
                event.consume();
            }
        });
        setOnDragOver(event -> {
            if (canDrop(event)) {
                event.acceptTransferModes(TransferMode.MOVE);
                pseudoClassStateChanged(DROP, true);
                event.consume();
            }
        });
        setOnDragExited(event -> pseudoClassStateChanged(DROP, false));
        setOnDragDropped(event -> {
            if (canDrop(event)) {
                model.move(event.getDragboard().getString(), FilesViewModel.folderOf(getItem()));
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /// Stands for a file that has no name yet.
    static FileNode unnamed(String folder, FileNode.Kind kind) {
        return new FileNode("", folder + "/" + UNNAMED, kind, List.of());
    }

    static boolean isUnnamed(FileNode node) {
        return node.path().endsWith(UNNAMED);
    }

    private boolean canDrop(DragEvent event) {
        boolean own = event.getGestureSource() instanceof FileCell && event.getGestureSource() != this;
        if (!own || !event.getDragboard().hasString()) {
            return false;
        }
        String path = event.getDragboard().getString();
        String folder = FilesViewModel.folderOf(getItem());
        String parent = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
        return !folder.equals(parent) && !(folder + "/").startsWith(path + "/");
    }

    @Override
    protected void updateItem(@Nullable FileNode node, boolean empty) {
        super.updateItem(node, empty);
        getStyleClass().remove("main-module");
        setTooltip(null);
        setText(null);
        if (empty || node == null) {
            setGraphic(null);
            return;
        }
        boolean folder = node.kind() == FileNode.Kind.FOLDER;
        FileRole role = folder ? FileRole.OTHER : model.role(node);
        boolean main = !folder && model.isMain(node);
        if (main) {
            getStyleClass().add("main-module");
        }
        name.setText(node.name());
        name.setGraphic(folder ? Icons.FOLDER.node(16, "muted-icon") : icon(role));
        badge.setText(folder ? "" : main ? "main" : model.badge(node));
        row.requestLayout();
        FilesViewModel.Held held = model.heldProperty().get();
        pseudoClassStateChanged(CUT, held != null && held.isCut() && held.path().equals(node.path()));
        String kind = folder ? "" : model.kind(node);
        if (!kind.isEmpty()) {
            setTooltip(new Tooltip(node.path() + "\nImported as " + kind));
        }
        setAccessibleText(
                folder ? "folder " + node.name() : role.word() + " " + node.name() + (main ? ", main module" : ""));
        setGraphic(row);
    }

    @Override
    public void startEdit() {
        super.startEdit();
        FileNode node = getItem();
        if (!isEditing() || node == null) {
            return;
        }
        boolean fresh = isUnnamed(node);
        TextField field = new TextField(node.name());
        field.setId("files-name");
        field.setAccessibleText(fresh ? "Name of the new " + (isFolder(node) ? "folder" : "file") : "New name");
        field.setPromptText(isFolder(node) ? "folder" : "name.js");
        field.getStyleClass().add("inline-name");
        Tooltip problem = new Tooltip();
        field.textProperty().subscribe(text -> {
            String wrong = text.isEmpty() ? "" : problem(node, text);
            field.pseudoClassStateChanged(ERROR, !wrong.isEmpty());
            problem.setText(wrong);
            field.setTooltip(wrong.isEmpty() ? null : problem);
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                cancelEdit();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER) {
                commit(node, field.getText().strip());
                event.consume();
            }
        });
        field.focusedProperty().subscribe((before, now) -> {
            if (before && !now && isEditing()) {
                cancelEdit();
            }
        });
        setGraphic(field);
        // With its skin: one that comes later selects the whole text, the ending too.
        field.applyCss();
        field.requestFocus();
        int dot = node.name().lastIndexOf('.');
        field.selectRange(0, dot > 0 ? dot : node.name().length());
    }

    private static boolean isFolder(FileNode node) {
        return node.kind() == FileNode.Kind.FOLDER;
    }

    private String problem(FileNode node, String text) {
        String folder = isUnnamed(node)
                ? node.path().substring(0, Math.max(0, node.path().length() - UNNAMED.length() - 1))
                : FilesViewModel.folderOf(new FileNode("", node.path(), FileNode.Kind.FILE, List.of()));
        return model.nameProblem(folder, text.strip(), isUnnamed(node) ? null : node);
    }

    private void commit(FileNode node, String text) {
        if (!problem(node, text).isEmpty()) {
            return;
        }
        cancelEdit();
        if (!isUnnamed(node)) {
            model.rename(node, text);
            return;
        }
        String folder = node.path().substring(0, Math.max(0, node.path().length() - UNNAMED.length() - 1));
        if (isFolder(node)) {
            model.createFolder(folder, text);
        } else {
            model.createFile(folder, text);
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        updateItem(getItem(), isEmpty());
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
