package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.session.ProjectSource.UnreadableProject;
import dev.dynamicworkers.playground.app.task.Tasks;
import dev.dynamicworkers.playground.core.project.Project;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The project on disk as it was last read: its files and what is known of them. FX thread.
final class ProjectFolder implements AutoCloseable {
    private static final int MOST_FOUND = 1_000;

    private final Path root;
    private final ProjectSource source;
    private final Tasks tasks;
    private final FolderWatch watch;
    private final ReadOnlyObjectWrapper<@Nullable FileNode> tree = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ProjectOutline> outline = new ReadOnlyObjectWrapper<>(ProjectOutline.UNKNOWN);
    // What modules mean, until files or their roles change: a flood of console lines asks for few different ones.
    private final Map<String, String> found = new HashMap<>();
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();

    /// @param changed called on the FX thread, soon for what is there and then after something below the root changed
    ProjectFolder(Path root, ProjectSource source, Tasks tasks, Executor fx, Runnable changed) {
        this.root = root;
        this.source = source;
        this.tasks = tasks;
        watch = new FolderWatch(root, tasks, () -> fx.execute(changed));
    }

    Path root() {
        return root;
    }

    ReadOnlyObjectProperty<@Nullable FileNode> treeProperty() {
        return tree.getReadOnlyProperty();
    }

    /// Shows a tree that is not the one on disk, until the next scan.
    void show(FileNode fixed) {
        tree.set(fixed);
    }

    ReadOnlyObjectProperty<ProjectOutline> outlineProperty() {
        return outline.getReadOnlyProperty();
    }

    /// Counts the changes.
    ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    FileRole role(String path) {
        return outline.get().role(path);
    }

    /// Lists the files anew.
    void scan() {
        tasks.run("Listing the files of the project", progress -> FileNode.scan(root), Tasks.Trait.CANNOT_STOP)
                .onSuccess(scanned -> {
                    if (!scanned.equals(tree.get())) {
                        found.clear();
                        tree.set(scanned);
                    }
                });
        version.set(version.get() + 1);
    }

    /// Reads the project anew to learn its outline.
    void readOutline(Consumer<ProjectOutline> then) {
        tasks.run("Reading the project", progress -> source.read(root, Map.of()), Tasks.Trait.CANNOT_STOP)
                .onFailure(failure -> {
                    if (failure instanceof UnreadableProject unreadable) {
                        then.accept(unreadable.outline());
                    }
                })
                .onSuccess(loaded -> {
                    watch.also(loaded.project().paired().stream()
                            .map(Project::folder)
                            .collect(Collectors.toSet()));
                    then.accept(loaded.outline());
                });
    }

    /// Takes an outline that was read.
    void show(ProjectOutline read) {
        found.clear();
        outline.set(read);
    }

    /// The project's file that a module name of a stack frame means; null when there is none or more than one.
    ///
    /// @param isolate label of the isolate it ran in, empty when it is not known
    @Nullable
    Place place(String isolate, String module, int line, int column) {
        if (tree.get() == null || module.isEmpty() || line < 1) {
            return null;
        }
        if (found.size() > MOST_FOUND) {
            found.clear();
        }
        String file = found.computeIfAbsent(isolate + '\n' + module, asked -> file(isolate, module));
        return file.isEmpty() ? null : new Place(file, line, Math.max(1, column));
    }

    /// The file that a module means, empty for none.
    private String file(String isolate, String module) {
        FileNode root = tree.get();
        if (root == null) {
            return "";
        }
        String wanted = module.startsWith("./") ? module.substring(2) : module;
        List<String> paths = root.files().map(FileNode::path).toList();
        if (paths.contains(wanted)) {
            return wanted;
        }
        List<String> same = paths.stream()
                .filter(path -> path.endsWith("/" + wanted) && outline.get().role(path) == FileRole.DYNAMIC)
                .toList();
        List<String> named = same.stream()
                .filter(path -> !isolate.isEmpty() && path.contains("/" + isolate + "/"))
                .toList();
        List<String> matching = same.size() == 1 ? same : named;
        return matching.size() == 1 ? matching.getFirst() : "";
    }

    @Override
    public void close() {
        watch.close();
    }
}
