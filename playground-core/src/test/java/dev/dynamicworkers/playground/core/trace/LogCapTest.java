package dev.dynamicworkers.playground.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.worker.Limit;
import org.junit.jupiter.api.Test;

final class LogCapTest {
    @Test
    void itsSentenceIsReadBack() {
        for (LogCap cap :
                new LogCap[] {new LogCap(10_000, 0, Limit.LOG_LINES), new LogCap(812, 2_310, Limit.LOG_SIZE)}) {
            assertThat(LogCap.of(cap.sentence())).contains(cap);
        }
        assertThat(LogCap.of("The console has lines.")).isEmpty();
    }
}
