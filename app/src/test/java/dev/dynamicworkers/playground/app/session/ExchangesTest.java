package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.trace.ExchangeRecord;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What is kept of the contents of requests, and for how long.
final class ExchangesTest {
    private final Exchanges exchanges = new Exchanges();

    private static ExchangeRecord exchange(long number, int bytes) {
        return new ExchangeRecord(
                number, new ExchangeRecord.Message(List.of(), new byte[bytes], bytes, /* isOver= */ true), null);
    }

    private static NetworkEntry entry(long number) {
        IsolateId isolate = new IsolateId(2);
        SubrequestRecord request = new SubrequestRecord(
                isolate,
                "https://api.example.com/",
                "GET",
                SubrequestRecord.Decision.ALLOWED,
                200,
                null,
                null,
                null,
                null,
                null,
                number,
                null);
        return new NetworkEntry(1, IsolateTag.of("greeter", IsolateSnapshot.Role.DYNAMIC), request, null);
    }

    @Test
    void whatIsToldAgainTakesThePlaceOfWhatWasTold() {
        exchanges.told(exchange(7, 1));
        exchanges.told(exchange(7, 2));
        assertThat(Objects.requireNonNull(exchanges.of(entry(7))).request().bytes())
                .isEqualTo(2);
        assertThat(exchanges.of(entry(8))).isNull();
        exchanges.clear();
        assertThat(exchanges.of(entry(7))).isNull();
    }

    @Test
    void theOldestMakeRoomForNewOnes() {
        for (int i = 0; i < 600; i++) {
            exchanges.told(exchange(i, 64 << 10));
        }
        // 32 MiB are 512 of 64 KiB.
        assertThat(exchanges.of(entry(87))).isNull();
        assertThat(exchanges.of(entry(88))).isNotNull();
        for (int i = 1_000; i < 2_001; i++) {
            exchanges.told(exchange(i, 0));
        }
        assertThat(exchanges.of(entry(1_000))).isNull();
        assertThat(exchanges.of(entry(2_000))).isNotNull();
    }
}
