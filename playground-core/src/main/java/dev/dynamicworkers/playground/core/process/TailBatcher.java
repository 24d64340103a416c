package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.trace.TailConsumer;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.util.AllowedTo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Gathers the tail events of one project into batches, so that a flood of console lines neither blocks the event
/// loop nor fills the pipe: events wait at most 30 ms or until 200 are there, and while the other process does not
/// keep up, console lines, subrequests and calls beyond a bound are dropped and counted. Safe on any thread.
@AllowedTo(value = AllowedTo.Rule.START_THREADS, reason = "one timer a process, closed by its server")
final class TailBatcher implements TailConsumer, AutoCloseable {
    static final int BATCH_EVENTS = 200;
    static final int KEPT_EVENTS = 10_000;
    static final long DELAY_MILLIS = 30;

    /// Of some 200 KiB each at most, so that a batch fits into a message and what waits into memory.
    static final int KEPT_EXCHANGES = 64;

    static final long BACKLOG_BYTES = 4 << 20;

    private final Consumer<List<TailEvent>> send;
    private final LongSupplier backlogBytes;
    private final ScheduledExecutorService timer;
    private final Object lock = new Object();
    private List<TailEvent> waiting = new ArrayList<>();
    private boolean scheduled;
    private int exchanges;
    private long dropped;
    private @Nullable TailEvent lastDropped;

    /// @param send takes a batch and does not block
    /// @param backlogBytes what the other process has not taken yet
    TailBatcher(Consumer<List<TailEvent>> send, LongSupplier backlogBytes, ScheduledExecutorService timer) {
        this.send = send;
        this.backlogBytes = backlogBytes;
        this.timer = timer;
    }

    /// A timer for all batchers of a process.
    static ScheduledExecutorService newTimer() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("engine-tail").factory());
    }

    @Override
    public void accept(TailEvent event) {
        synchronized (lock) {
            boolean mayBeDropped = event instanceof TailEvent.LogLine
                    || event instanceof TailEvent.Subrequest
                    || event instanceof TailEvent.Exchange
                    || event instanceof TailEvent.Call;
            boolean isLarge = event instanceof TailEvent.Exchange;
            if ((mayBeDropped && waiting.size() >= KEPT_EVENTS) || (isLarge && exchanges >= KEPT_EXCHANGES)) {
                dropped++;
                lastDropped = event;
                return;
            }
            exchanges += isLarge ? 1 : 0;
            waiting.add(event);
            if (waiting.size() >= BATCH_EVENTS && backlogBytes.getAsLong() < BACKLOG_BYTES) {
                sendWaiting();
            } else if (!scheduled) {
                scheduled = true;
                schedule();
            }
        }
    }

    /// Sends what waits, whatever the backlog.
    void flush() {
        synchronized (lock) {
            sendWaiting();
        }
    }

    @Override
    public void close() {
        flush();
    }

    private void schedule() {
        var unused = timer.schedule(this::onTimer, DELAY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void onTimer() {
        synchronized (lock) {
            if (backlogBytes.getAsLong() >= BACKLOG_BYTES) {
                schedule();
                return;
            }
            scheduled = false;
            sendWaiting();
        }
    }

    private void sendWaiting() {
        var last = lastDropped;
        if (last != null) {
            waiting.add(new TailEvent.Note(
                    last.isolate(),
                    last.timestamp(),
                    dropped + " console lines, subrequests and calls were dropped: too many at once"));
            lastDropped = null;
            dropped = 0;
        }
        if (!waiting.isEmpty()) {
            var batch = waiting;
            waiting = new ArrayList<>();
            exchanges = 0;
            send.accept(batch);
        }
    }
}
