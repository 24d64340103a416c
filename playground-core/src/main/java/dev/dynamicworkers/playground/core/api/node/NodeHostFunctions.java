package dev.dynamicworkers.playground.core.api.node;

import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.js.HostFunctions;

/// The host functions named `node.*`. Runs on the isolate thread.
public final class NodeHostFunctions {
    private NodeHostFunctions() {}

    /// Adds the functions to the table of all isolates.
    public static void register(HostFunctions table) {
        table.add("node.package", call -> {
            String name = call.string(0);
            String file = call.string(1);
            String source = NpmPackages.source(name, file);
            return source == null
                    ? null
                    : call.isolate().code().evaluateScript("npm:" + name + "/" + file, wrapped(source));
        });
        table.add("node.encode", call -> BufferText.encode(call.string(0), call.string(1)));
        table.add("node.decode", call -> BufferText.decode(call.bytes(0), call.string(1)));
        table.add("node.zlib", call -> {
            try {
                return Zlib.run(call.string(0), call.bytes(1), call.integer(2));
            } catch (Zlib.DataException e) {
                throw GuestThrow.error(String.valueOf(e.getMessage()));
            }
        });
    }

    /// A CommonJS file as a function of what it finds in its scope.
    private static String wrapped(String source) {
        return "(function (module, exports, require, process, Buffer) { (function () {" + source + "\n})(); })";
    }
}
