package dev.dynamicworkers.playground.app;

import dev.dynamicworkers.playground.app.session.ProjectSource;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.Settings;
import dev.dynamicworkers.playground.core.project.NetworkRulesReader;
import dev.dynamicworkers.playground.core.project.PlaygroundSettings;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.worker.Limit;
import dev.dynamicworkers.playground.core.worker.Limits;
import dev.dynamicworkers.playground.core.worker.Retention;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// Projects that run as the person chose in the settings: within these limits, with this network and this patience for
/// idle workers where the project says nothing of them. Blocks; safe on any thread.
final class ChosenOptions implements ProjectSource {
    /// Settings that are limits with a value of their own; 0 is as the set of limits that was chosen.
    private static final Map<Limit, Setting> SINGLE = Map.of(
            Limit.CPU, Setting.LIMIT_CPU,
            Limit.WALL, Setting.LIMIT_WALL,
            Limit.SUBREQUESTS, Setting.LIMIT_SUBREQUESTS,
            Limit.MEMORY, Setting.LIMIT_MEMORY,
            Limit.RESPONSE, Setting.LIMIT_RESPONSE,
            Limit.LOG_LINES, Setting.LIMIT_LOG_LINES,
            Limit.LOG_SIZE, Setting.LIMIT_LOG_SIZE);

    private final ProjectSource projects;

    /// Written on the FX thread, read by whoever reads a project.
    private volatile Chosen chosen = Chosen.of(Settings.DEFAULT);

    /// The same.
    private volatile NetworkRules silent = NetworkRules.BLOCKED;

    private record Chosen(Limits limits, Retention retention) {
        static Chosen of(Settings settings) {
            return new Chosen(ChosenOptions.limits(settings), ChosenOptions.retention(settings));
        }
    }

    ChosenOptions(ProjectSource projects) {
        this.projects = projects;
    }

    /// The limits that settings give to all projects.
    static Limits limits(Settings settings) {
        Limits limits = Limits.Preset.ofName(settings.word(Setting.LIMITS))
                .orElse(Limits.Preset.PAID)
                .limits()
                .with(Limit.ISOLATES, settings.amount(Setting.ISOLATES));
        for (Map.Entry<Limit, Setting> single : SINGLE.entrySet()) {
            int value = settings.amount(single.getValue());
            if (value > 0) {
                limits = limits.with(single.getKey(), value);
            }
        }
        return limits;
    }

    /// The settings with another value of a limit, as far as it has one of its own.
    static Settings with(Settings settings, Limit limit, long value) {
        Setting single = SINGLE.get(limit);
        return single == null ? settings : settings.with(single, Math.toIntExact(value));
    }

    private static Retention retention(Settings settings) {
        return new Retention(
                Retention.DEFAULT.unnamedKept(),
                settings.amount(Setting.IDLE_WORKERS),
                Duration.ofSeconds(settings.amount(Setting.IDLE_SECONDS)));
    }

    /// Takes other settings for all projects that are read from now on.
    void choose(Settings settings) {
        chosen = Chosen.of(settings);
    }

    /// @param rules whose mode and patience hold where a project says nothing of the network
    void unlessSaid(NetworkRules rules) {
        silent = rules;
    }

    @Override
    public Loaded read(Path folder, Map<String, String> unsaved) throws UnreadableProject {
        Chosen now = chosen;
        Loaded loaded = projects.read(folder, unsaved);
        Retention retention = PlaygroundSettings.read(folder, now.retention()).retention();
        return new Loaded(
                loaded.project(),
                loaded.outline(),
                loaded.fingerprint() + " " + now.limits() + " " + retention,
                loaded.options()
                        .limiting(now.limits())
                        .keeping(retention)
                        .reaching(NetworkRulesReader.read(folder, silent)));
    }
}
