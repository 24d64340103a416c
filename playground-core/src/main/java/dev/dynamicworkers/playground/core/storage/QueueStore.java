package dev.dynamicworkers.playground.core.storage;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The messages of a project's queues, each until it is acknowledged. Used by one thread at a time.
public final class QueueStore implements AutoCloseable {
    private static final String COLUMNS = "SELECT id, sent, due, attempts, content, body FROM message WHERE queue = ? ";

    private final SqliteDatabase database;
    private final InstantSource clock;

    /// What kind of value a body is, in the platform's words.
    public enum Content {
        /// UTF-8.
        TEXT("text"),
        BYTES("bytes"),
        /// JSON as UTF-8.
        JSON("json"),
        /// A structured clone.
        V8("v8");

        private final String word;

        Content(String word) {
            this.word = word;
        }

        /// The word that guest code uses.
        public String word() {
            return word;
        }

        /// The content of a word.
        public static Content of(String word) {
            for (Content each : values()) {
                if (each.word.equals(word)) {
                    return each;
                }
            }
            throw new IllegalArgumentException("no content type of queue messages: " + word);
        }
    }

    /// A message to be kept.
    ///
    /// @param delaySeconds how long it waits before it can be delivered
    public record NewMessage(Content content, byte[] body, int delaySeconds) {}

    /// A message.
    ///
    /// @param sent milliseconds since 1970
    /// @param due milliseconds since 1970, before which it is not delivered
    /// @param attempts how often it has been delivered without success
    public record Message(String id, long sent, long due, int attempts, Content content, byte[] body) {}

    /// How much waits in a queue.
    ///
    /// @param oldest when the oldest message was sent, milliseconds since 1970; null for none
    public record Metrics(long count, long bytes, @Nullable Long oldest) {}

    public QueueStore(SqliteDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        if (!database.isReadOnly()) {
            database.keepHouse(
                    "CREATE TABLE IF NOT EXISTS message (seq INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL,"
                        + " id TEXT NOT NULL UNIQUE, sent INTEGER NOT NULL, due INTEGER NOT NULL, attempts INTEGER NOT"
                        + " NULL, content TEXT NOT NULL, body BLOB NOT NULL)",
                    List.of());
            database.keepHouse("CREATE INDEX IF NOT EXISTS message_due ON message (queue, due)", List.of());
        }
    }

    /// Keeps messages, all or none.
    ///
    /// @return their ids
    public List<String> add(String queue, List<NewMessage> messages) {
        long now = clock.millis();
        List<String> ids = new ArrayList<>();
        together(() -> {
            for (NewMessage each : messages) {
                String id = UUID.randomUUID().toString().replace("-", "");
                ids.add(id);
                database.one(
                        "INSERT INTO message (queue, id, sent, due, attempts, content, body) VALUES (?, ?, ?, ?, 0, ?,"
                                + " ?)",
                        List.of(queue, id, now, now + each.delaySeconds * 1000L, each.content.word, each.body));
            }
        });
        return ids;
    }

    private void together(Runnable writes) {
        database.begin();
        try {
            writes.run();
            database.commit();
        } catch (SqlFailure failure) {
            database.rollback();
            throw failure;
        }
    }

    /// Messages that are due, those first that have waited longest.
    ///
    /// @param without ids of those that are left out
    public List<Message> due(String queue, int most, Collection<String> without) {
        List<Message> found = new ArrayList<>();
        for (@Nullable
        Object[] row : database.one(
                        COLUMNS + "AND due <= ? ORDER BY due, seq LIMIT ?",
                        List.of(queue, clock.millis(), (long) most + without.size()))
                .rows()) {
            Message message = message(row);
            if (found.size() < most && !without.contains(message.id)) {
                found.add(message);
            }
        }
        return found;
    }

    private static Message message(@Nullable Object[] row) {
        return new Message(
                (String) Objects.requireNonNull(row[0]),
                (Long) Objects.requireNonNull(row[1]),
                (Long) Objects.requireNonNull(row[2]),
                ((Long) Objects.requireNonNull(row[3])).intValue(),
                Content.of((String) Objects.requireNonNull(row[4])),
                (byte[]) Objects.requireNonNull(row[5]));
    }

    /// When the next message is due that is not due yet, in milliseconds since 1970, or null.
    public @Nullable Long nextDue(String queue) {
        return (Long)
                database.one("SELECT min(due) FROM message WHERE queue = ? AND due > ?", List.of(queue, clock.millis()))
                        .rows()
                        .getFirst()[0];
    }

    /// What became of the messages of a batch.
    ///
    /// @param done ids of those that are not needed any more
    /// @param retried ids of those that come again
    /// @param dead ids of those whose last retry failed
    /// @param deadLetterQueue where those go, null to drop them
    public record Settlement(
            List<String> done,
            List<Retry> retried,
            List<String> dead,
            @Nullable String deadLetterQueue) {}

    /// A message that comes again.
    public record Retry(String id, int delaySeconds) {}

    /// Keeps what became of a batch, all or nothing.
    public void settle(Settlement settlement) {
        long now = clock.millis();
        together(() -> {
            settlement.done.forEach(this::delete);
            for (Retry each : settlement.retried) {
                database.keepHouse(
                        "UPDATE message SET attempts = attempts + 1, due = ? WHERE id = ?",
                        List.of(now + each.delaySeconds * 1000L, each.id));
            }
            String queue = settlement.deadLetterQueue;
            for (String id : settlement.dead) {
                if (queue == null) {
                    delete(id);
                } else {
                    database.keepHouse(
                            "UPDATE message SET queue = ?, attempts = 0, due = ? WHERE id = ?",
                            List.of(queue, now, id));
                }
            }
        });
    }

    /// Removes a message.
    ///
    /// @return whether there was one
    public boolean delete(String id) {
        return database.one("DELETE FROM message WHERE id = ?", List.of(id)).written() > 0;
    }

    /// Removes all messages of a queue.
    ///
    /// @return how many there were
    public long purge(String queue) {
        return database.one("DELETE FROM message WHERE queue = ?", List.of(queue))
                .written();
    }

    /// How much waits in a queue.
    public Metrics metrics(String queue) {
        @Nullable
        Object[] row = database.one(
                        "SELECT count(*), coalesce(sum(length(body)), 0), min(sent) FROM message WHERE queue = ?",
                        List.of(queue))
                .rows()
                .getFirst();
        return new Metrics((Long) Objects.requireNonNull(row[0]), (Long) Objects.requireNonNull(row[1]), (Long) row[2]);
    }

    /// A message of a queue, or null.
    public @Nullable Message get(String queue, String id) {
        var rows = database.one(COLUMNS + "AND id = ?", List.of(queue, id)).rows();
        return rows.isEmpty() ? null : message(rows.getFirst());
    }

    /// Messages of a queue in the order in which they came.
    ///
    /// @param after id of the last one of the page before, null for the first page
    public List<Message> list(String queue, @Nullable String after, int limit) {
        return database
                .one(
                        COLUMNS + "AND seq > coalesce((SELECT seq FROM message WHERE id = ?), 0) ORDER BY seq LIMIT ?",
                        List.of(queue, after == null ? "" : after, (long) limit))
                .rows()
                .stream()
                .map(QueueStore::message)
                .toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
