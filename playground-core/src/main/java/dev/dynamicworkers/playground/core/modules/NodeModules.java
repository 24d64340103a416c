package dev.dynamicworkers.playground.core.modules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The modules of Node.js that workers have under `nodejs_compat`. Safe on any thread.
final class NodeModules {
    /// Named exports by module; each has a runtime source `node/<name>` and a default export with all of them.
    private static final Map<String, List<String>> EXPORTS = Map.of();

    private NodeModules() {}

    static @Nullable String find(String specifier, Set<String> flags) {
        String name = specifier.startsWith("node:") ? specifier.substring(5) : specifier;
        if (!EXPORTS.containsKey(name)) {
            return null;
        }
        boolean allowed = flags.contains("nodejs_compat") || (name.equals("async_hooks") && flags.contains("nodejs_als"));
        return allowed ? "node:" + name : null;
    }

    static @Nullable String source(String name) {
        if (!name.startsWith("node:")) {
            return null;
        }
        String module = name.substring(5);
        List<String> exports = EXPORTS.get(module);
        if (exports == null) {
            return null;
        }
        return "import { use } from '\\0internal'; const m = use('node/" + module + "');export default m;"
                + exports.stream()
                        .map(export -> "export const " + export + " = m." + export + ";")
                        .collect(Collectors.joining());
    }
}
