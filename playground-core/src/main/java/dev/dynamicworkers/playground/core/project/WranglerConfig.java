package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `wrangler.jsonc` says.
///
/// @param file name of the configuration file
/// @param name the worker's name
/// @param main path of the main module within the project, with `/`; empty for a project of assets alone
/// @param compatibilityDate as `YYYY-MM-DD`
/// @param bindings in order of declaration, names unique
/// @param rules in order, without Wrangler's own
/// @param crons schedules of `triggers.crons`, which [CronSchedule] reads
/// @param consumers queues whose messages the worker gets, one for each queue
/// @param assets files that are served, null for none
/// @param limits CPU time and subrequests of one event at most, as `limits` says
/// @param otherKeys all other keys of the top level with their values as JSON, in order
public record WranglerConfig(
        String file,
        String name,
        String main,
        String compatibilityDate,
        List<String> compatibilityFlags,
        List<BindingDeclaration> bindings,
        List<ModuleRule> rules,
        List<String> crons,
        List<QueueConsumer> consumers,
        @Nullable StaticAssets assets,
        ResourceLimits limits,
        Map<String, String> otherKeys) {
    public WranglerConfig {
        consumers = List.copyOf(consumers);
        compatibilityFlags = List.copyOf(compatibilityFlags);
        bindings = List.copyOf(bindings);
        rules = List.copyOf(rules);
        crons = List.copyOf(crons);
        otherKeys = Collections.unmodifiableMap(new LinkedHashMap<>(otherKeys));
    }

    /// A worker that nothing but events from outside reaches.
    public WranglerConfig(
            String file,
            String name,
            String main,
            String compatibilityDate,
            List<String> compatibilityFlags,
            List<BindingDeclaration> bindings,
            List<ModuleRule> rules,
            List<String> crons,
            Map<String, String> otherKeys) {
        this(
                file,
                name,
                main,
                compatibilityDate,
                compatibilityFlags,
                bindings,
                rules,
                crons,
                List.of(),
                null,
                ResourceLimits.NONE,
                otherKeys);
    }
}
