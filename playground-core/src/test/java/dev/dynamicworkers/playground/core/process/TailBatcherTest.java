package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.trace.ExchangeRecord;
import dev.dynamicworkers.playground.core.trace.LogLevel;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.InvocationId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TailBatcherTest {
    private final ScheduledExecutorService timer = TailBatcher.newTimer();
    private final LinkedBlockingQueue<List<TailEvent>> sent = new LinkedBlockingQueue<>();
    private final AtomicLong backlog = new AtomicLong();
    private final TailBatcher batcher = new TailBatcher(sent::add, backlog::get, timer);

    @AfterEach
    void stopTimer() {
        timer.shutdownNow();
    }

    @Test
    void fewEventsLeaveAfterAMoment() throws InterruptedException {
        batcher.accept(line(1));
        batcher.accept(line(2));

        assertThat(sent.poll(120, TimeUnit.SECONDS)).containsExactly(line(1), line(2));
    }

    @Test
    void manyEventsLeaveAtOnce() {
        for (int i = 0; i < 2 * TailBatcher.BATCH_EVENTS; i++) {
            batcher.accept(line(i));
        }

        assertThat(sent).hasSize(2).allSatisfy(batch -> assertThat(batch).hasSize(TailBatcher.BATCH_EVENTS));
    }

    @Test
    void linesOfAFloodAreDroppedAndCountedButNothingElse() {
        backlog.set(Long.MAX_VALUE);
        for (int i = 0; i < TailBatcher.KEPT_EVENTS + 7; i++) {
            batcher.accept(line(i));
        }
        var outcome = new TailEvent.Onset(
                FakeRuntime.ISOLATE, FakeRuntime.TIME, new InvocationId(2), "fetch", "GET /", null, null);
        batcher.accept(outcome);

        batcher.flush();

        var events = new ArrayList<TailEvent>();
        sent.forEach(events::addAll);
        assertThat(events).hasSize(TailBatcher.KEPT_EVENTS + 2).contains(line(0), outcome);
        assertThat(events.getLast())
                .isEqualTo(new TailEvent.Note(
                        FakeRuntime.ISOLATE,
                        FakeRuntime.TIME,
                        "7 console lines, subrequests and calls were dropped: too many at once"));
    }

    @Test
    void contentsOfRequestsAreLargeAndFewOfThemWait() {
        backlog.set(Long.MAX_VALUE);
        for (int i = 0; i < TailBatcher.KEPT_EXCHANGES + 3; i++) {
            batcher.accept(exchange(i));
        }
        batcher.flush();
        batcher.accept(exchange(9));
        batcher.flush();

        assertThat(sent.poll())
                .hasSize(TailBatcher.KEPT_EXCHANGES + 1)
                .contains(exchange(0))
                .last()
                .isInstanceOf(TailEvent.Note.class);
        assertThat(sent.poll()).containsExactly(exchange(9));
    }

    private static TailEvent exchange(int number) {
        var message = new ExchangeRecord.Message(List.of(), new byte[0], 0, /* isOver= */ true);
        return new TailEvent.Exchange(
                FakeRuntime.ISOLATE, FakeRuntime.TIME, new InvocationId(1), new ExchangeRecord(number, message, null));
    }

    private static TailEvent line(int number) {
        return new TailEvent.LogLine(
                FakeRuntime.ISOLATE,
                FakeRuntime.TIME,
                new InvocationId(1),
                LogLevel.LOG,
                "line " + number,
                List.of(),
                FakeRuntime.FRAME);
    }
}
