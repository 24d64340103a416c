package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.session.EnvNames;
import dev.dynamicworkers.playground.app.session.FileNode;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The names that code takes out of env; they are what a person may want a rule for. FX thread.
final class CodeNames {
    private static final long LARGEST_SOURCE = 1 << 20;

    private final ProjectSession session;
    private final Runnable changed;
    private Set<String> named = Set.of();

    /// @param changed called when they were found
    CodeNames(ProjectSession session, Runnable changed) {
        this.session = session;
        this.changed = changed;
    }

    /// As they were found the last time.
    Set<String> found() {
        return named;
    }

    /// Looks for them.
    void scan(@Nullable FileNode tree) {
        if (tree == null) {
            return;
        }
        List<Path> sources = tree.files()
                .map(FileNode::path)
                .filter(path -> session.outlineProperty().get().role(path) != FileRole.REQUEST)
                .filter(path -> path.matches(".*\\.[cm]?[jt]sx?"))
                .map(session.folder()::resolve)
                .toList();
        session.work(
                () -> names(sources),
                found -> {
                    named = found;
                    changed.run();
                },
                unreadable -> {
                    // A file went away meanwhile; the next change of the folder looks again.
                });
    }

    private static Set<String> names(List<Path> sources) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path source : sources) {
            if (Files.isRegularFile(source) && Files.size(source) < LARGEST_SOURCE) {
                found.addAll(EnvNames.in(Files.readString(source)));
            }
        }
        return found;
    }
}
