package dev.dynamicworkers.playground.core.binding.r2;

import dev.dynamicworkers.playground.core.binding.BindingAnswer;
import dev.dynamicworkers.playground.core.binding.BindingCall.Effect;
import dev.dynamicworkers.playground.core.binding.BindingCalls;
import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import dev.dynamicworkers.playground.core.storage.R2Store;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// Host functions of R2 buckets, with the platform's limits and error codes. They begin on the isolate thread and use
/// the store on its own.
public final class R2HostFunctions {
    /// What the configuration calls them.
    public static final String KIND = "r2_buckets";

    private static final int MAX_KEY = 1024;
    private static final int MAX_METADATA = 2048;
    private static final int MAX_LIST = 1000;

    private final BindingCalls calls;

    private R2HostFunctions(BindingCalls calls) {
        this.calls = calls;
    }

    /// Adds them to a table.
    public static void register(HostFunctions table, BindingCalls calls) {
        R2HostFunctions functions = new R2HostFunctions(calls);
        table.add("r2.head", functions::head);
        table.add("r2.get", functions::get);
        table.add("r2.put", functions::put);
        table.add("r2.delete", functions::delete);
        table.add("r2.list", functions::list);
        table.add("r2.createUpload", functions::createUpload);
        table.add("r2.uploadPart", functions::uploadPart);
        table.add("r2.completeUpload", functions::completeUpload);
        table.add("r2.abortUpload", functions::abortUpload);
    }

    private Object start(
            HostCall call, String name, Effect effect, List<@Nullable Object> arguments, BindingCalls.Work work) {
        String binding = call.handle(1, R2Bucket.class).binding();
        return calls.start(call, new BindingCalls.Method(binding, KIND, name, effect), arguments, work);
    }

    private static R2Bucket bucket(HostCall call) {
        return call.handle(1, R2Bucket.class);
    }

    private static String checked(String method, String key) {
        if (key.isEmpty() || key.getBytes(StandardCharsets.UTF_8).length > MAX_KEY) {
            throw GuestThrow.error(method + ": The specified object name is not valid. (10020)");
        }
        return key;
    }

    private static byte[] body(HostCall call, int at) {
        return call.value(at).isString() ? call.string(at).getBytes(StandardCharsets.UTF_8) : call.bytes(at);
    }

    private static Object[] forGuest(R2Store.Head head) {
        return new Object[] {
            head.key(),
            head.version(),
            (double) head.size(),
            head.etag(),
            (double) head.uploaded(),
            head.http(),
            head.custom(),
            head.checksums(),
            head.storageClass()
        };
    }

    private static BindingAnswer answer(R2Store.@Nullable Head head) {
        return head == null ? BindingAnswer.nothing() : new BindingAnswer.Carried(forGuest(head), shown(head));
    }

    private static Object shown(R2Store.Head head) {
        return Map.of("key", head.key(), "size", head.size(), "etag", head.etag());
    }

    // ---- reading ----

    /// operation, bucket, key: the object's head, or nothing
    private Object head(HostCall call) {
        R2Bucket bucket = bucket(call);
        String key = checked("head", call.string(2));
        return start(
                call,
                "head",
                Effect.READS,
                List.of(key),
                () -> answer(bucket.store().get().head(bucket.bucket(), key)));
    }

    /// operation, bucket, key, condition or null, range or null: head, offset, length and bytes; head alone when the
    /// condition does not hold
    private Object get(HostCall call) {
        R2Bucket bucket = bucket(call);
        String key = checked("get", call.string(2));
        R2Condition condition = R2Condition.of(call.value(3));
        R2Range range = R2Range.of(call.value(4));
        return start(call, "get", Effect.READS, List.of(key), () -> {
            R2Store.Head head = bucket.store().get().head(bucket.bucket(), key);
            if (head == null || (condition != null && !condition.holds(head))) {
                return answer(head);
            }
            R2Range.Window window = range.of(head.size());
            @Nullable Object[] found = Arrays.<@Nullable Object>copyOf(forGuest(head), 12);
            found[9] = (double) window.offset();
            found[10] = (double) window.length();
            found[11] = bucket.store().get().bytes(head, window.offset(), window.length());
            return new BindingAnswer.Carried(found, shown(head));
        });
    }

    /// operation, bucket, prefix, delimiter, startAfter, cursor (each may be null), limit: heads, prefixes, next cursor
    /// or null
    private Object list(HostCall call) {
        R2Bucket bucket = bucket(call);
        int limit = call.integer(6);
        if (limit < 1 || limit > MAX_LIST) {
            throw GuestThrow.error("list: MaxKeys params must be positive integer <= " + MAX_LIST + ". (10022)");
        }
        String prefix = call.isNullish(2) ? "" : call.string(2);
        String delimiter = call.isNullish(3) ? "" : call.string(3);
        String cursor = call.stringOrNull(5);
        String after = cursor == null ? call.stringOrNull(4) : R2Store.after(cursor);
        if (cursor != null && after == null) {
            throw GuestThrow.error("list: The cursor is not valid: pass the cursor of the list() before.");
        }
        List<@Nullable Object> arguments = new ArrayList<>(List.of(prefix, delimiter, limit));
        return start(call, "list", Effect.READS, arguments, () -> {
            R2Store.Page page =
                    bucket.store().get().list(bucket.bucket(), prefix, delimiter, after == null ? "" : after, limit);
            List<Object> heads = new ArrayList<>();
            page.objects().forEach(head -> heads.add(forGuest(head)));
            return new BindingAnswer.Carried(
                    new @Nullable Object[] {heads.toArray(), page.prefixes().toArray(), page.cursor()},
                    page.objects().stream().map(R2Store.Head::key).toList());
        });
    }

