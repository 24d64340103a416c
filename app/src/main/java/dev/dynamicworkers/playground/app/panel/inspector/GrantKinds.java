package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.core.trace.WorkerView;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What each key of `env` is and refers to, as far as isolates or the configuration have told. FX thread.
final class GrantKinds {
    private final Map<String, Map<String, WorkerView.EnvEntry>> seen = new HashMap<>();

    /// Takes what a worker's isolate really has.
    ///
    /// @param worker as the inspector names it
    void learn(String worker, WorkerView view) {
        Map<String, WorkerView.EnvEntry> entries = seen.computeIfAbsent(worker, name -> new HashMap<>());
        for (WorkerView.EnvEntry entry : view.env()) {
            entries.put(entry.name(), entry);
        }
    }

    /// Keys that the code of a worker really gave, as far as isolates told.
    Set<String> names(String worker) {
        Set<String> names = new TreeSet<>();
        seen.forEach((name, entries) -> {
            boolean isAsked = worker.equals(InspectorViewModel.ALL)
                    ? !name.equals(InspectorViewModel.PARENT)
                    : name.equals(worker);
            if (isAsked) {
                names.addAll(entries.keySet());
            }
        });
        return names;
    }

    /// What an isolate told of a key; null while none has.
    WorkerView.@Nullable EnvEntry entry(String worker, String name) {
        WorkerView.EnvEntry known = seen.getOrDefault(worker, Map.of()).get(name);
        if (known != null || !worker.equals(InspectorViewModel.ALL)) {
            return known;
        }
        for (Map.Entry<String, Map<String, WorkerView.EnvEntry>> each : seen.entrySet()) {
            WorkerView.EnvEntry entry = each.getValue().get(name);
            if (entry != null && !each.getKey().equals(InspectorViewModel.PARENT)) {
                return entry;
            }
        }
        return null;
    }

    /// The kind of a key in a few words; empty while nobody has told.
    String of(String worker, String name) {
        WorkerView.EnvEntry known = entry(worker, name);
        return known == null ? "" : word(known);
    }

    private static String word(WorkerView.EnvEntry entry) {
        // `kv NOTES` as the value of a service says more than `service`.
        String first = entry.value().split(" ", 2)[0];
        return of(entry.kind().equals("service") && isStore(first) ? first : entry.kind());
    }

    private static boolean isStore(String word) {
        return switch (word) {
            case "kv", "r2", "d1", "queue" -> true;
            default -> false;
        };
    }

    /// A kind as people write it: `KV`, `D1`, `R2`, else the word itself.
    static String of(String kind) {
        return switch (kind) {
            case "kv", "d1", "r2" -> kind.toUpperCase(Locale.ROOT);
            case "worker loader" -> "loader";
            case "rateLimit" -> "rate limit";
            default -> kind;
        };
    }
}
