package dev.dynamicworkers.playground.core.project;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What `wrangler.jsonc` says.
///
/// @param file name of the configuration file
/// @param name the worker's name
/// @param main path of the main module within the project, with `/`
/// @param compatibilityDate as `YYYY-MM-DD`
/// @param bindings in order of declaration, names unique
/// @param rules in order, without Wrangler's own
/// @param crons schedules of `triggers.crons`
/// @param consumers queues whose messages the worker gets, one for each queue
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
                otherKeys);
    }
}
