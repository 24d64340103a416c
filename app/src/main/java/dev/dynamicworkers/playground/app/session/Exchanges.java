package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.trace.ExchangeRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;

/// What the newest outgoing requests and their answers consist of, as far as memory is given to it. FX thread.
public final class Exchanges {
    private static final int MOST = 1_000;
    private static final long MOST_BYTES = 32L << 20;

    private final Map<Long, ExchangeRecord> byNumber = new LinkedHashMap<>();
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private long bytes;

    /// Changes whenever more is known.
    public ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /// What a request consists of; null when it was not recorded, or was forgotten for newer ones.
    public @Nullable ExchangeRecord of(NetworkEntry entry) {
        Long number = entry.request().exchange();
        return number == null ? null : byNumber.get(number);
    }

    /// Takes what the engine tells, in the place of what it told before of the same request.
    void told(ExchangeRecord exchange) {
        ExchangeRecord before = byNumber.remove(exchange.number());
        bytes += size(exchange) - (before == null ? 0 : size(before));
        byNumber.put(exchange.number(), exchange);
        var oldest = byNumber.entrySet().iterator();
        while (byNumber.size() > MOST || bytes > MOST_BYTES) {
            bytes -= size(oldest.next().getValue());
            oldest.remove();
        }
        version.set(version.get() + 1);
    }

    void clear() {
        byNumber.clear();
        bytes = 0;
        version.set(version.get() + 1);
    }

    private static long size(ExchangeRecord exchange) {
        ExchangeRecord.Message response = exchange.response();
        return size(exchange.request()) + (response == null ? 0 : size(response));
    }

    private static long size(ExchangeRecord.Message message) {
        return message.body().length
                + message.fields().stream()
                        .mapToLong(
                                field -> field.name().length() + field.value().length())
                        .sum();
    }
}
