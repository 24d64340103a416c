package dev.dynamicworkers.playground.core.binding.kv;

import dev.dynamicworkers.playground.core.binding.BindingAnswer;
import dev.dynamicworkers.playground.core.binding.BindingCall.Effect;
import dev.dynamicworkers.playground.core.binding.BindingCalls;
import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import dev.dynamicworkers.playground.core.storage.KvStore;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// Host functions of KV namespaces, with the limits that the platform documents.
///
/// They begin on the isolate thread; the store is used on the thread of the stores.
public final class KvHostFunctions {
    /// What the configuration calls them.
    public static final String KIND = "kv_namespaces";

    private static final int MAX_VALUE = 25 << 20;
    private static final int MAX_LIST = 1000;
    private static final int MAX_KEYS = 100;
    private static final int MIN_LIFE = 60;
    private static final int MIN_CACHE_LIFE = 30;

    private final BindingCalls calls;
    private final InstantSource clock;

    private KvHostFunctions(BindingCalls calls, InstantSource clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /// Adds them to a table.
    public static void register(HostFunctions table, BindingCalls calls, InstantSource clock) {
        KvHostFunctions functions = new KvHostFunctions(calls, clock);
        table.add("kv.get", functions::get);
        table.add("kv.getAll", functions::getAll);
        table.add("kv.put", functions::put);
        table.add("kv.delete", functions::delete);
        table.add("kv.list", functions::list);
    }

    private static KvNamespace namespace(HostCall call) {
        return call.handle(1, KvNamespace.class);
    }

    private static BindingCalls.Method method(KvNamespace namespace, String name, Effect effect) {
        return new BindingCalls.Method(namespace.binding(), KIND, name, effect);
    }

    private static GuestThrow refused(String what, int status, String text) {
        return GuestThrow.error("KV " + what + " failed: " + status + " " + text);
    }

    private static void checkKey(String what, String key) {
        int length = key.getBytes(StandardCharsets.UTF_8).length;
        if (length > KvStore.MAX_KEY) {
            throw refused(
                    what,
                    414,
                    "UTF-8 encoded length of " + length + " exceeds key length limit of " + KvStore.MAX_KEY + ".");
        }
    }

    // ---- reading ----

    /// operation, namespace, method, key, type, cacheTtl or null: value and metadata, or nothing
    private Object get(HostCall call) {
        KvNamespace namespace = namespace(call);
        String key = call.string(3);
        String type = call.string(4);
        checkKey("GET", key);
        checkCacheTtl("GET", call, 5);
        return calls.start(call, method(namespace, call.string(2), Effect.READS), Arrays.asList(key, type), () -> {
            KvStore.Entry entry = namespace.store().get().get(namespace.id(), key);
            if (entry == null) {
                return BindingAnswer.nothing();
            }
            return new BindingAnswer.Carried(
                    new @Nullable Object[] {value(entry, type), entry.metadata()}, shown(entry));
        });
    }

    private static Object value(KvStore.Entry entry, String type) {
        return type.equals("text") || type.equals("json")
                ? new String(entry.value(), StandardCharsets.UTF_8)
                : entry.value();
    }

    private static Object shown(KvStore.Entry entry) {
        return entry.value();
    }

    private static void checkCacheTtl(String what, HostCall call, int at) {
        if (!call.isNullish(at) && call.number(at) < MIN_CACHE_LIFE) {
            throw refused(
                    what,
                    400,
                    "Invalid cache_ttl of " + (long) call.number(at) + ". Cache TTL must be at least " + MIN_CACHE_LIFE
                            + ".");
        }
    }

    /// operation, namespace, method, keys, type, cacheTtl or null: value and metadata of each, or null
    private Object getAll(HostCall call) {
        KvNamespace namespace = namespace(call);
        String type = call.string(4);
        List<String> keys = new ArrayList<>();
        Value array = call.value(3);
        for (long i = 0; i < array.getArraySize(); i++) {
            keys.add(array.getArrayElement(i).asString());
        }
        checkAll(keys, type);
        checkCacheTtl("GET_BULK", call, 5);
        return calls.start(
                call,
                method(namespace, call.string(2), Effect.READS),
                Arrays.asList(List.copyOf(keys), type),
                () -> all(namespace, keys, type));
    }

    private static void checkAll(List<String> keys, String type) {
        if (!type.equals("text") && !type.equals("json")) {
            throw refused("GET_BULK", 400, "\"" + type + "\" is not a valid type. Use \"json\" or \"text\"");
        }
        if (keys.isEmpty()) {
            throw refused("GET_BULK", 400, "You must request a minimum of 1 key");
        }
        if (keys.size() > MAX_KEYS) {
            throw refused("GET_BULK", 400, "You can request a maximum of " + MAX_KEYS + " keys");
        }
        for (String key : keys) {
            if (key.isEmpty()) {
                throw refused("GET_BULK", 400, "Key names must not be empty");
            }
            if (key.equals(".") || key.equals("..")) {
                throw refused("GET_BULK", 400, "Illegal key name \"" + key + "\". Please use a different name.");
            }
            checkKey("GET_BULK", key);
        }
    }

    private BindingAnswer all(KvNamespace namespace, List<String> keys, String type) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        @Nullable Object[] found = new @Nullable Object[keys.size()];
        long total = 0;
        for (int i = 0; i < found.length; i++) {
            KvStore.Entry entry = namespace.store().get().get(namespace.id(), keys.get(i));
            if (entry != null) {
                total += entry.value().length;
                found[i] = new @Nullable Object[] {value(entry, type), entry.metadata()};
            }
            shown.put(keys.get(i), entry == null ? null : shown(entry));
            if (total > MAX_VALUE) {
                throw refused("GET_BULK", 413, "Total size of request exceeds the limit of 25MB");
            }
        }
        return new BindingAnswer.Carried(found, shown);
    }

