package dev.dynamicworkers.playground.app;

import dev.dynamicworkers.playground.app.command.KeyBindings;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.settings.Settings;
import dev.dynamicworkers.playground.app.settings.SettingsModel;
import dev.dynamicworkers.playground.app.settings.SettingsStore;
import dev.dynamicworkers.playground.app.task.RunningTask;
import dev.dynamicworkers.playground.app.task.Tasks;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Writes what the person chose, settings and keys, whenever it changes. FX thread; writing is done by a task.
final class KeptChoices {
    private final SettingsStore store;
    private final SettingsModel settings;
    private final KeyBindings keys;
    private final Tasks tasks;
    private final Supplier<@Nullable ProjectSession> open;
    private Settings saved;

    /// @param settings as they were loaded
    /// @param open the project that is open: its window tells where something could not be written
    KeptChoices(
            SettingsStore store,
            SettingsModel settings,
            KeyBindings keys,
            Tasks tasks,
            Supplier<@Nullable ProjectSession> open) {
        this.store = store;
        this.settings = settings;
        this.keys = keys;
        this.tasks = tasks;
        this.open = open;
        saved = settings.get();
    }

    /// Begins to.
    void follow() {
        settings.settingsProperty().subscribe(this::keep);
        keys.versionProperty().subscribe((before, now) -> keepKeys());
    }

    /// Writes the settings before it returns, at the end of the application.
    ///
    /// @throws IOException where they can't be written
    void saveNow() throws IOException {
        save(settings.get());
    }

    private void keep(Settings changed) {
        if (!changed.equals(saved)) {
            saved = changed;
            tellRefused("Your settings are not kept for the next start.", tasks.write(() -> {
                save(changed);
                return Boolean.TRUE;
            }));
        }
    }

    private void keepKeys() {
        Map<String, List<String>> written = keys.written();
        tellRefused("Your keys are not kept for the next start.", tasks.write(() -> {
            store.saveKeys(written);
            return Boolean.TRUE;
        }));
    }

    private void tellRefused(String loss, RunningTask<Boolean> write) {
        ProjectSession present = open.get();
        if (present != null) {
            write.onFailure(failure -> present.ownFiles().refused(loss, failure))
                    .onSuccess(done -> present.ownFiles().written(loss));
        }
    }

    private synchronized void save(Settings wanted) throws IOException {
        store.save(wanted);
    }
}
