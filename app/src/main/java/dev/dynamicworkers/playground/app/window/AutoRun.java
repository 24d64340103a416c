package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.panel.request.RequestViewModel;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.OpenFile;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.SettingsModel;
import java.time.Duration;

/// Sends the request on screen a moment after the person's last key in a file, where the settings ask for it. Opening,
/// importing and what others change on disk start nothing. FX thread.
final class AutoRun implements AutoCloseable {
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final ProjectSession session;
    private final RequestViewModel request;
    private final SettingsModel settings;
    private final Runnable forget;
    private Runnable cancel = () -> {};

    /// @param request what is sent
    AutoRun(ProjectSession session, RequestViewModel request, SettingsModel settings) {
        this.session = session;
        this.request = request;
        this.settings = settings;
        session.openFiles().onEdited(this::edited);
        forget = session.liveWork().sender(() -> cancel.run());
    }

    private void edited(OpenFile file) {
        if (settings.get().isOn(Setting.AUTO_RUN) && file.role() != FileRole.REQUEST) {
            soon();
        }
    }

    private void soon() {
        cancel.run();
        cancel = session.later(SETTLED, this::run);
    }

    private void run() {
        if (!settings.get().isOn(Setting.AUTO_RUN)) {
            return;
        }
        if (session.runState().liveProperty().get()) {
            soon();
        } else {
            request.send();
        }
    }

    @Override
    public void close() {
        cancel.run();
        forget.run();
        session.openFiles().onEdited(file -> {});
    }
}
