package dev.dynamicworkers.playground.core.trace;

import dev.dynamicworkers.playground.core.worker.EventOutcome;

/// One batch of messages that a queue handed to its consumer, and what became of them.
///
/// @param queue name of the queue
/// @param worker name of the worker that got them
/// @param outcome how its handler ended
/// @param acknowledged messages that are done
/// @param retried messages that come again
/// @param dead messages whose last retry failed: they went to the dead letter queue, or were dropped
public record QueueDelivery(
        String queue, String worker, EventOutcome outcome, int acknowledged, int retried, int dead) {
    /// How many messages the batch had.
    public int size() {
        return acknowledged + retried + dead;
    }
}
