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

    /// Modules by name; each has a runtime source `node/<name>`, whose value is the default export.
    private static final Map<String, NodeModule> MODULES = read();

    /// Modules that have no name without the prefix.
    private static final Set<String> ONLY_PREFIXED = Set.of("test");

    private NodeModules() {}

    /// @param flag compatibility flag that lets the module through
    /// @param exports its named exports; one that ends with `=` is the default export itself
    private record NodeModule(String flag, List<String> exports) {}

    private static Map<String, NodeModule> read() {
        try (InputStream stream = Objects.requireNonNull(NodeModules.class.getResourceAsStream(LIST))) {
            Map<String, NodeModule> modules = new HashMap<>();
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            text.lines().forEach(line -> {
                int colon = line.indexOf(':');
                String names = line.substring(colon + 1).strip();
                String[] head = line.substring(0, colon).split("@");
                modules.put(
                        head[0],
                        new NodeModule(
                                head.length > 1 ? head[1] : "nodejs_compat",
                                names.isEmpty() ? List.of() : Arrays.asList(names.split(" "))));
            });
            return Map.copyOf(modules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The name of the module that a specifier means under these flags, or null. A name without `node:` is one of these
    /// modules only under `nodejs_compat_v2`.
    static @Nullable String find(String specifier, Set<String> flags) {
        boolean isPrefixed = specifier.startsWith("node:");
        String name = isPrefixed ? specifier.substring(5) : specifier;
        NodeModule module = MODULES.get(name);
        if (module == null || (!isPrefixed && (ONLY_PREFIXED.contains(name) || !flags.contains("nodejs_compat_v2")))) {
            return null;
        }
        boolean allowed = switch (name) {
            // The platform has it whatever the flags.
            case "process" -> true;
            case "async_hooks" -> flags.contains("nodejs_als") || flags.contains("nodejs_compat");
            default -> flags.contains(module.flag) && flags.contains("nodejs_compat");
        };
        return allowed ? "node:" + name : null;
    }

    static @Nullable String source(String name) {
        if (!name.startsWith("node:")) {
            return null;
        }
        String module = name.substring(5);
        NodeModule found = MODULES.get(module);
        if (found == null) {
            return null;
        }
        return ModuleTable.useInternal() + "const m = use('node/" + module + "');export default m;"
                + found.exports.stream().map(NodeModules::export).collect(Collectors.joining());
    }

    private static String export(String name) {
        return name.endsWith("=")
                ? "export const " + name.substring(0, name.length() - 1) + " = m;"
                : "export const " + name + " = m." + name + ";";
    }
}
