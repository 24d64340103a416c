package dev.dynamicworkers.playground.app.panel.files;

import dev.dynamicworkers.playground.app.session.FileNode;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.ProjectOutline;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/// The project's files. FX thread.
public final class FilesViewModel {
    private final ProjectSession session;

    /// @param session whose files are shown
    public FilesViewModel(ProjectSession session) {
        this.session = session;
    }

    /// The tree; null until it was read.
    public ReadOnlyObjectProperty<@Nullable FileNode> treeProperty() {
        return session.treeProperty();
    }

    /// What is known of the project; roles depend on it.
    public ReadOnlyObjectProperty<ProjectOutline> outlineProperty() {
        return session.outlineProperty();
    }

    /// What a file is to the project.
    public FileRole role(FileNode node) {
        return session.outlineProperty().get().role(node.path());
    }

    /// Whether the file is the project's main module.
    public boolean isMain(FileNode node) {
        return node.path().equals(session.outlineProperty().get().main());
    }

    /// Opens a file where files of its role belong.
    public void open(FileNode node) {
        if (node.kind() == FileNode.Kind.FILE) {
            session.open(node.path());
        }
    }
}
