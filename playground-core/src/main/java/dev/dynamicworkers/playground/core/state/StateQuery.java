package dev.dynamicworkers.playground.core.state;

import org.jspecify.annotations.Nullable;

/// A question about the stores of a project, or a change of them. `name` is that of a binding in the configuration.
public sealed interface StateQuery {
    /// Whether it changes something, which only the process that holds the state may do.
    default boolean writes() {
        return switch (this) {
            case Stores _, Entries _, Read _, Export _ -> false;
            case Sql sql -> sql.access == Access.READ_AND_WRITE;
            case Write _, Delete _, Migrate _, Import _, Send _, Purge _ -> true;
        };
    }

    /// Which stores there are: answered by [StateAnswer.Stores].
    record Stores() implements StateQuery {}

    /// Keys of a KV namespace or R2 bucket, messages of a queue by their ids, objects of a Durable Object namespace,
    /// or keys of one of those objects: answered by [StateAnswer.Entries].
    ///
    /// @param object id of a Durable Object in 64 hex digits, null for the list of objects
    /// @param cursor of the answer before, null for the beginning
    /// @param limit how many at most, from 1 to 1000
    record Entries(
            StoreKind kind,
            String name,
            @Nullable String object,
            String prefix,
            @Nullable String cursor,
            int limit) implements StateQuery {}

    /// The value of a key: answered by [StateAnswer.Value].
    record Read(StoreKind kind, String name, @Nullable String object, String key) implements StateQuery {}

    /// Writes a key: answered by [StateAnswer.Done].
    ///
    /// @param value of a Durable Object's key: JSON
    /// @param metadata JSON: of a KV key, or custom metadata of an R2 object; null for none
    /// @param expiration of a KV key, seconds since 1970; null for never
    record Write(
            StoreKind kind,
            String name,
            @Nullable String object,
            String key,
            byte[] value,
            @Nullable String metadata,
            @Nullable Long expiration)
            implements StateQuery {}

    /// Removes a key: answered by [StateAnswer.Done].
    record Delete(StoreKind kind, String name, @Nullable String object, String key) implements StateQuery {}

    /// Runs SQL on a D1 database, on the storage of a Durable Object, or on the data points of Analytics Engine (table
    /// `point`): answered by [StateAnswer.Rows].
    record Sql(StoreKind kind, String name, @Nullable String object, String sql, Access access) implements StateQuery {}

    /// Applies the migrations of a D1 database that are pending: answered by [StateAnswer.Done], which counts them.
    record Migrate(String name) implements StateQuery {}

    /// All of a store as a file: answered by [StateAnswer.Value]. KV and R2: one JSON object a line; D1 and Durable
    /// Objects: SQL.
    ///
    /// @param object id of a Durable Object, null for other stores
    record Export(StoreKind kind, String name, @Nullable String object) implements StateQuery {}

    /// Takes in what [Export] gave: answered by [StateAnswer.Done], which counts keys or statements.
    ///
    /// @param object id of a Durable Object, which need not exist; null for other stores
    record Import(StoreKind kind, String name, @Nullable String object, byte[] document) implements StateQuery {}

    /// Sends a message to a queue: answered by [StateAnswer.Done].
    ///
    /// @param contentType `text`, `bytes` or `json`
    /// @param delaySeconds how long it waits before it can be delivered, from 0 to 86,400
    record Send(String queue, String contentType, byte[] body, int delaySeconds) implements StateQuery {}

    /// Removes all messages of a queue: answered by [StateAnswer.Done], which counts them.
    record Purge(String queue) implements StateQuery {}

    /// What SQL may do.
    enum Access {
        READ,
        READ_AND_WRITE
    }
}
