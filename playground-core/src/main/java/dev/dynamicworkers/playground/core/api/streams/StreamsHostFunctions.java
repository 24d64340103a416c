package dev.dynamicworkers.playground.core.api.streams;

import dev.dynamicworkers.playground.core.io.NativeStream;
import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import org.jspecify.annotations.Nullable;

/// The host functions behind `CompressionStream` and `DecompressionStream`. A codec is known to JavaScript by
/// its handle.
public final class StreamsHostFunctions {
    private StreamsHostFunctions() {}

    /// Adds the functions of this area.
    public static void register(HostFunctions table) {
        table.add(
                "streams.compressor",
                call -> NativeStream.start(call, () -> new Compressor(Format.of(call.string(0)))));
        table.add(
                "streams.decompressor",
                call -> NativeStream.start(call, () -> new Decompressor(Format.of(call.string(0)))));
        table.add("streams.codecWrite", StreamsHostFunctions::write);
        table.add("streams.codecRead", call -> call.handle(0, Codec.class).read());
        table.add("streams.codecFinish", StreamsHostFunctions::finish);
        table.add("streams.codecClose", StreamsHostFunctions::close);
    }

    private static @Nullable Object write(HostCall call) {
        call.handle(0, Codec.class).write(call.bytes(1));
        return null;
    }

    private static Object finish(HostCall call) {
        byte[] rest = call.handle(0, Codec.class).finish();
        call.isolate().handles().remove(call.integer(0));
        return rest;
    }

    private static @Nullable Object close(HostCall call) {
        call.handle(0, Codec.class).close();
        call.isolate().handles().remove(call.integer(0));
        return null;
    }
}
