package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.session.FileNode;
import dev.dynamicworkers.playground.app.session.FileOperations;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import org.jspecify.annotations.Nullable;

/// Makes a dynamic worker of the code that was copied somewhere else: beside the project's others, where nothing of it
/// runs and it has no grant until the parent loads it, or in a project of its own. FX thread.
final class UntrustedPaste {
    private static final String FOLDER = "dynamic";
    private static final String SUFFIX = ".js";

    private final ProjectSession session;
    private final Consumer<Optional<String>> alone;

    /// @param alone makes a project of a text and opens it
    UntrustedPaste(ProjectSession session, Consumer<Optional<String>> alone) {
        this.session = session;
        this.alone = alone;
    }

    /// Makes a project of nothing but the code, and opens it.
    void alone() {
        copied().ifPresent(code -> alone.accept(Optional.of(code)));
    }

    /// Makes a file beside the other dynamic workers of the project.
    void beside() {
        copied().ifPresent(this::paste);
    }

    private Optional<String> copied() {
        String code = Clipboard.getSystemClipboard().getString();
        if (code == null || code.isBlank()) {
            session.notices().tell("There is no text on the clipboard. Copy the code first.");
            return Optional.empty();
        }
        return Optional.of(code);
    }

    private void paste(String code) {
        FileNode tree = session.treeProperty().get();
        Set<String> taken =
                tree == null ? Set.of() : tree.files().map(FileNode::path).collect(Collectors.toSet());
        session.fileOperations().createFile(freePath(firstDynamic(tree), taken), code, made -> {
            session.open(made);
            session.notices()
                    .tell(
                            "Pasted as " + made + ". It runs when the parent loads it, with what the parent grants.",
                            "Try it alone",
                            () -> alone.accept(Optional.of(code)));
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
