package dev.dynamicworkers.playground.app;

import dev.dynamicworkers.playground.app.session.ProjectSource;
import dev.dynamicworkers.playground.core.worker.Limits;
import java.nio.file.Path;
import java.util.Map;

/// Projects that run within the limits that the person chose in the settings. Blocks; safe on any thread.
final class ChosenLimits implements ProjectSource {
    private final ProjectSource projects;

    /// Written on the FX thread, read by whoever reads a project.
    private volatile Limits.Preset chosen = Limits.Preset.PAID;

    ChosenLimits(ProjectSource projects) {
        this.projects = projects;
    }

    /// @param word of a preset; one that is not known changes nothing
    void choose(String word) {
        Limits.Preset.ofName(word).ifPresent(preset -> chosen = preset);
    }

    @Override
    public Loaded read(Path folder, Map<String, String> unsaved) throws UnreadableProject {
        Limits.Preset preset = chosen;
        Loaded loaded = projects.read(folder, unsaved);
        return new Loaded(
                loaded.project(),
                loaded.outline(),
                loaded.fingerprint() + " " + preset,
                loaded.options().limiting(preset.limits()));
    }
}
