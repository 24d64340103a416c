package dev.dynamicworkers.playground.core.project;

import org.jspecify.annotations.Nullable;

/// A queue whose messages the worker's `queue()` handler gets, as `queues.consumers` declares it.
///
/// @param queue name of the queue
/// @param maxBatchSize messages of one batch at most, from 1 to 100
/// @param maxBatchTimeoutSeconds how long a batch waits for more messages, from 0 to 60
/// @param maxRetries how often a message comes again after its first delivery failed, from 0 to 100
/// @param deadLetterQueue where a message goes whose last retry failed, null to drop it
/// @param maxConcurrency batches that are handled at once, from 1 to 250; null for one
/// @param retryDelaySeconds how long a message waits before it comes again, from 0 to 86,400
public record QueueConsumer(
        String queue,
        int maxBatchSize,
        int maxBatchTimeoutSeconds,
        int maxRetries,
        @Nullable String deadLetterQueue,
        @Nullable Integer maxConcurrency,
        int retryDelaySeconds) {
    /// The longest delay of a message.
    public static final int MOST_DELAY_SECONDS = 86_400;

    /// What the platform sets where the configuration says nothing.
    public static QueueConsumer of(String queue) {
        return new QueueConsumer(queue, 10, 5, 3, null, null, 0);
    }
}
