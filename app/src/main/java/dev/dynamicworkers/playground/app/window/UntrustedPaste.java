package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.session.FileNode;
import dev.dynamicworkers.playground.app.session.FileOperations;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import org.jspecify.annotations.Nullable;

/// Makes a dynamic worker's file of the code that was copied somewhere else. Nothing of it runs, and it has no grant,
/// until the parent loads it. FX thread.
final class UntrustedPaste {
    private static final String FOLDER = "dynamic";
    private static final String SUFFIX = ".js";

    private final ProjectSession session;

    UntrustedPaste(ProjectSession session) {
        this.session = session;
    }

    void paste() {
        String code = Clipboard.getSystemClipboard().getString();
        if (code == null || code.isBlank()) {
            session.notices().tell("There is no text on the clipboard. Copy the code first.");
            return;
        }
        FileNode tree = session.treeProperty().get();
        Set<String> taken =
                tree == null ? Set.of() : tree.files().map(FileNode::path).collect(Collectors.toSet());
        session.fileOperations().createFile(freePath(firstDynamic(tree), taken), code, made -> {
            session.open(made);
            session.notices()
                    .tell("Pasted as " + made + ". It runs when the parent loads it, with what the parent grants.");
        });
    }

    private Optional<String> firstDynamic(@Nullable FileNode tree) {
        return tree == null
                ? Optional.empty()
                : tree.files()
                        .map(FileNode::path)
                        .filter(path -> session.outlineProperty().get().role(path) == FileRole.DYNAMIC)
                        .findFirst();
    }

    /// A path beside the dynamic code that there is, which the same rule makes a text module.
    static String freePath(Optional<String> sibling, Set<String> taken) {
        String like = sibling.orElse(FOLDER + "/pasted" + SUFFIX);
        int slash = like.lastIndexOf('/');
        int dot = like.indexOf('.', slash + 1);
        String folder = slash < 0 ? "" : like.substring(0, slash);
        String suffix = dot < 0 ? SUFFIX : like.substring(dot);
        String path = FileOperations.join(folder, "pasted" + suffix);
        for (int i = 2; taken.contains(path); i++) {
            path = FileOperations.join(folder, "pasted-" + i + suffix);
        }
        return path;
    }
}
