package dev.dynamicworkers.playground.core.binding.d1;

import dev.dynamicworkers.playground.core.binding.BindingAnswer;
import dev.dynamicworkers.playground.core.binding.BindingCall.Effect;
import dev.dynamicworkers.playground.core.binding.BindingCalls;
import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import dev.dynamicworkers.playground.core.storage.MeasuredResult;
import dev.dynamicworkers.playground.core.storage.SqlFailure;
import dev.dynamicworkers.playground.core.storage.SqliteDatabase;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// Host functions of D1 databases. They begin on the isolate thread and query on the thread of the stores.
public final class D1HostFunctions {
    /// What the configuration calls them.
    public static final String KIND = "d1_databases";

    private D1HostFunctions() {}

    public static void register(HostFunctions table, BindingCalls calls) {
        table.add("d1.query", call -> query(call, calls));
    }

    /// One statement text and its parameters.
    private record Query(String sql, List<@Nullable Object> parameters) {}

    /// operation, database, method, `one` or `batch` or `exec`, queries: for each columns, values, duration, changes,
    /// last row
    /// id, whether the database changed, its size, rows read, rows written
    private static Object query(HostCall call, BindingCalls calls) {
        D1Database database = call.handle(1, D1Database.class);
        boolean exec = call.string(3).equals("exec");
        List<Query> queries = queries(call.value(4));
        List<@Nullable Object> shown = new ArrayList<>();
        Effect effect = Effect.READS;
        for (Query query : queries) {
            shown.add(query.sql);
            shown.addAll(query.parameters);
            if (!SqliteDatabase.reads(query.sql)) {
                effect = Effect.WRITES;
            }
        }
        var method = new BindingCalls.Method(database.binding(), KIND, call.string(2), effect);
        return calls.start(call, method, shown, () -> run(database.database().get(), queries, exec));
    }

    private static List<Query> queries(Value list) {
        List<Query> queries = new ArrayList<>();
        for (long i = 0; i < list.getArraySize(); i++) {
            Value each = list.getArrayElement(i);
            List<@Nullable Object> parameters = new ArrayList<>();
            for (long at = 1; at < each.getArraySize(); at++) {
                parameters.add(parameter(each.getArrayElement(at)));
            }
            queries.add(new Query(each.getArrayElement(0).asString(), parameters));
        }
        return queries;
    }

    private static @Nullable Object parameter(Value value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isString()) {
            return value.asString();
        }
        return value.isNumber() ? (Object) value.asDouble() : HostCall.bytesOf(value);
    }

    /// All queries in one transaction.
    private static BindingAnswer run(SqliteDatabase database, List<Query> queries, boolean exec) {
        List<@Nullable Object> answers = new ArrayList<>();
        List<@Nullable Object> shown = new ArrayList<>();
        database.begin();
        try {
            for (int i = 0; i < queries.size(); i++) {
                Query query = queries.get(i);
                MeasuredResult result = one(database, query, exec ? i + 1 : 0);
                answers.add(forGuest(result, database));
                shown.add(result.rows().size() + " rows, " + result.changes() + " changed");
            }
            database.commit();
        } catch (RuntimeException failure) {
            database.rollback();
            throw failure;
        }
        return new BindingAnswer.Carried(answers.toArray(), shown);
    }

    private static MeasuredResult one(SqliteDatabase database, Query query, int line) {
        try {
            return database.measure(query.sql, query.parameters);
        } catch (SqlFailure failure) {
            throw line == 0
                    ? failure
                    : GuestThrow.error("Error in line " + line + ": " + query.sql + ": " + failure.text());
        }
    }

    private static Object forGuest(MeasuredResult result, SqliteDatabase database) {
        List<@Nullable Object> values = new ArrayList<>();
        for (@Nullable Object[] row : result.rows()) {
            for (Object value : row) {
                // Guest code knows no 64-bit integers.
                values.add(value instanceof Long number ? (Object) number.doubleValue() : value);
            }
        }
        return new @Nullable Object[] {
            result.columns().toArray(),
            values.toArray(),
            result.millis(),
            (double) result.changes(),
            (double) result.lastRowId(),
            result.isChanged(),
            (double) database.sizeBytes(),
            (double) result.rows().size(),
            (double) result.changes()
        };
    }
}
