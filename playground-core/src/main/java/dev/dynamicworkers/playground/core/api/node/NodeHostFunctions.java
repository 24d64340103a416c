package dev.dynamicworkers.playground.core.api.node;

import dev.dynamicworkers.playground.core.io.NativeStream;
import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.js.HostCall;
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
        table.add("node.unbrotli", call -> told(() -> Brotli.decompress(call.bytes(0), most(call, 1))));
        table.add("node.zstd", call -> told(() -> Zstd.compress(call.bytes(0))));
        table.add("node.unzstd", call -> told(() -> Zstd.decompress(call.bytes(0), most(call, 1))));
        // operation, level, strategy, dictionary, most bytes that one piece of input may become
        table.add("node.zlibStart", call -> {
            var settings = new ZlibStream.Settings(call.integer(1), call.integer(2), call.bytes(3), most(call, 4));
            return NativeStream.start(call, () -> ZlibStream.of(call.string(0), settings));
        });
        table.add(
                "node.zlibWrite",
                call -> told(() -> call.handle(0, ZlibStream.class).write(call.bytes(1), call.integer(2))));
        table.add("node.zlibTune", call -> {
            call.handle(0, ZlibStream.class).retune(call.integer(1), call.integer(2));
            return null;
        });
        table.add("node.zlibFinish", call -> {
            ZlibStream stream = call.handle(0, ZlibStream.class);
            call.isolate().handles().remove(call.integer(0));
            return told(stream::finish);
        });
        table.add("node.zlibClose", call -> {
            call.handle(0, ZlibStream.class).close();
            call.isolate().handles().remove(call.integer(0));
            return null;
        });
    }

    /// What a piece of input may become: what the guest says, where it says so, and no more than it may have.
    private static int most(HostCall call, int argument) {
        long most = Math.min(ZlibStream.MOST_AT_ONCE, call.isolate().largestBytes());
        return (int) (call.isNullish(argument) ? most : Math.clamp(call.longValue(argument), 0, most));
    }

    private interface Step {
        byte[] run() throws ZlibStream.DataException;
    }

    private static byte[] told(Step step) {
        try {
            return step.run();
        } catch (ZlibStream.DataException e) {
            throw GuestThrow.error(String.valueOf(e.getMessage()));
        }
    }

    /// A CommonJS file as a function of what it finds in its scope.
    private static String wrapped(String source) {
        return "(function (module, exports, require, process, Buffer) { (function () {" + source + "\n})(); })";
    }
}
