package dev.dynamicworkers.playground.core.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to a [StateQuery].
public sealed interface StateAnswer {
    /// All stores, in the order of the configuration.
    record Stores(List<Store> stores) implements StateAnswer {
        public Stores {
            stores = List.copyOf(stores);
        }
    }

    /// One store.
    ///
    /// @param key what it is called in the state
    record Store(StoreKind kind, String name, String key) {}

    /// Some keys.
    ///
    /// @param cursor for those that follow, null when there are none
    record Entries(List<Entry> entries, @Nullable String cursor) implements StateAnswer {
        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /// A key.
    ///
    /// @param size of its value in bytes
    /// @param metadata JSON, null for none
    /// @param expiration seconds since 1970, null for never
    record Entry(
            String key,
            long size,
            @Nullable String metadata,
            @Nullable Long expiration) {}

    /// A value.
    ///
    /// @param bytes null when there is none; of a Durable Object's key, JSON for people
    record Value(
            byte @Nullable [] bytes,
            @Nullable String metadata,
            @Nullable Long expiration) implements StateAnswer {}

    /// Rows of a query.
    ///
    /// @param rows null, Long, Double, String; bytes as the text of an SQL literal, `x'00ff'`
    /// @param changes rows inserted, changed or deleted
    record Rows(List<String> columns, List<List<@Nullable Object>> rows, long changes) implements StateAnswer {
        public Rows {
            columns = List.copyOf(columns);
            rows = Collections.unmodifiableList(new ArrayList<>(rows));
        }
    }

    /// It was done.
    ///
    /// @param count how many keys, statements or migrations it was about
    record Done(long count) implements StateAnswer {}
}
