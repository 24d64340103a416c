package dev.dynamicworkers.playground.core.binding.durableobject;

import dev.dynamicworkers.playground.core.binding.BindingCall.Effect;
import dev.dynamicworkers.playground.core.binding.StoredValue;
import dev.dynamicworkers.playground.core.io.IoHostFunctions;
import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.js.HostFunction;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import dev.dynamicworkers.playground.core.storage.KeyRange;
import dev.dynamicworkers.playground.core.storage.KeyValueTable;
import dev.dynamicworkers.playground.core.storage.SqlFailure;
import dev.dynamicworkers.playground.core.storage.SqlResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// Host functions of `ctx.storage`. All work at once, on the loop's thread: a local database answers in microseconds.
///
/// Calls that read or write come by a gate. A `SELECT` counts as reading, all other SQL as writing.
final class StorageHostFunctions {
    private static final String NO_SQL =
            "This Durable Object is not backed by SQLite storage, so the SQL API is not available. SQL can be enabled"
                    + " on a new Durable Object class by using the `new_sqlite_classes` instead of `new_classes` under"
                    + " `[[migrations]]` in your wrangler.toml, but an already-deployed class cannot be converted to"
                    + " SQLite (except by deleting the existing data).";

    private static final Pattern READS = Pattern.compile("\\s*SELECT\\b[^;]*;?\\s*\\z", Pattern.CASE_INSENSITIVE);

    private final StorageGate gate;
    private final HostFunctions table;

    private StorageHostFunctions(StorageGate gate, HostFunctions table) {
        this.gate = gate;
        this.table = table;
    }

    static void register(HostFunctions table, StorageGate gate) {
        StorageHostFunctions functions = new StorageHostFunctions(gate, table);
        functions.add(
                "isSql", call -> DurableObjectHostFunctions.actor(call).site().sql());
        functions.guarded("get", Effect.READS, StorageHostFunctions::get);
        functions.guarded("put", Effect.WRITES, StorageHostFunctions::put);
        functions.guarded("delete", Effect.WRITES, StorageHostFunctions::delete);
        functions.guarded("list", Effect.READS, StorageHostFunctions::list);
        functions.guarded("deleteAll", Effect.WRITES, StorageHostFunctions::deleteAll);
        functions.add("begin", call -> transaction(call, Step.BEGIN));
        functions.add("beginApart", call -> transaction(call, Step.BEGIN_APART));
        functions.add("commit", call -> transaction(call, Step.COMMIT));
        functions.add("rollback", call -> transaction(call, Step.ROLLBACK));
        functions.add("requireSql", StorageHostFunctions::requireSql);
        functions.add("sql", functions::sql);
        functions.add("size", call -> (double) actor(call).store().database().sizeBytes());
        functions.guarded("getAlarm", Effect.READS, StorageHostFunctions::getAlarm);
        functions.guarded("setAlarm", Effect.WRITES, StorageHostFunctions::setAlarm);
        functions.guarded("deleteAlarm", Effect.WRITES, StorageHostFunctions::deleteAlarm);
    }

    /// Adds a function whose failures of storage guest code gets as an error with the reason.
    private void add(String name, HostFunction function) {
        table.add("objectStorage." + name, call -> {
            try {
                return function.call(call);
            } catch (SqlFailure failure) {
                throw GuestThrow.error("The storage of this object failed: " + failure.text());
            }
        });
    }

    /// Adds a function that comes by the gate; its second argument is shown to people.
    private void guarded(String name, Effect effect, HostFunction function) {
        add(name, call -> {
            pass(call, "storage." + name, effect);
            return function.call(call);
        });
    }

    /// The storage of facets has no key of `env` that rules could be about.
    private void pass(HostCall call, String method, Effect effect) {
        ObjectNamespace namespace = actor(call).site().namespace();
        if (namespace != null) {
            gate.pass(
                    IoHostFunctions.current(call),
                    namespace.className(),
                    method,
                    effect,
                    () -> call.count() > 1 && call.value(1).isString() ? List.of(call.string(1)) : List.of());
        }
    }

    private static Actor actor(HostCall call) {
        return DurableObjectHostFunctions.actor(call);
    }

    // ---- keys and values ----

    private static KeyValueTable keys(HostCall call) {
        return actor(call).store().keys();
    }

    private static @Nullable Object get(HostCall call) {
        byte[] bytes = keys(call).get(call.string(1));
        return bytes == null ? null : StoredValue.read(bytes).forGuest();
    }

    private static Object delete(HostCall call) {
        actor(call).writes().begin();
        return keys(call).delete(call.string(1));
    }

