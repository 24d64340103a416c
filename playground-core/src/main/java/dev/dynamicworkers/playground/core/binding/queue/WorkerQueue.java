package dev.dynamicworkers.playground.core.binding.queue;

import java.util.function.Consumer;

/// One property of `env` that is the sending end of a queue.
///
/// @param binding name of the property
/// @param queue name of the queue
/// @param delaySeconds of messages that say nothing of their own
/// @param onSent hears the queue's name once messages are kept, on the thread of the stores
public record WorkerQueue(String binding, String queue, int delaySeconds, Consumer<String> onSent) {}
