package dev.dynamicworkers.playground.app;

import dev.dynamicworkers.playground.app.session.ProjectSource;
import dev.dynamicworkers.playground.core.project.NetworkRulesReader;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.worker.Limits;
import java.nio.file.Path;
import java.util.Map;

/// Projects that run as the person chose in the settings: within these limits, with this network where the project says
/// nothing of it. Blocks; safe on any thread.
final class ChosenOptions implements ProjectSource {
    private final ProjectSource projects;

    /// Written on the FX thread, read by whoever reads a project.
    private volatile Limits.Preset chosen = Limits.Preset.PAID;

    /// The same.
    private volatile NetworkRules silent = NetworkRules.BLOCKED;

    ChosenOptions(ProjectSource projects) {
        this.projects = projects;
    }

    /// @param word of a preset; one that is not known changes nothing
    void choose(String word) {
        Limits.Preset.ofName(word).ifPresent(preset -> chosen = preset);
    }

    /// @param rules whose mode and patience hold where a project says nothing of the network
    void unlessSaid(NetworkRules rules) {
        silent = rules;
    }

    @Override
    public Loaded read(Path folder, Map<String, String> unsaved) throws UnreadableProject {
        Limits.Preset preset = chosen;
        Loaded loaded = projects.read(folder, unsaved);
        return new Loaded(
                loaded.project(),
                loaded.outline(),
                loaded.fingerprint() + " " + preset,
                loaded.options().limiting(preset.limits()).reaching(NetworkRulesReader.read(folder, silent)));
    }
}
