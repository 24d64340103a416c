package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.core.trace.WorkerView;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What kind of thing each key of `env` is, as far as isolates or the configuration have told. FX thread.
final class GrantKinds {
    private final Map<String, Map<String, String>> seen = new HashMap<>();

    /// Takes what a worker's isolate really has.
    ///
    /// @param worker as the inspector names it
    void learn(String worker, WorkerView view) {
        Map<String, String> kinds = seen.computeIfAbsent(worker, name -> new HashMap<>());
        for (WorkerView.EnvEntry entry : view.env()) {
            kinds.put(entry.name(), word(entry));
        }
    }

    /// The kind of a key in a few words; empty while nobody has told.
    String of(String worker, String name) {
        String known = seen.getOrDefault(worker, Map.of()).get(name);
        if (known != null || !worker.equals(InspectorViewModel.ALL)) {
            return known == null ? "" : known;
        }
        return seen.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(InspectorViewModel.PARENT))
                .map(entry -> entry.getValue().getOrDefault(name, ""))
                .filter(kind -> !kind.isEmpty())
                .findFirst()
                .orElse("");
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
            default -> kind;
        };
    }
}
