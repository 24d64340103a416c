package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.task.Tasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What an earlier session of the project kept, what one that was killed left behind, and what this one keeps for
/// later. FX thread.
final class EarlierSession {
    private static final String LOSS = "Open files and steps to undo are not kept for the next session.";

    private final Path root;
    private final OwnFiles ownFiles;
    private final @Nullable Path data;
    private final Tasks tasks;
    private final OpenFiles openFiles;
    private final UnsavedRequests requests;
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
            UnsavedRequests requests,
            RunState runState,
            OwnFiles ownFiles,
            Consumer<String> reveal) {
        this.ownFiles = ownFiles;
        this.reveal = reveal;
        this.root = root;
        this.data = data;
        this.tasks = tasks;
        this.openFiles = openFiles;
        this.requests = requests;
        journal =
                data == null ? null : new Journal(root, data.resolve("journal"), tasks, openFiles, requests, ownFiles);
        Runnable changed = journal == null ? () -> {} : journal::changed;
        openFiles.onUnsaved(file -> changed.run());
        requests.onChange(changed);
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
            if (remains.isEmpty()) {
                left.nothingToTake();
            } else {
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
        requests.remained(remains.requests());
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
        recovery.set(sentence(remains));
    }

    private static String sentence(Journal.Remains remains) {
        List<String> found = new ArrayList<>();
        if (!remains.texts().isEmpty()) {
            found.add(Amounts.count(remains.texts().size(), "file"));
        }
        // Of a window that was closed a request is on screen as it was.
        if (!remains.goodOrder() && remains.requests().count() > 0) {
            found.add(Amounts.count(remains.requests().count(), "request"));
        }
        String recovered = found.isEmpty() ? "" : "Recovered " + String.join(" and ", found) + ". ";
        String run = remains.run() == 0 ? "" : "Run #" + remains.run() + " was interrupted; it was not started again.";
        return (recovered + run).strip();
    }

    /// Keeps which files are open and what was done to them, for the next session of this project.
    void keep(EditorsState editors, Map<String, EditHistory> done) {
        Path folder = data;
        if (folder != null) {
            tasks.write(() -> {
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

    /// Keeps what is not saved, and nothing more.
    void close() {
        if (journal != null) {
            journal.close(openFiles.saving());
        }
    }
}