    private static @Nullable Object put(HostCall call) {
        actor(call).writes().begin();
        List<byte[]> buffers = new ArrayList<>();
        if (!call.isNullish(4)) {
            Value array = call.value(4);
            for (long i = 0; i < array.getArraySize(); i++) {
                buffers.add(HostCall.bytesOf(array.getArrayElement(i)));
            }
        }
        keys(call).put(call.string(1), new StoredValue(call.string(2), call.bool(3), buffers).bytes());
        return null;
    }

    private static Object list(HostCall call) {
        KeyRange range = new KeyRange(
                call.stringOrNull(1),
                call.stringOrNull(2),
                call.stringOrNull(3),
                call.stringOrNull(4),
                call.integer(5),
                call.bool(6) ? KeyRange.Order.DESCENDING : KeyRange.Order.ASCENDING);
        List<@Nullable Object> found = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry : keys(call).list(range).entrySet()) {
            found.add(entry.getKey());
            found.add(StoredValue.read(entry.getValue()).forGuest());
        }
        return found.toArray();
    }

    private static @Nullable Object deleteAll(HostCall call) {
        actor(call).writes().keep();
        if (actor(call).store().database().inTransaction()) {
            keys(call).clear();
        } else {
            actor(call).store().clear();
        }
        return null;
    }

    // ---- transactions ----

    private enum Step {
        /// Part of what the turn writes.
        BEGIN,
        /// Apart from it: it may last for many turns.
        BEGIN_APART,
        COMMIT,
        ROLLBACK
    }

    private static @Nullable Object transaction(HostCall call, Step step) {
        var database = actor(call).store().database();
        switch (step) {
            case BEGIN -> {
                actor(call).writes().begin();
                database.begin();
            }
            case BEGIN_APART -> {
                actor(call).writes().keep();
                database.begin();
            }
            case COMMIT -> database.commit();
            case ROLLBACK -> database.rollback();
        }
        return null;
    }

    // ---- SQL ----

    private static @Nullable Object requireSql(HostCall call) {
        if (!actor(call).site().sql()) {
            throw GuestThrow.error(NO_SQL);
        }
        return null;
    }

    /// Column names, all values in one row after the other, rows written.
    private Object sql(HostCall call) {
        requireSql(call);
        boolean reads = READS.matcher(call.string(1)).lookingAt();
        pass(call, "storage.sql.exec", reads ? Effect.READS : Effect.WRITES);
        List<@Nullable Object> bindings = new ArrayList<>();
        for (int i = 2; i < call.count(); i++) {
            bindings.add(binding(call.value(i)));
        }
        if (!reads) {
            actor(call).writes().begin();
        }
        try {
            SqlResult result = actor(call).store().database().execute(call.string(1), bindings);
            List<@Nullable Object> values = new ArrayList<>();
            for (@Nullable Object[] row : result.rows()) {
                for (Object value : row) {
                    // Guest code knows no 64-bit integers.
                    values.add(value instanceof Long number ? (Object) number.doubleValue() : value);
                }
            }
            return new Object[] {result.columns().toArray(), values.toArray(), (double) result.written()};
        } catch (SqlFailure failure) {
            throw GuestThrow.error(failure.text());
        }
    }

    private static @Nullable Object binding(Value value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isString()) {
            return value.asString();
        }
        return value.isNumber() ? (Object) value.asDouble() : HostCall.bytesOf(value);
    }

    // ---- alarms ----

    private static AlarmClock.Owner owner(HostCall call) {
        Actor actor = actor(call);
        ObjectNamespace namespace = actor.site().namespace();
        if (namespace == null) {
            throw GuestThrow.error("Facets currently cannot set alarms.");
        }
        return new AlarmClock.Owner(
                namespace.key(), actor.identity().text(), actor.identity().name());
    }

    private static @Nullable Object getAlarm(HostCall call) {
        if (actor(call).site().isFacet()) {
            return null;
        }
        Long millis = actor(call).site().alarms().get(owner(call));
        return millis == null ? null : (Object) millis.doubleValue();
    }

    private static @Nullable Object setAlarm(HostCall call) {
        beginAlarm(call);
        actor(call).site().alarms().set(owner(call), (long) call.number(1));
        return null;
    }

    private static void beginAlarm(HostCall call) {
        AlarmClock alarms = actor(call).site().alarms();
        AlarmClock.Owner owner = owner(call);
        Long before = alarms.get(owner);
        actor(call).writes().beginAlarm(() -> {
            if (before == null) {
                alarms.delete(owner);
            } else {
                alarms.set(owner, before);
            }
        });
    }

    private static @Nullable Object deleteAlarm(HostCall call) {
        if (!actor(call).site().isFacet()) {
            beginAlarm(call);
            actor(call).site().alarms().delete(owner(call));
        }
        return null;
    }
}
