package dev.dynamicworkers.playground.core.storage;

import org.jspecify.annotations.Nullable;

/// Which keys of a store are meant: those with a prefix, from `start` on or after `startAfter`, before `end`.
///
/// @param limit -1 for all
public record KeyRange(
        @Nullable String prefix,
        @Nullable String start,
        @Nullable String startAfter,
        @Nullable String end,
        int limit,
        Order order) {
    /// All keys.
    public static final KeyRange ALL = new KeyRange(null, null, null, null, -1, Order.ASCENDING);

    /// In which order they come; the limit counts from its beginning.
    public enum Order {
        ASCENDING,
        DESCENDING
    }
}
