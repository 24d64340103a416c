package dev.dynamicworkers.playground.core.binding.r2;

import dev.dynamicworkers.playground.core.storage.R2Store;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// When an object may be read or written, as RFC 9110 (13.2.2) orders its conditional headers.
///
/// @param matches etags, or `*`; null for any
/// @param matchesNot etags, or `*`; null for none
/// @param before milliseconds since 1970, null for any time
/// @param after milliseconds since 1970, null for any time
/// @param inSeconds whether times are compared without their fractions of a second
record R2Condition(
        @Nullable List<String> matches,
        @Nullable List<String> matchesNot,
        @Nullable Long before,
        @Nullable Long after,
        boolean inSeconds) {
    /// Reads what runtime source `binding/r2-options` makes.
    static @Nullable R2Condition of(Value value) {
        return value.isNull()
                ? null
                : new R2Condition(
                        etags(value.getArrayElement(0)),
                        etags(value.getArrayElement(1)),
                        millis(value.getArrayElement(2)),
                        millis(value.getArrayElement(3)),
                        value.getArrayElement(4).asBoolean());
    }

    private static @Nullable List<String> etags(Value value) {
        if (value.isNull()) {
            return null;
        }
        List<String> etags = new ArrayList<>();
        for (long i = 0; i < value.getArraySize(); i++) {
            etags.add(value.getArrayElement(i).asString());
        }
        return etags;
    }

    private static @Nullable Long millis(Value value) {
        return value.isNull() ? null : (Long) (long) value.asDouble();
    }

    /// Whether it holds for an object, or for there being none.
    boolean holds(R2Store.@Nullable Head object) {
        if (object == null) {
            return matches == null && after == null;
        }
        boolean matched = matches == null || has(matches, object.etag());
        boolean differs = matchesNot == null || !has(matchesNot, object.etag());
        long uploaded = time(object.uploaded());
        boolean unmodified = before == null || uploaded < time(before) || (matches != null && matched);
        boolean modified = after == null || uploaded > time(after) || (matchesNot != null && differs);
        return matched && differs && unmodified && modified;
    }

    private long time(long millis) {
        return inSeconds ? millis / 1000 : millis;
    }

    private static boolean has(List<String> etags, String etag) {
        return etags.contains("*") || etags.contains(etag);
    }
}
