package dev.dynamicworkers.playground.core.host.queue;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.project.QueueConsumer;
import dev.dynamicworkers.playground.core.storage.QueueStore;
import dev.dynamicworkers.playground.core.trace.QueueDelivery;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One queue and its consumer: when a batch is full or has waited long enough, and how many are handled at once. Runs
/// on the event loop's thread.
final class QueueLane {
    private final QueueBroker broker;
    private final QueueBroker.Subscriber subscriber;
    private final QueueConsumer settings;
    private final Set<String> inHand = new HashSet<>();
    private final Set<QueueBatch> batches = new HashSet<>();
    private int delivering;
    private boolean isLooking;
    private boolean looksAgain;
    private EventLoop.@Nullable Timer timer;

    /// What there is in the queue.
    ///
    /// @param nextDue of a message that is not due yet, milliseconds since 1970
    private record Found(
            List<QueueStore.Message> due, @Nullable Long nextDue, QueueStore.Metrics metrics) {}

    QueueLane(QueueBroker broker, QueueBroker.Subscriber subscriber) {
        this.broker = broker;
        this.subscriber = subscriber;
        settings = subscriber.settings();
    }

    QueueBroker.Subscriber subscriber() {
        return subscriber;
    }

    boolean isDelivering() {
        return delivering > 0;
    }

    /// Hands nothing over any more, and takes back what no handler has yet.
    void rest() {
        stopWaiting();
        List.copyOf(batches).forEach(QueueBatch::takeBack);
    }

    /// A batch did not get to its handler: its messages are as they were.
    void tookBack(QueueBatch batch, List<QueueStore.Message> messages) {
        batches.remove(batch);
        delivering--;
        messages.forEach(message -> inHand.remove(message.id()));
    }

    private void stopWaiting() {
        EventLoop.Timer waiting = timer;
        timer = null;
        if (waiting != null) {
            waiting.cancel();
        }
    }

    private boolean hasRoom() {
        Integer most = settings.maxConcurrency();
        return delivering < (most == null ? 1 : most);
    }

    /// Looks whether there is a batch to hand over.
    void look() {
        if (isLooking) {
            looksAgain = true;
            return;
        }
        if (!broker.isAwake() || !hasRoom()) {
            return;
        }
        stopWaiting();
        isLooking = true;
        broker.lookBegan();
        Set<String> without = Set.copyOf(inHand);
        var unused = CompletableFuture.supplyAsync(
                        () -> find(without), broker.surroundings().stores())
                .whenComplete((found, failure) -> broker.surroundings().loop().post(() -> looked(found, failure)));
    }

    private Found find(Set<String> without) {
        QueueStore store = broker.surroundings().store().get();
        String queue = settings.queue();
        return new Found(
                store.due(queue, settings.maxBatchSize(), without), store.nextDue(queue), store.metrics(queue));
    }

    private void looked(@Nullable Found found, @Nullable Throwable failure) {
        isLooking = false;
        if (found == null) {
            broker.surroundings()
                    .notices()
                    .accept("Queue " + settings.queue() + " can't be read: "
                            + (failure == null ? "unknown reason" : failure.getMessage()));
        } else if (broker.isAwake()) {
            handOver(found);
        }
        if (looksAgain) {
            looksAgain = false;
            look();
        }
        broker.lookEnded();
    }

    private void handOver(Found found) {
        EventLoop loop = broker.surroundings().loop();
        long now = loop.currentTimeMillis();
        long ready = found.due.isEmpty()
                ? Long.MAX_VALUE
                : found.due.getFirst().due() + settings.maxBatchTimeoutSeconds() * 1000L;
        if (!found.due.isEmpty()
                && (broker.isFlushing() || found.due.size() == settings.maxBatchSize() || ready <= now)) {
            delivering++;
            found.due.forEach(message -> inHand.add(message.id()));
            QueueBatch batch = new QueueBatch(this, found.due, found.metrics);
            batches.add(batch);
            batch.send();
            look();
            return;
        }
        long next = Math.min(ready, found.nextDue == null ? Long.MAX_VALUE : found.nextDue);
        if (next < Long.MAX_VALUE) {
            stopWaiting();
            timer = loop.schedule(Math.max(1, next - now) * 1_000_000, this::look);
        }
    }

    /// The handler of a batch has ended: what becomes of its messages is kept, and the next batch may go.
    void settled(QueueBatch batch, QueueStore.Settlement settlement, EventOutcome outcome) {
        batches.remove(batch);
        broker.lookBegan();
        var unused = CompletableFuture.runAsync(
                        () -> broker.surroundings().store().get().settle(settlement),
                        broker.surroundings().stores())
                .whenComplete((nothing, failure) ->
                        broker.surroundings().loop().post(() -> over(settlement, outcome, failure)));
    }

    private void over(QueueStore.Settlement settlement, EventOutcome outcome, @Nullable Throwable failure) {
        delivering--;
        if (failure == null) {
            settlement.done().forEach(inHand::remove);
            settlement.retried().forEach(each -> inHand.remove(each.id()));
            settlement.dead().forEach(inHand::remove);
            tellDead(settlement);
        } else {
            // They stay in hand: the next run hands them over again, this one would do so for ever.
            broker.surroundings()
                    .notices()
                    .accept("What became of messages of queue " + settings.queue() + " could not be kept: "
                            + failure.getMessage());
        }
        broker.delivered(new QueueDelivery(
                settings.queue(),
                subscriber.worker(),
                outcome,
                settlement.done().size(),
                settlement.retried().size(),
                settlement.dead().size()));
        if (!settlement.dead().isEmpty() && settlement.deadLetterQueue() != null) {
            broker.sent(settlement.deadLetterQueue());
        }
        look();
        broker.lookEnded();
    }

    private void tellDead(QueueStore.Settlement settlement) {
        int count = settlement.dead().size();
        if (count > 0) {
            String queue = settlement.deadLetterQueue();
            int deliveries = settings.maxRetries() + 1;
            broker.surroundings()
                    .notices()
                    .accept("Queue " + settings.queue() + ": " + (count == 1 ? "a message" : count + " messages")
                            + " failed " + (deliveries == 1 ? "once" : deliveries + " times") + " and "
                            + (queue == null
                                    ? "was dropped; \"dead_letter_queue\" of the consumer would keep it."
                                    : "went to the dead letter queue " + queue + "."));
        }
    }
}
