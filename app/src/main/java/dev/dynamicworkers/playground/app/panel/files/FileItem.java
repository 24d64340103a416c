package dev.dynamicworkers.playground.app.panel.files;

import dev.dynamicworkers.playground.app.session.FileNode;
import java.util.Map;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/// A file or folder in the tree; what is in a folder is made when it is opened. FX thread.
final class FileItem extends TreeItem<FileNode> {
    /// A folder with more in it is closed until someone opens it.
    private static final int MANY = 200;

    private final Map<String, Boolean> opened;
    private boolean filled;

    /// @param opened which folders the person opened or closed, by path
    FileItem(FileNode node, Map<String, Boolean> opened) {
        super(node);
        this.opened = opened;
        if (node.kind() == FileNode.Kind.FOLDER) {
            setExpanded(opened.getOrDefault(
                    node.path(), node.children().size() <= MANY || node.path().isEmpty()));
            expandedProperty().subscribe((before, now) -> opened.put(node.path(), now));
        }
    }

    @Override
    public boolean isLeaf() {
        return filled ? super.isLeaf() : getValue().children().isEmpty();
    }

    @Override
    public ObservableList<TreeItem<FileNode>> getChildren() {
        if (!filled) {
            filled = true;
            super.getChildren()
                    .setAll(getValue().children().stream()
                            .map(child -> new FileItem(child, opened))
                            .toList());
        }
        return super.getChildren();
    }
}
