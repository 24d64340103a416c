package dev.dynamicworkers.playground.core.rpc;

import dev.dynamicworkers.playground.core.io.Capability;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.IoHostFunctions;
import dev.dynamicworkers.playground.core.io.IsolateStream;
import dev.dynamicworkers.playground.core.io.Payload;
import dev.dynamicworkers.playground.core.js.HostCall;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// Reads payloads out of the arguments of host functions.
public final class Payloads {
    private Payloads() {}

    /// The payload in four arguments from `at` on, or null when its text is null.
    public static @Nullable Payload read(HostCall call, int at) {
        String text = call.stringOrNull(at);
        if (text == null) {
            return null;
        }
        List<Object> carried = call.isNullish(at + 2) ? List.of() : carried(call, call.value(at + 2));
        List<byte[]> buffers = call.isNullish(at + 3) ? List.of() : buffers(call.value(at + 3));
        return new Payload(text, call.bool(at + 1), carried, buffers);
    }

    private static List<byte[]> buffers(Value array) {
        List<byte[]> buffers = new ArrayList<>();
        for (long i = 0; i < array.getArraySize(); i++) {
            buffers.add(HostCall.bytesOf(array.getArrayElement(i)));
        }
        return buffers;
    }

    /// Positive numbers are handles that the isolate holds, negative ones objects of its own; `r` and `w` are its
    /// streams.
    private static List<Object> carried(HostCall call, Value array) {
        List<Object> carried = new ArrayList<>();
        for (long i = 0; i < array.getArraySize(); i++) {
            Value item = array.getArrayElement(i);
            carried.add(item.isString() ? stream(call, item.asString()) : capability(call, item.asInt()));
        }
        return carried;
    }

    private static Object stream(HostCall call, String item) {
        InvocationContext producer = IoHostFunctions.current(call);
        int id = Integer.parseInt(item.substring(1));
        return item.startsWith("r") ? new IsolateStream(producer, id) : new IsolateSink(producer, id);
    }

    private static Capability capability(HostCall call, int number) {
        if (number < 0) {
            return new ObjectCapability(IoHostFunctions.current(call), -number);
        }
        return call.isolate().handles().get(number, Capability.class).dup();
    }
}
