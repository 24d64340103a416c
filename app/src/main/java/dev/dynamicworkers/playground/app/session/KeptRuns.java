package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.error.ErrorReporter;
import dev.dynamicworkers.playground.app.settings.JsonFile;
import dev.dynamicworkers.playground.app.task.Tasks;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Keeps the project's runs for later sessions, and brings those of earlier ones back. FX thread.
public final class KeptRuns {
    private static final String LOSS = "Runs are not kept for later sessions.";

    private final @Nullable RunStore store;
    private final RunHistory history;
    private final RunState runState;
    private final SecretMask mask;
    private final Tasks tasks;
    private final ErrorReporter errors;
    private final OwnFiles ownFiles;
    private final Property<Boolean> keep = new SimpleObjectProperty<>(true);
    private final Property<Integer> most = new SimpleObjectProperty<>(RunStore.MOST);

    /// @param store null to keep nothing
    /// @param mask takes values of secrets out of what is written
    /// @param ownFiles tells where the disk refuses a run
    KeptRuns(
            @Nullable RunStore store,
            SessionState state,
            SecretMask mask,
            Tasks tasks,
            ErrorReporter errors,
            OwnFiles ownFiles) {
        this.ownFiles = ownFiles;
        this.store = store;
        this.mask = mask;
        this.tasks = tasks;
        this.errors = errors;
        history = state.history();
        runState = state.runState();
        if (store != null) {
            tasks.run("Reading the runs of earlier sessions", progress -> store.load())
                    .onFailure(failure -> errors.report("The runs of earlier sessions could not be read.", failure))
                    .onSuccess(this::restore);
            history.lastProperty().addListener((observed, before, run) -> {
                if (run != null && keep.getValue() && history.isReal()) {
                    keep(store, run);
                }
            });
        }
    }

    private void restore(List<RunRecord> earlier) {
        runState.countOnFrom(earlier.stream().mapToLong(RunRecord::number).max().orElse(0));
        history.restore(earlier);
    }

    private void keep(RunStore kept, RunRecord run) {
        int limit = most.getValue();
        tasks.write(() -> {
                    kept.keep(run, limit);
                    return Boolean.TRUE;
                })
                .onFailure(failure -> ownFiles.refused(LOSS, failure))
                .onSuccess(done -> ownFiles.written(LOSS));
    }

    /// Whether runs are kept for later sessions.
    public Property<Boolean> keepProperty() {
        return keep;
    }

    /// How many runs are kept on disk.
    public Property<Integer> mostProperty() {
        return most;
    }

    /// Lets go of all runs, those on disk included.
    public void clear() {
        history.clearRuns();
        RunStore kept = store;
        if (kept != null) {
            tasks.run(() -> {
                        kept.clear();
                        return Boolean.TRUE;
                    })
                    .onFailure(failure -> errors.report("The kept runs could not be deleted.", failure));
        }
    }

    /// Brings runs back that [#clear] let go of, on disk too where runs are kept.
    ///
    /// @param gone newest first
    public void bringBack(List<RunRecord> gone) {
        history.restore(gone);
        RunStore kept = store;
        if (kept != null && keep.getValue()) {
            gone.reversed().forEach(run -> keep(kept, run));
        }
    }

    /// Writes a run as a JSON file.
    ///
    /// @param tell of what came of it
    void export(RunRecord run, Path file, AskedFiles tell) {
        tasks.run(
                        "Writing " + file.getFileName(),
                        progress -> {
                            new JsonFile(file).write(RunJson.write(run, mask.secrets()));
                            return file;
                        },
                        Tasks.Trait.TELLS_ITS_END)
                .onFailure(failure -> tell.refused(file, failure))
                .onSuccess(written -> tell.told("run #" + run.number(), written));
    }
}
