package dev.dynamicworkers.playground.app;

import dev.dynamicworkers.playground.app.fx.FxThread;
import dev.dynamicworkers.playground.app.session.DiskProjects;
import dev.dynamicworkers.playground.app.settings.SettingsStore;
import dev.dynamicworkers.playground.app.settings.UserFolders;
import dev.dynamicworkers.playground.core.process.RuntimeProcess;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The desktop application. Made by the toolkit; FX thread.
public final class PlaygroundApplication extends Application {
    private @Nullable Wiring wiring;
    private @Nullable StartCount starts;

    /// Opens the window and returns when it was closed.
    ///
    /// @return why no window could be opened, in a few words; empty when one was
    static String start(String... arguments) {
        try {
            launch(PlaygroundApplication.class, arguments);
            return "";
        } catch (UnsupportedOperationException e) {
            return String.valueOf(e.getMessage());
        } catch (RuntimeException e) {
            if (e.getCause() instanceof UnsupportedOperationException cause) {
                return String.valueOf(cause.getMessage());
            }
            throw e;
        }
    }

    @Override
    public void start(Stage stage) {
        StartOptions options = StartOptions.of(getParameters().getRaw());
        if (Main.isRehearsal()) {
            Wiring rehearsed = new Wiring(stage, SettingsStore.ofUser(), new DiskProjects(), RuntimeProcess::start);
            wiring = rehearsed;
            rehearsed.onUsable(stage::close);
            rehearsed.show(options.folder());
            return;
        }
        StartCount count = new StartCount(UserFolders.data());
        starts = count;
        boolean failedBefore = count.begin();
        StartOptions chosen = failedBefore ? options.safely() : options;
        SettingsStore store = chosen.safe() ? SettingsStore.forgetful() : SettingsStore.ofUser();
        Wiring started = new Wiring(stage, store, new DiskProjects(chosen.environment()), RuntimeProcess::start);
        wiring = started;
        started.onUsable(count::succeeded);
        if (chosen.safe()) {
            started.restoreNothing(
                    failedBefore
                            ? "Safe mode: the last two starts did not come to an end. Your settings and your session"
                                    + " are kept; start again for them."
                            : "Safe mode: presets instead of your settings, nothing is restored.");
        } else {
            started.listenForOthers(UserFolders.data());
        }
        if (chosen.resetLayout()) {
            started.resetLayout();
        }
        started.show(chosen.folder());
    }

    @Override
    public void stop() {
        if (wiring != null) {
            wiring.close();
        }
        if (starts != null) {
            starts.succeeded();
        }
        FxThread.exitToolkit();
    }
}
