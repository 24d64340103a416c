package dev.dynamicworkers.playground.app;

import dev.dynamicworkers.playground.app.fx.FxThread;
import dev.dynamicworkers.playground.app.session.DiskProjects;
import dev.dynamicworkers.playground.app.settings.SettingsStore;
import dev.dynamicworkers.playground.core.process.RuntimeProcess;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The desktop application. Made by the toolkit; FX thread.
public final class PlaygroundApplication extends Application {
    private @Nullable Wiring wiring;

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
        List<String> arguments = getParameters().getRaw();
        wiring = new Wiring(stage, SettingsStore.ofUser(), new DiskProjects(), RuntimeProcess::start);
        if (Main.isRehearsal()) {
            wiring.onUsable(stage::close);
        }
        wiring.show(arguments.isEmpty() ? null : Path.of(arguments.getFirst()));
    }

    @Override
    public void stop() {
        if (wiring != null) {
            wiring.close();
        }
        FxThread.exitToolkit();
    }
}
