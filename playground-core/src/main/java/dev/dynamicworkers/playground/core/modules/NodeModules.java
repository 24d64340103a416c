package dev.dynamicworkers.playground.core.modules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The modules of Node.js that workers have under `nodejs_compat`. Safe on any thread.
final class NodeModules {
    private static final String LIST = "/dev/dynamicworkers/playground/core/api/node/exports.txt";

    /// Named exports by module; each has a runtime source `node/<name>` and a default export with all of them.
    private static final Map<String, List<String>> EXPORTS = read();

    private NodeModules() {}

    private static Map<String, List<String>> read() {
        try (InputStream stream = Objects.requireNonNull(NodeModules.class.getResourceAsStream(LIST))) {
            Map<String, List<String>> exports = new HashMap<>();
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            text.lines().forEach(line -> {
                int colon = line.indexOf(':');
                String names = line.substring(colon + 1).strip();
                exports.put(line.substring(0, colon), names.isEmpty() ? List.of() : Arrays.asList(names.split(" ")));
            });
            return Map.copyOf(exports);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static @Nullable String find(String specifier, Set<String> flags) {
        boolean isPrefixed = specifier.startsWith("node:");
        String name = isPrefixed ? specifier.substring(5) : specifier;
        if (!EXPORTS.containsKey(name) || (!isPrefixed && ONLY_PREFIXED.contains(name))) {
            return null;
        }
        boolean allowed =
                flags.contains("nodejs_compat") || (name.equals("async_hooks") && flags.contains("nodejs_als"));
        return allowed ? "node:" + name : null;
    }

    /// Modules that have no name without the prefix.
    private static final Set<String> ONLY_PREFIXED = Set.of("test", "sqlite");

    static @Nullable String source(String name) {
        if (!name.startsWith("node:")) {
            return null;
        }
        String module = name.substring(5);
        List<String> exports = EXPORTS.get(module);
        if (exports == null) {
            return null;
        }
        return ModuleTable.useInternal() + "const m = use('node/" + module + "');export default m;"
                + exports.stream()
                        .map(export -> "export const " + export + " = m." + export + ";")
                        .collect(Collectors.joining());
    }
}
