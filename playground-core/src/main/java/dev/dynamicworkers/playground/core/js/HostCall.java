package dev.dynamicworkers.playground.core.js;

import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.isolate.Isolate;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// Arguments of one call of a host function, and the isolate it came from. Valid during the call.
public final class HostCall {
    private final Isolate isolate;
    private final Value[] arguments;

    HostCall(Isolate isolate, Value[] arguments) {
        this.isolate = isolate;
        this.arguments = arguments;
    }

    public Isolate isolate() {
        return isolate;
    }

    public int count() {
        return arguments.length;
    }

    /// Whether an argument is null, undefined or was not given.
    public boolean isNullish(int i) {
        return i >= arguments.length || arguments[i].isNull();
    }

    public String string(int i) {
        String text = arguments[i].asString();
        if (text == null) {
            // The runtime's own sources pass strings: guest code that got hold of a base class of theirs may not.
            throw GuestThrow.typeError("a string is missing");
        }
        return text;
    }

    /// A string, or null for null and undefined.
    public @Nullable String stringOrNull(int i) {
        return isNullish(i) ? null : arguments[i].asString();
    }

    public boolean bool(int i) {
        return arguments[i].asBoolean();
    }

    public int integer(int i) {
        Value value = arguments[i];
        return value.fitsInInt() ? value.asInt() : (int) value.asDouble();
    }

    public long longValue(int i) {
        Value value = arguments[i];
        return value.fitsInLong() ? value.asLong() : (long) value.asDouble();
    }

    /// How many bytes the guest asks for.
    ///
    /// @throws GuestThrow where one isolate may not have so many, as for an array buffer of that size
    public int size(int i) {
        long bytes = longValue(i);
        if (bytes < 0 || !hasRoom(bytes)) {
            throw GuestThrow.rangeError("Array buffer allocation failed");
        }
        return Math.toIntExact(bytes);
    }

    /// Whether the host may take so many bytes at once for what the guest asks for.
    public boolean hasRoom(long bytes) {
        return bytes <= Math.min(isolate.largestBytes(), Integer.MAX_VALUE);
    }

    public double number(int i) {
        return arguments[i].asDouble();
    }

    /// A copy of the bytes of a Uint8Array, another view, or an ArrayBuffer: exactly the view's window.
    public byte[] bytes(int i) {
        return bytesOf(arguments[i]);
    }

    public Value value(int i) {
        return arguments[i];
    }

    /// The host object behind a handle.
    public <T> T handle(int i, Class<T> type) {
        return isolate.handles().get(integer(i), type);
    }

    /// A copy of the bytes of a buffer or view.
    public static byte[] bytesOf(Value value) {
        Value buffer = value;
        long offset = 0;
        long length;
        if (value.hasBufferElements()) {
            length = value.getBufferSize();
        } else {
            buffer = value.getMember("buffer");
            offset = value.getMember("byteOffset").asLong();
            length = value.getMember("byteLength").asLong();
        }
        byte[] bytes = new byte[Math.toIntExact(length)];
        if (bytes.length > 0) {
            buffer.readBuffer(offset, bytes, 0, bytes.length);
        }
        return bytes;
    }
}
