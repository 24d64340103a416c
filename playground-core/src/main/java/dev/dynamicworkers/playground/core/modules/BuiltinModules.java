package dev.dynamicworkers.playground.core.modules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Modules that the runtime itself has, and the ECMAScript modules that stand for them. Safe on any thread.
final class BuiltinModules {
    private static final List<String> WORKERS_EXPORTS = List.of(
            "DurableObject",
            "RpcPromise",
            "RpcProperty",
            "RpcStub",
            "RpcTarget",
            "ServiceStub",
            "WorkerEntrypoint",
            "WorkflowEntrypoint",
            "abortIsolate",
            "cache",
            "env",
            "exports",
            "restore",
            "tracing",
            "waitUntil",
            "withEnv",
            "withEnvAndExports",
            "withExports");

    /// Runtime source and named exports by module name; those of node: name their exports themselves.
    private static final Map<String, Builtin> BUILTINS = Map.of(
            "cloudflare:workers", new Builtin("modules/workers", WORKERS_EXPORTS),
            "cloudflare:node",
                    new Builtin(
                            "modules/node",
                            List.of(
                                    "connectHandler",
                                    "handleAsNodeConnection",
                                    "handleAsNodeRequest",
                                    "httpServerHandler")),
            "cloudflare:sockets", new Builtin("modules/sockets", List.of("connect", "internalNewHttpClient")),
            "cloudflare:workflows", new Builtin("modules/workflows", List.of("NonRetryableError")));

    private BuiltinModules() {}

    private record Builtin(String source, List<String> exports) {}

    /// The name of the built-in module that a specifier means under these flags, or null.
    static @Nullable String find(String specifier, Set<String> flags) {
        if (BUILTINS.containsKey(specifier)) {
            return specifier;
        }
        return NodeModules.find(specifier, flags);
    }

    /// The ECMAScript module of a built-in name, or null when there is none of that name.
    static @Nullable String source(String name) {
        Builtin builtin = BUILTINS.get(name);
        if (builtin == null) {
            return NodeModules.source(name);
        }
        return ModuleTable.useInternal() + "const m = use('" + builtin.source + "');"
                + builtin.exports.stream()
                        .map(export -> "export const " + export + " = m." + export + ";")
                        .collect(Collectors.joining());
    }
}
