package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The console's buffer.
final class SessionLogTest {
    private static LogEntry line(String text) {
        return new LogEntry(
                Instant.EPOCH,
                1,
                IsolateTag.of("greeter", IsolateSnapshot.Role.DYNAMIC),
                LogEntry.Level.LOG,
                text,
                null,
                "greeter.js:4");
    }

    @Test
    void linesThatSayTheSameInARowAreOneLineWithACount() {
        SessionLog log = new SessionLog();
        log.append(List.of(line("a"), line("a"), line("b")), 0);
        log.append(List.of(line("b"), line("b"), line("a")), 0);
        assertThat(log.lines()).extracting(LogEntry::text).containsExactly("a", "b", "a");
        assertThat(log.lines()).extracting(LogEntry::repeats).containsExactly(2, 3, 1);
    }

    @Test
    void aHundredThousandLinesAreKeptAndOlderOnesCounted() {
        SessionLog log = new SessionLog();
        List<LogEntry> batch = new ArrayList<>();
        for (int i = 0; i < SessionLog.CAPACITY + 5; i++) {
            batch.add(line("line " + i));
            if (batch.size() == 2_000) {
                log.append(batch, 0);
                batch = new ArrayList<>();
            }
        }
        log.append(batch, 3);
        assertThat(log.lines()).hasSize(100_000);
        assertThat(log.droppedProperty().get()).isEqualTo(8);
        assertThat(log.lines().getFirst().text()).isEqualTo("line 5");
        log.clear();
        assertThat(log.lines()).isEmpty();
    }
}
