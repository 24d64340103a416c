package dev.dynamicworkers.playground.core.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the handler of an event without a response decided about it, in the platform's words.
public sealed interface EventResult {
    /// Of a cron event.
    ///
    /// @param noRetry whether the handler asked not to be called again for this event
    record Scheduled(boolean noRetry) implements EventResult {}

    /// Of a batch of messages. A message that no list names is acknowledged when the outcome is ok and no retry of the
    /// batch is wanted, and comes again otherwise.
    ///
    /// @param ackAll whether the handler acknowledged the batch
    /// @param explicitAcks ids of messages that it acknowledged
    record Queue(boolean ackAll, RetryBatch retryBatch, List<String> explicitAcks, List<RetryMessage> retryMessages)
            implements EventResult {
        public Queue {
            explicitAcks = List.copyOf(explicitAcks);
            retryMessages = List.copyOf(retryMessages);
        }
    }

    /// Whether a batch comes again.
    ///
    /// @param delaySeconds null for the queue's own delay
    record RetryBatch(boolean retry, @Nullable Integer delaySeconds) {}

    /// A message that comes again.
    ///
    /// @param delaySeconds null for the queue's own delay
    record RetryMessage(String msgId, @Nullable Integer delaySeconds) {}

    /// Of an e-mail. Nothing of it was sent.
    ///
    /// @param rejected the reason for the sender, null when the message was taken
    record Email(@Nullable String rejected, List<Forward> forwarded, List<Reply> replies) implements EventResult {
        public Email {
            forwarded = List.copyOf(forwarded);
            replies = List.copyOf(replies);
        }
    }

    /// A message passed on.
    ///
    /// @param headers names and values that were added
    record Forward(String to, List<List<String>> headers) {}

    /// A message sent back.
    record Reply(String from, String to, String raw) {}

    /// Of a call of a method.
    ///
    /// @param text what it returned, as the console shows it
    /// @param json what it returned, null where JSON can't say it or where it is too large
    record Rpc(String text, @Nullable String json) implements EventResult {}

    /// Of an alarm.
    ///
    /// @param retry whether the alarm rings again because its handler failed
    record Alarm(boolean retry) implements EventResult {}
}
