package dev.dynamicworkers.playground.core.io;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A structured clone on its way between isolates: JSON text with tags, and beside it the capabilities, streams and
/// bytes that the
/// text refers to by index (runtime source `rpc/clone`).
///
/// @param special whether the text has tags at all
/// @param carried [Capability] or [StreamSource] or [StreamSink], one per index
public record Payload(String text, boolean special, List<Object> carried, List<byte[]> buffers) {
    /// Adds the four arguments by which a payload enters an isolate, from `at` on.
    public static void put(
            @Nullable Payload payload, InvocationContext receiver, @Nullable Object[] arguments, int at) {
        if (payload == null) {
            arguments[at] = null;
            arguments[at + 1] = false;
            arguments[at + 2] = null;
            arguments[at + 3] = null;
            return;
        }
        arguments[at] = payload.text;
        arguments[at + 1] = payload.special;
        arguments[at + 2] = payload.carried.isEmpty()
                ? null
                : receiver.worker().isolate().toGuest(receiver.holdings().importAll(payload.carried));
        arguments[at + 3] =
                payload.buffers.isEmpty() ? null : receiver.worker().isolate().toGuest(payload.buffers.toArray());
    }

    /// The same payload for one more receiver: every capability in it gets a hold of its own.
    public Payload dup() {
        if (carried.isEmpty()) {
            return this;
        }
        return new Payload(
                text,
                special,
                carried.stream()
                        .map(each -> each instanceof Capability capability ? capability.dup() : each)
                        .toList(),
                buffers);
    }
}
