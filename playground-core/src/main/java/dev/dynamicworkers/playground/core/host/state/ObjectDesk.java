package dev.dynamicworkers.playground.core.host.state;

import dev.dynamicworkers.playground.core.state.StateAnswer;
import dev.dynamicworkers.playground.core.state.StateException;
import dev.dynamicworkers.playground.core.state.StateQuery;
import dev.dynamicworkers.playground.core.storage.KeyRange;
import dev.dynamicworkers.playground.core.storage.KeyValueTable;
import dev.dynamicworkers.playground.core.storage.SqliteDatabase;
import dev.dynamicworkers.playground.core.storage.StateReader;
import dev.dynamicworkers.playground.core.worker.HostIoException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The storage of a namespace's Durable Objects, in files beside which the objects may be running.
///
/// @param folder of the namespace
/// @param id of one object, null for the namespace as a whole
/// @param reader opens what is only read
record ObjectDesk(Path folder, @Nullable String id, StateReader reader) {
    StateAnswer entries(StateQuery.Entries query) {
        List<StateAnswer.Entry> entries = new ArrayList<>();
        String cursor = query.cursor();
        if (id == null) {
            for (String object : objects()) {
                if (object.startsWith(query.prefix()) && (cursor == null || object.compareTo(cursor) > 0)) {
                    entries.add(new StateAnswer.Entry(object, size(object), null, null));
                }
            }
        } else {
            KeyRange range =
                    new KeyRange(query.prefix(), null, cursor, null, query.limit() + 1, KeyRange.Order.ASCENDING);
            Map<String, byte[]> found = reading(database -> new KeyValueTable(database).list(range));
            found.forEach((key, value) -> entries.add(new StateAnswer.Entry(key, value.length, null, null)));
        }
        boolean more = entries.size() > query.limit();
        List<StateAnswer.Entry> page = more ? entries.subList(0, query.limit()) : entries;
        return new StateAnswer.Entries(page, more ? page.getLast().key() : null);
    }

    private List<String> objects() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new HostIoException("The objects in " + folder + " can't be read: " + e.getMessage(), e);
        }
    }

    private long size(String object) {
        try {
            Path file = folder.resolve(object).resolve("data.sqlite");
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new HostIoException("The object " + object + " can't be read: " + e.getMessage(), e);
        }
    }

    private Path file() {
        String object = id;
        if (object == null || !object.matches("[0-9a-f]{64}")) {
            throw new StateException(
                    "Name an object by its id of 64 hex digits; the list of objects shows them.", null);
        }
        return folder.resolve(object).resolve("data.sqlite");
    }

    private Path existing() {
        Path file = file();
        if (!Files.exists(file)) {
            throw new StateException("The object " + id + " keeps nothing.", null);
        }
        return file;
    }

    private <T> T reading(Function<SqliteDatabase, T> work) {
        return work.apply(reader.open(existing()));
    }

    private <T> T writing(Path file, Function<SqliteDatabase, T> work) {
        try (SqliteDatabase database = SqliteDatabase.inFile(file)) {
            return work.apply(database);
        }
    }

    /// Values are structured clones as JSON with tags, behind a byte and a length (`StoredValue`).
    StateAnswer read(String key) {
        byte @Nullable [] stored = reading(database -> {
            byte[] found = new KeyValueTable(database).get(key);
            return found == null ? new byte[0] : found;
        });
        if (stored.length == 0) {
            return new StateAnswer.Value(null, null, null);
        }
        ByteBuffer in = ByteBuffer.wrap(stored);
        in.get();
        byte[] json = new byte[in.getInt()];
        in.get(json);
        return new StateAnswer.Value(json, null, null);
    }

    void write(String key, String json) {
        if (json.contains("\"$\"")) {
            throw new StateException(
                    "A value with a key \"$\" can't be written from outside: let the object write it.", null);
        }
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        byte[] stored = ByteBuffer.allocate(1 + Integer.BYTES + text.length)
                .put((byte) 0)
                .putInt(text.length)
                .put(text)
                .array();
        var _ = writing(existing(), database -> {
            new KeyValueTable(database).put(key, stored);
            return key;
        });
    }

    boolean delete(String key) {
        return writing(existing(), database -> new KeyValueTable(database).delete(key));
    }

    StateAnswer sql(String sql, StateQuery.Access access) {
        return access == StateQuery.Access.READ
                ? reading(database -> StateDesk.rows(database, sql, access))
                : writing(existing(), database -> StateDesk.rows(database, sql, access));
    }

    byte[] export() {
        return reading(database -> StateDocument.ofObject(database).export());
    }

    long read(byte[] document) {
        return writing(file(), database -> StateDocument.ofObject(database).read(document));
    }
}
