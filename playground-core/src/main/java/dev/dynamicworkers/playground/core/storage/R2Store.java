package dev.dynamicworkers.playground.core.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The R2 buckets of a project. Keys are in the order of their UTF-8 bytes. Used by one thread at a time.
public final class R2Store implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MIN_PART = 5 << 20;
    private static final String HEAD =
            "SELECT key, version, size, etag, uploaded, http, custom, checksums, storage_class"
                    + " FROM object WHERE bucket = ?";

    private final SqliteDatabase database;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /// An object without its bytes.
    ///
    /// @param version changes with each write
    /// @param uploaded milliseconds since 1970
    /// @param http JSON of its HTTP metadata
    /// @param custom JSON of its custom metadata
    /// @param checksums JSON of digests in hexadecimal, by algorithm
    public record Head(
            String bucket,
            String key,
            String version,
            long size,
            String etag,
            long uploaded,
            String http,
            String custom,
            String checksums,
            String storageClass) {}

    /// What is said about an object, as JSON.
    public record Metadata(String http, String custom, String storageClass) {
        /// Nothing.
        public static final Metadata NONE = new Metadata("{}", "{}", "Standard");
    }

    /// Some objects of a list, and prefixes that stand for more.
    ///
    /// @param cursor for the next page, null when there is none
    public record Page(
            List<Head> objects,
            List<String> prefixes,
            @Nullable String cursor) {}

    /// A part that an upload is made of.
    public record Part(int number, String etag) {}

    /// A multipart upload that can't go on, in the platform's words.
    public static final class UploadRefusal extends RuntimeException {
        private static final long serialVersionUID = 1;

        UploadRefusal(String message) {
            super(message);
        }
    }

    public R2Store(SqliteDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        if (!database.isReadOnly()) {
            database.keepHouse(
                    "CREATE TABLE IF NOT EXISTS object (bucket TEXT NOT NULL, key TEXT NOT NULL, version TEXT NOT"
                        + " NULL, size INTEGER NOT NULL, etag TEXT NOT NULL, uploaded INTEGER NOT NULL, http TEXT NOT"
                        + " NULL, custom TEXT NOT NULL, checksums TEXT NOT NULL, storage_class TEXT NOT NULL, body"
                        + " BLOB NOT NULL, PRIMARY KEY (bucket, key))",
                    List.of());
            database.keepHouse(
                    "CREATE TABLE IF NOT EXISTS upload (id TEXT PRIMARY KEY, bucket TEXT NOT NULL, key TEXT NOT NULL,"
                        + " http TEXT NOT NULL, custom TEXT NOT NULL, storage_class TEXT NOT NULL, is_over INTEGER NOT"
                        + " NULL DEFAULT 0)",
                    List.of());
            database.keepHouse(
                    "CREATE TABLE IF NOT EXISTS part (upload TEXT NOT NULL, number INTEGER NOT NULL, etag TEXT NOT"
                            + " NULL, body BLOB NOT NULL, PRIMARY KEY (upload, number))",
                    List.of());
        }
    }

    // ---- objects ----

    /// An object without its bytes, or null.
    public @Nullable Head head(String bucket, String key) {
        var rows = database.one(HEAD + " AND key = ?", List.of(bucket, key)).rows();
        return rows.isEmpty() ? null : head(bucket, rows.getFirst());
    }

    private static Head head(String bucket, @Nullable Object[] row) {
        return new Head(
                bucket,
                text(row[0]),
                text(row[1]),
                (Long) Objects.requireNonNull(row[2]),
                text(row[3]),
                (Long) Objects.requireNonNull(row[4]),
                text(row[5]),
                text(row[6]),
                text(row[7]),
                text(row[8]));
    }

    private static String text(@Nullable Object value) {
        return (String) Objects.requireNonNull(value);
    }

    /// Some bytes of an object.
    public byte[] bytes(Head head, long offset, long length) {
        var rows = database.one(
                        "SELECT substr(body, ?, ?) FROM object WHERE bucket = ? AND key = ?",
                        List.of(offset + 1, length, head.bucket, head.key))
                .rows();
        return !rows.isEmpty() && rows.getFirst()[0] instanceof byte[] bytes ? bytes : new byte[0];
    }

    /// Writes an object, in place of the one there was.
    ///
    /// @param algorithm of a checksum that it keeps besides MD5, or null
    public Head put(
            String bucket,
            String key,
            byte[] body,
            Metadata metadata,
            @Nullable String algorithm,
            @Nullable String digest) {
        String md5 = digest("md5", body);
        var checksums = JSON.createObjectNode().put("md5", md5);
        if (algorithm != null) {
            checksums.put(algorithm, digest);
        }
        return write(bucket, key, body, metadata, md5, checksums.toString());
    }

    private Head write(String bucket, String key, byte[] body, Metadata metadata, String etag, String checksums) {
        Head head = new Head(
                bucket,
                key,
                randomHex(),
                body.length,
                etag,
                clock.millis(),
                metadata.http,
                metadata.custom,
                checksums,
                metadata.storageClass);
        database.one(
                "INSERT OR REPLACE INTO object VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                List.of(
                        bucket,
                        key,
                        head.version,
                        head.size,
                        etag,
                        head.uploaded,
                        head.http,
                        head.custom,
                        checksums,
                        head.storageClass,
                        body));
        return head;
    }

    private String randomHex() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// Removes objects; those that are not there are left out.
    public void delete(String bucket, List<String> keys) {
        database.begin();
        for (String key : keys) {
            database.one("DELETE FROM object WHERE bucket = ? AND key = ?", List.of(bucket, key));
        }
        database.commit();
    }

    /// Removes all objects of a bucket.
    public void clear(String bucket) {
        database.one("DELETE FROM object WHERE bucket = ?", List.of(bucket));
    }

    /// Objects with a prefix, in order. Those whose key has the delimiter after the prefix are one entry together.
    ///
    /// @param delimiter empty for none
    /// @param after only keys after it
    /// @param limit how many entries, at least 1
    public Page list(String bucket, String prefix, String delimiter, String after, int limit) {
        List<Head> objects = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        String last = after;
        String group = null;
        while (true) {
            var rows = database.one(
                            HEAD + " AND key >= ? AND key > ? ORDER BY key LIMIT 500", List.of(bucket, prefix, last))
                    .rows();
            for (@Nullable Object[] row : rows) {
                Head head = head(bucket, row);
                if (!head.key.startsWith(prefix)) {
                    return new Page(objects, prefixes, null);
                }
                int at = delimiter.isEmpty() ? -1 : head.key.indexOf(delimiter, prefix.length());
                String own = at < 0 ? null : head.key.substring(0, at + delimiter.length());
                if (own == null || !own.equals(group)) {
                    if (objects.size() + prefixes.size() == limit) {
                        return new Page(objects, prefixes, cursor(last));
                    }
                    if (own == null) {
                        objects.add(head);
                    } else if (!prefixes.contains(own)) {
                        prefixes.add(own);
                    }
                    group = own;
                }
                last = head.key;
            }
            if (rows.size() < 500) {
                return new Page(objects, prefixes, null);
            }
        }
    }

    private static String cursor(String last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(StandardCharsets.UTF_8));
    }

    /// The key that a cursor stands for, or null when it is none.
    public static @Nullable String after(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    /// Buckets that have objects.
    public List<String> buckets() {
        return database.one("SELECT DISTINCT bucket FROM object ORDER BY bucket", List.of()).rows().stream()
                .map(row -> text(row[0]))
                .toList();
    }

    // ---- multipart uploads ----

    /// Begins an upload.
    ///
    /// @return its id
    public String createUpload(String bucket, String key, Metadata metadata) {
        String id = randomHex() + randomHex();
        database.one(
                "INSERT INTO upload VALUES (?, ?, ?, ?, ?, ?, 0)",
                List.of(id, bucket, key, metadata.http, metadata.custom, metadata.storageClass));
        return id;
    }

    private @Nullable Metadata upload(String bucket, String key, String id, Set<Long> states) {
        var rows = database.one(
                        "SELECT http, custom, storage_class, is_over FROM upload WHERE id = ? AND bucket = ? AND key ="
                                + " ?",
                        List.of(id, bucket, key))
                .rows();
        if (rows.isEmpty()) {
            return null;
        }
        @Nullable Object[] row = rows.getFirst();
        return row[3] instanceof Long state && states.contains(state)
                ? new Metadata(text(row[0]), text(row[1]), text(row[2]))
                : null;
    }

    private Metadata open(String bucket, String key, String id) {
        Metadata metadata = upload(bucket, key, id, Set.of(0L));
        if (metadata == null) {
            throw new UploadRefusal("The specified multipart upload does not exist. (10024)");
        }
        return metadata;
    }

    /// Adds a part to an upload, in place of the one with its number.
    ///
    /// @return its etag
    public String uploadPart(String bucket, String key, String id, int number, byte[] body) {
        open(bucket, key, id);
        String etag = randomHex();
        database.one("INSERT OR REPLACE INTO part VALUES (?, ?, ?, ?)", List.of(id, (long) number, etag, body));
        return etag;
    }

    /// Makes an object of parts.
    public Head completeUpload(String bucket, String key, String id, List<Part> parts) {
        Metadata metadata = open(bucket, key, id);
        List<byte[]> bodies = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        int size = 0;
        for (Part part : parts) {
            if (!numbers.add(part.number)) {
                throw new UploadRefusal("We encountered an internal error. Please try again. (10001)");
            }
            var rows = database.one(
                            "SELECT body FROM part WHERE upload = ? AND number = ? AND etag = ?",
                            List.of(id, (long) part.number, part.etag))
                    .rows();
            if (rows.isEmpty()) {
                throw new UploadRefusal("One or more of the specified parts could not be found. (10025)");
            }
            byte[] body = rows.getFirst()[0] instanceof byte[] bytes ? bytes : new byte[0];
            bodies.add(body);
            size = Math.addExact(size, body.length);
        }
        for (byte[] body : bodies.subList(0, Math.max(0, bodies.size() - 1))) {
            if (body.length < MIN_PART) {
                throw new UploadRefusal(
                        "Your proposed upload is smaller than the minimum allowed object size. (10011)");
            }
        }
        byte[] whole = new byte[size];
        MessageDigest digests = algorithmOf("MD5");
        int at = 0;
        for (byte[] body : bodies) {
            System.arraycopy(body, 0, whole, at, body.length);
            at += body.length;
            digests.update(algorithmOf("MD5").digest(body));
        }
        String etag = HexFormat.of().formatHex(digests.digest()) + "-" + bodies.size();
        database.begin();
        Head head = write(bucket, key, whole, metadata, etag, "{}");
        end(id, 1);
        database.commit();
        return head;
    }

    private void end(String id, long state) {
        database.keepHouse("UPDATE upload SET is_over = ? WHERE id = ?", List.of(state, id));
        database.one("DELETE FROM part WHERE upload = ?", List.of(id));
    }

    /// Gives up an upload, unless it is over.
    public void abortUpload(String bucket, String key, String id) {
        if (upload(bucket, key, id, Set.of(0L, 1L, 2L)) == null) {
            throw new UploadRefusal("The specified multipart upload does not exist. (10024)");
        }
        if (upload(bucket, key, id, Set.of(0L)) != null) {
            end(id, 2);
        }
    }

    // ---- digests ----

    /// The platform's name of an algorithm: `sha1` is `SHA-1`.
    public static String algorithm(String name) {
        return name.equals("md5") ? "MD5" : "SHA-" + name.substring(3);
    }

    /// The digest of bytes in hexadecimal.
    ///
    /// @param algorithm `md5`, `sha1`, `sha256`, `sha384` or `sha512`
    public static String digest(String algorithm, byte[] bytes) {
        return HexFormat.of().formatHex(algorithmOf(algorithm(algorithm)).digest(bytes));
    }

    private static MessageDigest algorithmOf(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Keys and values of a JSON object of strings.
    public static List<String> texts(String json) {
        List<String> texts = new ArrayList<>();
        JsonNode object = JSON.readTree(json);
        for (String name : object.propertyNames()) {
            texts.add(name);
            texts.add(object.path(name).asString());
        }
        return texts;
    }

    @Override
    public void close() {
        database.close();
    }
}
