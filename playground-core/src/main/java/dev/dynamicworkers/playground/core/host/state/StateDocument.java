package dev.dynamicworkers.playground.core.host.state;

import dev.dynamicworkers.playground.core.state.StateException;
import dev.dynamicworkers.playground.core.storage.KvStore;
import dev.dynamicworkers.playground.core.storage.R2Store;
import dev.dynamicworkers.playground.core.storage.SqlDump;
import dev.dynamicworkers.playground.core.storage.SqliteDatabase;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A store as one file: JSON lines for keys and values, SQL for databases (docs/guide/state.md).
interface StateDocument {
    JsonMapper JSON = new JsonMapper();

    /// All of the store.
    byte[] export();

    /// Takes a document in, beside what there is.
    ///
    /// @return how many keys or statements it has
    long read(byte[] document);

    static StateDocument ofKv(KvStore store, String namespace) {
        return new Lines() {
            @Override
            void writeAll(StringBuilder out) {
                KvStore.Page page = null;
                do {
                    String after = page == null ? null : page.keys().getLast().name();
                    page = store.list(namespace, "", after, 1000);
                    for (KvStore.Key key : page.keys()) {
                        KvStore.Entry entry = store.get(namespace, key.name());
                        if (entry != null) {
                            ObjectNode line = line(key.name(), entry.value());
                            if (entry.metadata() != null) {
                                line.set("metadata", JSON.readTree(entry.metadata()));
                            }
                            if (entry.expiration() != null) {
                                line.put("expiration", entry.expiration());
                            }
                            out.append(line).append('\n');
                        }
                    }
                } while (!page.isComplete());
            }

            @Override
            void readOne(JsonNode line, String key, byte[] value) {
                JsonNode metadata = line.path("metadata");
                JsonNode expiration = line.path("expiration");
                store.put(
                        namespace,
                        key,
                        new KvStore.Entry(
                                value,
                                metadata.isMissingNode() ? null : metadata.toString(),
                                expiration.isNumber() ? (Long) expiration.asLong() : null));
            }
        };
    }

    static StateDocument ofR2(R2Store store, String bucket) {
        return new Lines() {
            @Override
            void writeAll(StringBuilder out) {
                String after = "";
                R2Store.Page page;
                do {
                    page = store.list(bucket, "", "", after, 1000);
                    for (R2Store.Head head : page.objects()) {
                        ObjectNode line = line(head.key(), store.bytes(head, 0, head.size()));
                        line.set("httpMetadata", JSON.readTree(head.http()));
                        line.set("customMetadata", JSON.readTree(head.custom()));
                        out.append(line).append('\n');
                        after = head.key();
                    }
                } while (page.cursor() != null);
            }

            @Override
            void readOne(JsonNode line, String key, byte[] value) {
                store.put(
                        bucket,
                        key,
                        value,
                        new R2Store.Metadata(object(line, "httpMetadata"), object(line, "customMetadata"), "Standard"),
                        null,
                        null);
            }

            private String object(JsonNode line, String name) {
                return line.path(name).isObject() ? line.path(name).toString() : "{}";
            }
        };
    }

    static StateDocument ofD1(SqliteDatabase database) {
        return new Sql(database, SqlDump.Scope.TABLES);
    }

    /// The storage of a Durable Object: its tables, and its keys with their values.
    static StateDocument ofObject(SqliteDatabase database) {
        return new Sql(database, SqlDump.Scope.TABLES_AND_KEYS);
    }

    /// SQL that makes the database anew.
    record Sql(SqliteDatabase database, SqlDump.Scope scope) implements StateDocument {
        @Override
        public byte[] export() {
            return SqlDump.of(database, scope).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public long read(byte[] document) {
            return SqlDump.read(database, new String(document, StandardCharsets.UTF_8), scope);
        }
    }

    /// One JSON object a line: `key`, `value` as text or `base64`, and what the store adds.
    abstract class Lines implements StateDocument {
        abstract void writeAll(StringBuilder out);

        abstract void readOne(JsonNode line, String key, byte[] value);

        @Override
        public byte[] export() {
            StringBuilder out = new StringBuilder();
            writeAll(out);
            return out.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public long read(byte[] document) {
            long number = 0;
            for (String text : new String(document, StandardCharsets.UTF_8).split("\n")) {
                number++;
                if (!text.isBlank()) {
                    readLine(text, number);
                }
            }
            return number;
        }

        private void readLine(String text, long number) {
            try {
                JsonNode line = JSON.readTree(text);
                JsonNode base64 = line.path("base64");
                if (!line.path("key").isString()
                        || !(base64.isString() || line.path("value").isString())) {
                    throw wrong(number, "it wants \"key\", and \"value\" or \"base64\"", null);
                }
                byte[] value = base64.isString()
                        ? Base64.getDecoder().decode(base64.asString())
                        : line.path("value").asString().getBytes(StandardCharsets.UTF_8);
                readOne(line, line.path("key").asString(), value);
            } catch (JacksonException | IllegalArgumentException e) {
                throw wrong(number, String.valueOf(e.getMessage()), e);
            }
        }

        private static StateException wrong(long number, String why, @Nullable Exception cause) {
            return new StateException(
                    "Line " + number + " can't be imported: " + why + ". The lines before it were imported.", cause);
        }

        static ObjectNode line(String key, byte[] value) {
            ObjectNode line = JSON.createObjectNode().put("key", key);
            try {
                return line.put(
                        "value",
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(value))
                                .toString());
            } catch (CharacterCodingException binary) {
                return line.put("base64", Base64.getEncoder().encodeToString(value));
            }
        }
    }
}
