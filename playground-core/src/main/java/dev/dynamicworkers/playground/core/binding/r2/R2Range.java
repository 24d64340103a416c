package dev.dynamicworkers.playground.core.binding.r2;

import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import org.graalvm.polyglot.Value;

/// Which bytes of an object are wanted.
///
/// @param offset -1 when not given
/// @param length -1 when not given
/// @param suffix -1 when not given
/// @param isLenient whether a range that can't be satisfied means the whole object, as one from headers does
record R2Range(long offset, long length, long suffix, boolean isLenient) {
    static R2Range of(Value value) {
        return value.isNull()
                ? new R2Range(-1, -1, -1, /* isLenient= */ true)
                : new R2Range(
                        number(value.getArrayElement(0)),
                        number(value.getArrayElement(1)),
                        number(value.getArrayElement(2)),
                        value.getArrayElement(3).asBoolean());
    }

    private static long number(Value value) {
        return value.isNull() ? -1 : (long) value.asDouble();
    }

    /// Some bytes of an object.
    record Window(long offset, long length) {}

    /// The bytes of an object of a size.
    ///
    /// @throws GuestThrow when there are none
    Window of(long size) {
        long from = suffix >= 0 ? Math.max(0, size - suffix) : Math.max(0, offset);
        long wanted = length >= 0 ? length : size - from;
        boolean whole = offset < 0 && length < 0 && suffix < 0;
        if (!whole && (from >= size || wanted <= 0)) {
            if (isLenient) {
                return new Window(0, size);
            }
            throw GuestThrow.error("get: The requested range is not satisfiable (10039)");
        }
        return new Window(from, Math.min(wanted, size - from));
    }
}
