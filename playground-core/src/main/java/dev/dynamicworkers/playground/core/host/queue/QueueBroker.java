package dev.dynamicworkers.playground.core.host.queue;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.ServiceChannel;
import dev.dynamicworkers.playground.core.project.QueueConsumer;
import dev.dynamicworkers.playground.core.storage.QueueStore;
import dev.dynamicworkers.playground.core.trace.QueueDelivery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Hands the messages of queues to the workers that consume them, in batches, once something has woken it: guest code
/// never runs by itself. Messages stay in the store until they are acknowledged.
///
/// Runs on the event loop's thread, besides [#sent].
public final class QueueBroker {
    /// Batches that one flush hands over. A worker may send to its own queue for ever.
    private static final int MOST_FLUSHED = 1000;

    /// Batches that belong to the event before them.
    private static final int MOST_AWAITED = 100;

    private final Surroundings surroundings;
    private final Map<String, QueueLane> lanes = new LinkedHashMap<>();
    private final AtomicInteger looks = new AtomicInteger();
    private boolean isAwake;
    private int batchesSinceEvent;
    private @Nullable Flush flush;

    /// What the broker works with.
    ///
    /// @param stores runs one task after the other, in their order
    /// @param store asked for on the thread of the stores
    /// @param notices hears in a sentence of what a user should know
    /// @param onRest runs when there is nothing to hand over for the moment
    public record Surroundings(
            EventLoop loop, Executor stores, Supplier<QueueStore> store, Consumer<String> notices, Runnable onRest) {}

    /// Who gets the messages of a queue.
    ///
    /// @param worker name of the worker
    /// @param entrypoint whose `queue()` handler gets them
    public record Subscriber(QueueConsumer settings, String worker, ServiceChannel entrypoint) {}

    private static final class Flush {
        private final List<QueueDelivery> deliveries = new ArrayList<>();
        private final CompletableFuture<List<QueueDelivery>> done = new CompletableFuture<>();
    }

    /// @param subscribers at most one for each queue: the first one counts
    public QueueBroker(Surroundings surroundings, List<Subscriber> subscribers) {
        this.surroundings = surroundings;
        for (Subscriber each : subscribers) {
            lanes.computeIfAbsent(each.settings.queue(), queue -> new QueueLane(this, each));
        }
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /// Something happens in the project because a person wanted it: from here on messages are handed over when they are
    /// due, those of earlier runs too.
    public void wake() {
        batchesSinceEvent = 0;
        if (!isAwake) {
            isAwake = true;
            lanes.values().forEach(QueueLane::look);
        }
    }

    /// Hands nothing over until it is woken again.
    public void rest() {
        isAwake = false;
        lanes.values().forEach(QueueLane::rest);
        Flush ended = flush;
        flush = null;
        if (ended != null) {
            ended.done.complete(List.copyOf(ended.deliveries));
        }
    }

    /// Messages were kept. Safe on any thread.
    public void sent(String queue) {
        QueueLane lane = lanes.get(queue);
        if (lane != null) {
            looks.incrementAndGet();
            surroundings.loop.post(() -> {
                lane.look();
                lookEnded();
            });
        }
    }

    /// Hands over all that is due without waiting for batches to fill, and what that brings with it.
    ///
    /// @return completes once nothing is due and nothing is being handled
    public CompletableFuture<List<QueueDelivery>> flush() {
        Flush running = flush;
        if (running == null) {
            running = new Flush();
            flush = running;
            isAwake = true;
            lanes.values().forEach(QueueLane::look);
            atRest();
        }
        return running.done;
    }

    /// Whether what an event brought about is still being handed over. A worker that sends to its own queue for ever
    /// must not keep the event from its end.
    public boolean isSettling() {
        return batchesSinceEvent < MOST_AWAITED && isBusy();
    }

    private boolean isBusy() {
        return looks.get() > 0 || lanes.values().stream().anyMatch(QueueLane::isDelivering);
    }

    boolean isAwake() {
        return isAwake;
    }

    boolean isFlushing() {
        return flush != null;
    }

    void lookBegan() {
        looks.incrementAndGet();
    }

    void lookEnded() {
        if (looks.decrementAndGet() == 0) {
            surroundings.onRest.run();
            atRest();
        }
    }

    /// A batch has been dealt with.
    void delivered(QueueDelivery delivery) {
        batchesSinceEvent++;
        Flush running = flush;
        if (running != null) {
            running.deliveries.add(delivery);
            if (running.deliveries.size() == MOST_FLUSHED) {
                surroundings.notices.accept("Queues: " + MOST_FLUSHED
                        + " batches were handed over, and more are due; they stay for the next run.");
                rest();
            }
        }
    }

    void atRest() {
        Flush running = flush;
        if (running != null && !isBusy()) {
            flush = null;
            running.done.complete(List.copyOf(running.deliveries));
            lanes.values().forEach(QueueLane::look);
        }
    }
}
