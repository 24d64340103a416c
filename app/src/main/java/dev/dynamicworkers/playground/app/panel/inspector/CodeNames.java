package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.session.EnvNames;
import dev.dynamicworkers.playground.app.session.FileNode;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.ProjectOutline;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The names that code takes out of env; they are what a person may want a rule for. FX thread.
final class CodeNames {
    private static final long LARGEST_SOURCE = 1 << 20;

    private final ProjectSession session;
    private final Runnable changed;
    private Set<String> ofParent = Set.of();
    private Set<String> ofDynamic = Set.of();

    private record Names(Set<String> parent, Set<String> dynamic) {}

    /// @param changed called when they were found
    CodeNames(ProjectSession session, Runnable changed) {
        this.session = session;
        this.changed = changed;
    }

    /// As they were found the last time: of the parent in all code, of dynamic workers in what is not the parent's.
    Set<String> found(FileRole role) {
        return role == FileRole.PARENT ? ofParent : ofDynamic;
    }

    /// Looks for them.
    void scan(@Nullable FileNode tree) {
        if (tree == null) {
            return;
        }
        ProjectOutline outline = session.outlineProperty().get();
        Map<FileRole, List<Path>> sources = tree.files()
                .map(FileNode::path)
                .filter(path -> path.matches(".*\\.[cm]?[jt]sx?"))
                .collect(Collectors.groupingBy(
                        outline::role, Collectors.mapping(session.folder()::resolve, Collectors.toList())));
        List<Path> parent = sources.getOrDefault(FileRole.PARENT, List.of());
        List<Path> dynamic = sources.getOrDefault(FileRole.DYNAMIC, List.of());
        List<Path> other = sources.getOrDefault(FileRole.OTHER, List.of());
        session.work(
                () -> {
                    Set<String> dynamics = names(dynamic);
                    dynamics.addAll(names(other));
                    Set<String> all = names(parent);
                    all.addAll(dynamics);
                    return new Names(all, dynamics);
                },
                found -> {
                    ofParent = found.parent();
                    ofDynamic = found.dynamic();
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
