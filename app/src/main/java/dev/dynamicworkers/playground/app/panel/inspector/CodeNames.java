package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.session.EnvNames;
import dev.dynamicworkers.playground.app.session.FileNode;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.ProjectOutline;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names that code takes out of env; they are what a person may want a rule for. FX thread.
final class CodeNames {
    private static final long LARGEST_SOURCE = 1 << 20;

    private final ProjectSession session;
    private final Runnable changed;
    private final Reader reader;
    private final Map<Path, Set<String>> read = new HashMap<>();
    private long version = -1;
    private int reading;
    private Set<String> ofParent = Set.of();
    private Set<String> ofDynamic = Set.of();

    /// Reads the names of one file. Blocks.
    interface Reader {
        Set<String> names(Path source) throws IOException;
    }

    /// @param changed called when they were found
    CodeNames(ProjectSession session, Runnable changed) {
        this(session, changed, CodeNames::names);
    }

    CodeNames(ProjectSession session, Runnable changed, Reader reader) {
        this.session = session;
        this.changed = changed;
        this.reader = reader;
    }

    /// As they were found the last time: of the parent in all code, of dynamic workers in what is not the parent's.
    Set<String> found(FileRole role) {
        return role == FileRole.PARENT ? ofParent : ofDynamic;
    }

    /// Looks for them. Each file is read once for a change of the folder, also where its tree and the roles of its
    /// files become known one after the other.
    void scan(@Nullable FileNode tree) {
        if (tree == null) {
            return;
        }
        if (session.diskVersionProperty().get() != version) {
            version = session.diskVersionProperty().get();
            read.clear();
        }
        List<Path> missing = sources(tree)
                .map(this::disk)
                .filter(path -> !read.containsKey(path))
                .toList();
        if (missing.isEmpty()) {
            group(tree);
            return;
        }
        // Claimed: whoever looks meanwhile does not read them as well.
        missing.forEach(path -> read.put(path, Set.of()));
        long asked = version;
        reading++;
        session.work(
                () -> {
                    Map<Path, Set<String>> found = new HashMap<>();
                    for (Path source : missing) {
                        found.put(source, reader.names(source));
                    }
                    return found;
                },
                found -> {
                    reading--;
                    if (asked == version) {
                        read.putAll(found);
                    }
                    groupPresent(tree);
                },
                unreadable -> {
                    // A file went away meanwhile; the next change of the folder looks again.
                    reading--;
                    groupPresent(tree);
                });
    }

    private void groupPresent(FileNode otherwise) {
        FileNode present = session.treeProperty().get();
        group(present == null ? otherwise : present);
    }

    private Path disk(String path) {
        return session.folder().resolve(path);
    }

    private static Stream<String> sources(FileNode tree) {
        return tree.files().map(FileNode::path).filter(path -> path.matches(".*\\.[cm]?[jt]sx?"));
    }

    private void group(FileNode tree) {
        if (reading > 0) {
            // Half of it; whoever reads groups them.
            return;
        }
        ProjectOutline outline = session.outlineProperty().get();
        Set<String> dynamic = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        sources(tree).forEach(path -> {
            FileRole role = outline.role(path);
            Set<String> names = read.getOrDefault(disk(path), Set.of());
            if (role == FileRole.DYNAMIC || role == FileRole.OTHER) {
                dynamic.addAll(names);
                all.addAll(names);
            } else if (role == FileRole.PARENT) {
                all.addAll(names);
            }
        });
        ofParent = all;
        ofDynamic = dynamic;
        changed.run();
    }

    private static Set<String> names(Path source) throws IOException {
        return Files.isRegularFile(source) && Files.size(source) < LARGEST_SOURCE
                ? new TreeSet<>(EnvNames.in(Files.readString(source)))
                : Set.of();
    }
}
