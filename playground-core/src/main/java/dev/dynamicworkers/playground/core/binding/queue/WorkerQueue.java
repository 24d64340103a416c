package dev.dynamicworkers.playground.core.binding.queue;

import dev.dynamicworkers.playground.core.storage.QueueStore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// One property of `env` that is the sending end of a queue.
///
/// @param binding name of the property
/// @param queue name of the queue
/// @param delaySeconds of messages that say nothing of their own
/// @param store where it is, asked for on the thread of the stores
/// @param onSent hears the queue's name once messages are kept, on the thread of the stores
public record WorkerQueue(
        String binding, String queue, int delaySeconds, Supplier<QueueStore> store, Consumer<String> onSent) {}
