package dev.dynamicworkers.playground.app.panel.files;

import dev.dynamicworkers.playground.app.session.FileNode;
import dev.dynamicworkers.playground.app.session.FileOperations;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.ProjectOutline;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.Wish;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The project's files, and what can be done to them. FX thread.
public final class FilesViewModel {
    private final ProjectSession session;
    private final ReadOnlyObjectWrapper<@Nullable Held> held = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> selectWish = new ReadOnlyObjectWrapper<>();

    /// What was cut or copied and waits for its place.
    ///
    /// @param isCut whether it goes away where it was
    public record Held(String path, boolean isCut) {}

    /// @param session whose files are shown
    public FilesViewModel(ProjectSession session) {
        this.session = session;
    }

    // Properties

    /// The tree; null until it was read.
    public ReadOnlyObjectProperty<@Nullable FileNode> treeProperty() {
        return session.treeProperty();
    }

    /// What is known of the project; roles depend on it.
    public ReadOnlyObjectProperty<ProjectOutline> outlineProperty() {
        return session.outlineProperty();
    }

    /// What was cut or copied; null for nothing.
    public ReadOnlyObjectProperty<@Nullable Held> heldProperty() {
        return held.getReadOnlyProperty();
    }

    /// Path of a file that should be selected once it is in the tree; set anew for every wish.
    public ReadOnlyObjectProperty<@Nullable String> selectWishProperty() {
        return selectWish.getReadOnlyProperty();
    }

    /// What a file is to the project.
    public FileRole role(FileNode node) {
        return session.outlineProperty().get().role(node.path());
    }

    /// What importing a file gives, in few letters: `js`, `cjs`, `text`, `data`, `json`, `wasm`; empty when it can't
    /// be.
    public String badge(FileNode node) {
        return switch (session.outlineProperty().get().kinds().getOrDefault(node.path(), "")) {
            case "es module" -> "js";
            case "commonjs" -> "cjs";
            case "text" -> "text";
            case "data" -> "data";
            case "json" -> "json";
            case "wasm" -> "wasm";
            default -> "";
        };
    }

    /// What importing a file gives, in words.
    public String kind(FileNode node) {
        return session.outlineProperty().get().kinds().getOrDefault(node.path(), "");
    }

    /// Whether the file is the project's main module.
    public boolean isMain(FileNode node) {
        return node.path().equals(session.outlineProperty().get().main());
    }

    /// Whether the file can be made the project's main module.
    public boolean canBeMain(FileNode node) {
        return node.kind() == FileNode.Kind.FILE
                && role(node) == FileRole.PARENT
                && !isMain(node)
                && kind(node).equals("es module");
    }

    // Commands

    /// Opens a file where files of its role belong.
    public void open(FileNode node) {
        if (node.kind() == FileNode.Kind.FILE) {
            session.open(node.path());
        }
    }

    /// The folder that a new file beside or in a node belongs into; empty for the project itself.
    public static String folderOf(@Nullable FileNode node) {
        if (node == null) {
            return "";
        }
        if (node.kind() == FileNode.Kind.FOLDER) {
            return node.path();
        }
        int slash = node.path().lastIndexOf('/');
        return slash < 0 ? "" : node.path().substring(0, slash);
    }

    /// Why a file can't have this name here; empty when it can.
    public String nameProblem(String folder, String name, @Nullable FileNode renamed) {
        String problem = FileOperations.nameProblem(name);
        FileNode tree = treeProperty().get();
        if (!problem.isEmpty() || tree == null) {
            return problem;
        }
        String path = FileOperations.join(folder, name);
        boolean own = renamed != null && renamed.path().equals(path);
        return !own && exists(tree, path) ? "There is already a file or folder with this name." : "";
    }

    private static boolean exists(FileNode node, String path) {
        return node.path().equals(path) && !path.isEmpty()
                || node.children().stream().anyMatch(child -> exists(child, path));
    }

    /// Makes a file and opens it, ready to be typed into.
    public void createFile(String folder, String name) {
        session.fileOperations().createFile(FileOperations.join(folder, name), path -> {
            selectWish.set(null);
            selectWish.set(path);
            if (path.endsWith(".http")) {
                session.open(path);
            } else {
                session.reveal(new Place(path, 1, 1));
            }
        });
    }

    /// Makes a folder.
    public void createFolder(String folder, String name) {
        session.fileOperations().createFolder(FileOperations.join(folder, name), this::select);
    }

    /// Gives a file or folder another name in its folder.
    public void rename(FileNode node, String name) {
        String parent =
                node.path().contains("/") ? node.path().substring(0, node.path().lastIndexOf('/')) : "";
        session.fileOperations().move(node.path(), FileOperations.join(parent, name), this::select);
    }

    /// Makes a copy beside the original.
    public void duplicate(FileNode node) {
        session.fileOperations().duplicate(node.path(), this::select);
    }

    /// Takes a file or folder out of the project; the notice of it brings it back.
    public void delete(FileNode node) {
        session.fileOperations().delete(node.path());
    }

    /// Moves a file or folder into a folder.
    public void move(String path, String folder) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String to = FileOperations.join(folder, name);
        session.fileOperations().move(path, to, moved -> {
            select(moved);
            // A file is dragged without meaning to, and then in none of the places where one looks for it.
            session.notices()
                    .tell(
                            "Moved " + path + " to " + (folder.isEmpty() ? "the project's folder" : folder + "/") + ".",
                            "Undo",
                            () -> session.fileOperations().move(to, path, this::select));
        });
    }

    /// Holds a file or folder that is to be moved.
    public void cut(FileNode node) {
        held.set(new Held(node.path(), /* isCut= */ true));
    }

    /// Holds a file or folder that is to be copied.
    public void copy(FileNode node) {
        held.set(new Held(node.path(), /* isCut= */ false));
    }

    /// Puts what is held into a folder.
    public void paste(String folder) {
        Held what = held.get();
        if (what == null) {
            return;
        }
        if (what.isCut()) {
            held.set(null);
            move(what.path(), folder);
        } else {
            session.fileOperations().copyInto(what.path(), folder, this::select);
        }
    }

    /// Makes a module the project's main module.
    public void setMain(FileNode node) {
        session.fileOperations().setMain(node.path());
    }

    /// Asks for another project's folder and opens it.
    void openFolder() {
        session.wish(new Wish.Run("open-folder"));
    }

    /// Shows the samples.
    void pickSample() {
        session.wish(new Wish.Run("open-sample"));
    }

    private void select(String path) {
        selectWish.set(null);
        selectWish.set(path);
    }
}