    // ---- writing ----

    /// operation, namespace, key, value, metadata as JSON or null, expiration or null, expirationTtl or null
    private Object put(HostCall call) {
        KvNamespace namespace = namespace(call);
        String key = call.string(2);
        byte[] value = call.value(3).isString() ? call.string(3).getBytes(StandardCharsets.UTF_8) : call.bytes(3);
        String metadata = call.stringOrNull(4);
        checkKey("PUT", key);
        Long expiration = expiration(call);
        if (metadata != null) {
            int length = metadata.getBytes(StandardCharsets.UTF_8).length;
            if (length > KvStore.MAX_METADATA) {
                throw refused(
                        "PUT", 413, "Metadata length of " + length + " exceeds limit of " + KvStore.MAX_METADATA + ".");
            }
        }
        if (value.length > MAX_VALUE) {
            throw refused("PUT", 413, "Value length of " + value.length + " exceeds limit of " + MAX_VALUE + ".");
        }
        Map<String, Object> options = new LinkedHashMap<>();
        if (expiration != null) {
            options.put("expiration", expiration);
        }
        if (metadata != null) {
            options.put("metadata", metadata);
        }
        List<@Nullable Object> arguments = new ArrayList<>(List.of(key, value));
        if (!options.isEmpty()) {
            arguments.add(options);
        }
        return calls.start(call, method(namespace, "put", Effect.WRITES), arguments, () -> {
            namespace.store().get().put(namespace.id(), key, new KvStore.Entry(value, metadata, expiration));
            return BindingAnswer.nothing();
        });
    }

    private @Nullable Long expiration(HostCall call) {
        long now = clock.millis() / 1000;
        if (!call.isNullish(6)) {
            long life = (long) call.number(6);
            if (life <= 0) {
                throw refused(
                        "PUT", 400, "Invalid expiration_ttl of " + life + ". Please specify integer greater than 0.");
            }
            if (life < MIN_LIFE) {
                throw refused(
                        "PUT",
                        400,
                        "Invalid expiration_ttl of " + life + ". Expiration TTL must be at least " + MIN_LIFE + ".");
            }
            return now + life;
        }
        if (call.isNullish(5)) {
            return null;
        }
        long at = (long) call.number(5);
        if (at <= now) {
            throw refused(
                    "PUT",
                    400,
                    "Invalid expiration of " + at + ". Please specify integer greater than the current number of"
                            + " seconds since the UNIX epoch.");
        }
        if (at < now + MIN_LIFE) {
            throw refused(
                    "PUT",
                    400,
                    "Invalid expiration of " + at + ". Expiration times must be at least " + MIN_LIFE
                            + " seconds in the future.");
        }
        return at;
    }

    /// operation, namespace, key
    private Object delete(HostCall call) {
        KvNamespace namespace = namespace(call);
        String key = call.string(2);
        checkKey("DELETE", key);
        return calls.start(call, method(namespace, "delete", Effect.WRITES), List.of(key), () -> {
            namespace.store().get().delete(namespace.id(), key);
            return BindingAnswer.nothing();
        });
    }

    // ---- listing ----

    /// operation, namespace, prefix or null, limit (0 for none), cursor or null: names, expirations and metadata in
    /// turn, then the cursor of the next page or null
    private Object list(HostCall call) {
        KvNamespace namespace = namespace(call);
        String prefix = call.isNullish(2) ? "" : call.string(2);
        int limit = call.integer(3);
        String cursor = call.stringOrNull(4);
        checkKey("GET", prefix);
        if (limit > MAX_LIST) {
            throw refused(
                    "GET",
                    400,
                    "Invalid key_count_limit of " + limit + ". Please specify an integer less than " + MAX_LIST + ".");
        }
        String after = cursor == null || cursor.isEmpty() ? null : after(cursor);
        Map<String, @Nullable Object> options = new LinkedHashMap<>();
        options.put("prefix", prefix);
        options.put("limit", limit > 0 ? limit : MAX_LIST);
        options.put("cursor", cursor);
        return calls.start(call, method(namespace, "list", Effect.READS), List.of(options), () -> {
            KvStore.Page page =
                    namespace.store().get().list(namespace.id(), prefix, after, limit > 0 ? limit : MAX_LIST);
            List<@Nullable Object> found = new ArrayList<>();
            for (KvStore.Key key : page.keys()) {
                found.add(key.name());
                found.add(
                        key.expiration() == null
                                ? null
                                : (Object) key.expiration().doubleValue());
                found.add(key.metadata());
            }
            String next =
                    page.isComplete() ? null : cursor(page.keys().getLast().name());
            return new BindingAnswer.Carried(
                    new @Nullable Object[] {found.toArray(), next},
                    page.keys().stream().map(KvStore.Key::name).toList());
        });
    }

    private static String cursor(String last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(StandardCharsets.UTF_8));
    }

    private static String after(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw refused("GET", 400, "Invalid cursor. Pass the cursor of the list() before.");
        }
    }
}
