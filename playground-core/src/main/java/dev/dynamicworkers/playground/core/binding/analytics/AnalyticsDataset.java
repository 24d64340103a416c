package dev.dynamicworkers.playground.core.binding.analytics;

import dev.dynamicworkers.playground.core.binding.BindingAnswer;
import dev.dynamicworkers.playground.core.binding.BindingCall.Effect;
import dev.dynamicworkers.playground.core.binding.BindingCalls;
import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import dev.dynamicworkers.playground.core.storage.AnalyticsStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// One property of `env` that takes data points.
///
/// @param binding name of the property
/// @param dataset name of the dataset
/// @param store where it is, asked for on the thread of the stores
public record AnalyticsDataset(String binding, String dataset, Supplier<AnalyticsStore> store) {
    private static final String KIND = "analytics_engine_datasets";
    private static final String WHERE = "writeDataPoint(): ";
    private static final int MAX_VALUES = 20;
    private static final int MAX_INDEX = 96;
    private static final int MAX_BLOBS = 16 << 10;

    /// Adds the host function to a table.
    public static void register(HostFunctions table, BindingCalls calls) {
        table.add("analytics.write", call -> write(call, calls));
    }

    /// operation, dataset, indexes, doubles, blobs
    private static Object write(HostCall call, BindingCalls calls) {
        AnalyticsDataset dataset = call.handle(1, AnalyticsDataset.class);
        List<@Nullable Object> indexes = values(call.value(2));
        List<@Nullable Object> doubles = values(call.value(3));
        List<@Nullable Object> blobs = values(call.value(4));
        check(indexes, doubles, blobs);
        var method = new BindingCalls.Method(dataset.binding, KIND, "writeDataPoint", Effect.WRITES);
        return calls.start(call, method, List.of(indexes, doubles, blobs), () -> {
            dataset.store.get().add(dataset.dataset, indexes, doubles, blobs);
            return BindingAnswer.nothing();
        });
    }

    private static void check(
            List<@Nullable Object> indexes, List<@Nullable Object> doubles, List<@Nullable Object> blobs) {
        if (indexes.size() > 1) {
            throw GuestThrow.typeError(WHERE + "Maximum of 1 indexes supported.");
        }
        if (doubles.size() > MAX_VALUES) {
            throw GuestThrow.typeError(WHERE + "Maximum of " + MAX_VALUES + " doubles supported.");
        }
        if (blobs.size() > MAX_VALUES) {
            throw GuestThrow.typeError(WHERE + "Maximum of " + MAX_VALUES + " blobs supported.");
        }
        if (!indexes.isEmpty() && length(indexes.getFirst()) > MAX_INDEX) {
            throw GuestThrow.typeError(WHERE + "Size of indexes must not exceed " + MAX_INDEX + " bytes.");
        }
        if (blobs.stream().mapToInt(AnalyticsDataset::length).sum() > MAX_BLOBS) {
            throw GuestThrow.typeError(WHERE + "Size of blobs together must not exceed " + MAX_BLOBS + " bytes.");
        }
    }

    private static int length(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case byte[] bytes -> bytes.length;
            default -> value.toString().getBytes(StandardCharsets.UTF_8).length;
        };
    }

    private static List<@Nullable Object> values(Value array) {
        List<@Nullable Object> values = new ArrayList<>();
        for (long i = 0; i < array.getArraySize(); i++) {
            Value each = array.getArrayElement(i);
            if (each.isNull()) {
                values.add(null);
            } else if (each.isString()) {
                values.add(each.asString());
            } else {
                values.add(each.isNumber() ? (Object) each.asDouble() : HostCall.bytesOf(each));
            }
        }
        return values;
    }
}