    // ---- writing ----

    private static R2Store.Metadata metadata(String method, HostCall call, int at) {
        String custom = call.string(at + 1);
        // The braces, quotes, colons and commas are not part of what is counted.
        if (size(custom) > MAX_METADATA) {
            throw GuestThrow.error(
                    method + ": Your metadata headers exceed the maximum allowed metadata size. (10012)");
        }
        return new R2Store.Metadata(call.string(at), custom, call.string(at + 2));
    }

    private static int size(String json) {
        int size = 0;
        for (String text : R2Store.texts(json)) {
            size += text.getBytes(StandardCharsets.UTF_8).length;
        }
        return size;
    }

    /// operation, bucket, key, body, http metadata, custom metadata, storage class, condition or null, algorithm or
    /// null, digest:
    /// head, or nothing when the condition does not hold
    private Object put(HostCall call) {
        R2Bucket bucket = bucket(call);
        String key = checked("put", call.string(2));
        byte[] body = body(call, 3);
        R2Store.Metadata metadata = metadata("put", call, 4);
        R2Condition condition = R2Condition.of(call.value(7));
        String algorithm = call.stringOrNull(8);
        String digest = call.stringOrNull(9);
        return start(call, "put", Effect.WRITES, List.of(key, body), () -> {
            if (condition != null && !condition.holds(bucket.store().get().head(bucket.bucket(), key))) {
                return BindingAnswer.nothing();
            }
            if (algorithm != null && digest != null) {
                String actual = R2Store.digest(algorithm, body);
                if (!actual.equals(digest)) {
                    String name = R2Store.algorithm(algorithm);
                    throw GuestThrow.error("put: The " + name
                            + " checksum you specified did not match what we received."
                            + "\nYou provided a " + name + " checksum with value: " + digest + "\nActual " + name
                            + " was: " + actual + " (10037)");
                }
            }
            return answer(bucket.store().get().put(bucket.bucket(), key, body, metadata, algorithm, digest));
        });
    }

    /// operation, bucket, keys
    private Object delete(HostCall call) {
        R2Bucket bucket = bucket(call);
        List<String> keys = texts(call.value(2));
        if (keys.size() > MAX_LIST) {
            throw GuestThrow.error("delete: At most " + MAX_LIST + " keys can be deleted at once.");
        }
        keys.stream().filter(key -> keys.size() == 1).forEach(key -> checked("delete", key));
        return start(call, "delete", Effect.WRITES, List.of(keys), () -> {
            bucket.store().get().delete(bucket.bucket(), keys);
            return BindingAnswer.nothing();
        });
    }

    private static List<String> texts(Value array) {
        List<String> texts = new ArrayList<>();
        for (long i = 0; i < array.getArraySize(); i++) {
            texts.add(array.getArrayElement(i).asString());
        }
        return texts;
    }

    // ---- multipart uploads ----

    /// operation, bucket, key, http metadata, custom metadata, storage class: the upload's id
    private Object createUpload(HostCall call) {
        R2Bucket bucket = bucket(call);
        String key = checked("createMultipartUpload", call.string(2));
        R2Store.Metadata metadata = metadata("createMultipartUpload", call, 3);
        return start(call, "createMultipartUpload", Effect.WRITES, List.of(key), () -> {
            String id = bucket.store().get().createUpload(bucket.bucket(), key, metadata);
            return new BindingAnswer.Carried(id, id);
        });
    }

    private static GuestThrow refused(String method, R2Store.UploadRefusal refusal) {
        return GuestThrow.error(method + ": " + refusal.getMessage());
    }

    /// operation, bucket, key, upload, number, body: the part's etag
    private Object uploadPart(HostCall call) {
        R2Bucket bucket = bucket(call);
        String key = checked("uploadPart", call.string(2));
        String upload = call.string(3);
        int number = call.integer(4);
        byte[] body = body(call, 5);
        return start(call, "uploadPart", Effect.WRITES, List.of(key, upload, number, body), () -> {
            try {
                String etag = bucket.store().get().uploadPart(bucket.bucket(), key, upload, number, body);
                return new BindingAnswer.Carried(etag, etag);
            } catch (R2Store.UploadRefusal refusal) {
                throw refused("uploadPart", refusal);
            }
        });
    }

    /// operation, bucket, key, upload, numbers and etags in turn: the object's head
    private Object completeUpload(HostCall call) {
        R2Bucket bucket = bucket(call);
        String key = checked("completeMultipartUpload", call.string(2));
        String upload = call.string(3);
        List<R2Store.Part> parts = new ArrayList<>();
        Value list = call.value(4);
        for (long i = 0; i < list.getArraySize(); i += 2) {
            parts.add(new R2Store.Part(
                    list.getArrayElement(i).asInt(), list.getArrayElement(i + 1).asString()));
        }
        return start(call, "completeMultipartUpload", Effect.WRITES, List.of(key, upload), () -> {
            try {
                return answer(bucket.store().get().completeUpload(bucket.bucket(), key, upload, parts));
            } catch (R2Store.UploadRefusal refusal) {
                throw refused("completeMultipartUpload", refusal);
            }
        });
    }

    /// operation, bucket, key, upload
    private Object abortUpload(HostCall call) {
        R2Bucket bucket = bucket(call);
        String key = checked("abortMultipartUpload", call.string(2));
        String upload = call.string(3);
        return start(call, "abortMultipartUpload", Effect.WRITES, List.of(key, upload), () -> {
            try {
                bucket.store().get().abortUpload(bucket.bucket(), key, upload);
                return BindingAnswer.nothing();
            } catch (R2Store.UploadRefusal refusal) {
                throw refused("abortMultipartUpload", refusal);
            }
        });
    }
}
