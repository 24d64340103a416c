package dev.dynamicworkers.playground.app.panel.response;

import dev.dynamicworkers.playground.core.runtime.EventResult;
import java.util.ArrayList;
import java.util.List;

/// What the handler of an event without a response decided, in words.
final class EventWords {
    private EventWords() {}

    static String of(EventResult result) {
        List<String> lines = new ArrayList<>();
        switch (result) {
            case EventResult.Scheduled(boolean noRetry) ->
                lines.add(
                        noRetry
                                ? "The scheduled handler is done and asked not to be called again for this event."
                                : "The scheduled handler is done.");
            case EventResult.Queue queue -> {
                lines.add(
                        queue.ackAll() ? "The batch was acknowledged." : "The batch as a whole was not acknowledged.");
                if (queue.retryBatch().retry()) {
                    lines.add("The batch comes again" + delay(queue.retryBatch().delaySeconds()) + ".");
                }
                if (!queue.explicitAcks().isEmpty()) {
                    lines.add("Acknowledged one by one: " + String.join(", ", queue.explicitAcks()) + ".");
                }
                queue.retryMessages()
                        .forEach(message ->
                                lines.add("Comes again: " + message.msgId() + delay(message.delaySeconds()) + "."));
            }
            case EventResult.Email email -> {
                String rejected = email.rejected();
                lines.add(rejected == null ? "The message was taken." : "The message was rejected: " + rejected);
                email.forwarded().forEach(forward -> lines.add("Forwarded to " + forward.to() + "."));
                email.replies().forEach(reply -> lines.add("Replied to " + reply.to() + "."));
            }
            case EventResult.Rpc(String text, var _) -> lines.add("The method returned " + text);
            case EventResult.Alarm(boolean retry) ->
                lines.add(
                        retry ? "The alarm rings again, because its handler failed." : "The alarm's handler is done.");
        }
        return String.join("\n", lines);
    }

    private static String delay(@org.jspecify.annotations.Nullable Integer seconds) {
        return seconds == null ? "" : " after " + seconds + " s";
    }
}
