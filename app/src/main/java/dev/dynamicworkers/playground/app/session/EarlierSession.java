package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.task.Tasks;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What an earlier session of the project kept, what one that was killed left behind, and what this one keeps for
/// later. FX thread.
final class EarlierSession implements AutoCloseable {
    private static final String LOSS = "Open files and steps to undo are not kept for the next session.";

    private final Path root;
    private final OwnFiles ownFiles;
    private final @Nullable Path data;
    private final Tasks tasks;
    private final OpenFiles openFiles;
    private final Consumer<String> reveal;
    private final @Nullable Journal journal;
    private Map<String, EditHistory> histories = Map.of();
    private final ReadOnlyObjectWrapper<@Nullable EditorsState> remembered = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper recovery = new ReadOnlyStringWrapper("");

    /// @param data folder of the person for what is kept beside projects; null to keep nothing
    /// @param reveal shows a file that was brought back
    EarlierSession(
            Path root,
            @Nullable Path data,
            Tasks tasks,
            OpenFiles openFiles,
            RunState runState,
            OwnFiles ownFiles,
            Consumer<String> reveal) {
        this.ownFiles = ownFiles;
        this.reveal = reveal;
        this.root = root;
        this.data = data;
        this.tasks = tasks;
        this.openFiles = openFiles;
        journal = data == null ? null : new Journal(root, data.resolve("journal"), tasks, openFiles, ownFiles);
        openFiles.onUnsaved(file -> {
            if (journal != null) {
                journal.changed();
            }
        });
        runState.liveProperty().addListener((observed, before, live) -> {
            if (journal != null) {
                journal.run(live ? runState.number() : 0);
            }
        });
    }

    /// Reads it, and brings back what was not saved.
    void read() {
        Path folder = data;
        Journal left = journal;
        if (folder == null || left == null) {
            remembered.set(EditorsState.NONE);
            return;
        }
        tasks.run(() -> new Kept(EditorsState.load(root, folder), EditHistory.load(root, folder)))
                .onSuccess(kept -> {
                    histories = kept.histories();
                    remembered.set(kept.editors());
                });
        tasks.run(left::read).onSuccess(remains -> {
            if (!remains.isEmpty()) {
                recover(remains, left);
            }
        });
    }

    private record Kept(EditorsState editors, Map<String, EditHistory> histories) {}

    /// What was done to files in the last session, by path.
    Map<String, EditHistory> histories() {
        return histories;
    }

    private void recover(Journal.Remains remains, Journal left) {
        AtomicInteger missing = new AtomicInteger(remains.texts().size());
        if (missing.get() == 0) {
            left.taken();
        }
        remains.texts()
                .forEach((path, text) -> openFiles.open(path, file -> {
                    boolean changedSince = !file.savedProperty()
                            .get()
                            .hash()
                            .equals(remains.hashes().get(path));
                    file.recovered(text);
                    if (changedSince && file.dirtyProperty().get()) {
                        file.conflictProperty().set(true);
                    }
                    if (missing.decrementAndGet() == 0) {
                        left.taken();
                    }
                    reveal.accept(path);
                }));
        String files = remains.texts().isEmpty()
                ? ""
                : "Recovered " + Amounts.count(remains.texts().size(), "file") + ". ";
        String run = remains.run() == 0 ? "" : "Run #" + remains.run() + " was interrupted; it was not started again.";
        recovery.set((files + run).strip());
    }

    /// Keeps which files are open and what was done to them, for the next session of this project.
    void keep(EditorsState editors, Map<String, EditHistory> done) {
        Path folder = data;
        if (folder != null) {
            tasks.run(() -> {
                        editors.save(root, folder);
                        EditHistory.save(done, root, folder);
                        return Boolean.TRUE;
                    })
                    .onFailure(failure -> ownFiles.refused(LOSS, failure))
                    .onSuccess(kept -> ownFiles.written(LOSS));
        }
    }

    /// Which files were open the last time; null until it was read.
    ReadOnlyObjectProperty<@Nullable EditorsState> rememberedProperty() {
        return remembered.getReadOnlyProperty();
    }

    /// What was brought back after a crash, as a sentence; empty for nothing.
    ReadOnlyStringWrapper recoveryProperty() {
        return recovery;
    }

    @Override
    public void close() {
        if (journal != null) {
            journal.close();
        }
    }
}
