package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.io.HandlerEvent;
import dev.dynamicworkers.playground.core.io.Payload;
import dev.dynamicworkers.playground.core.runtime.Invocation.QueueMessage;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Turns events from outside into what handlers get, and what handlers decided into results.
final class HandlerEvents {
    private static final JsonMapper JSON = JsonMapper.builder()
            // The JSON library's module does not read this one; all that it touches is public and exported.
            .enable(MapperFeature.OVERRIDE_PUBLIC_ACCESS_MODIFIERS)
            .build();

    private HandlerEvents() {}

    /// The event for the entrypoint's handler.
    ///
    /// @throws IllegalArgumentException when the text of a message or of tail events is no JSON
    static HandlerEvent of(Invocation invocation) {
        return switch (invocation) {
            case Invocation.Scheduled event -> {
                ObjectNode detail = JSON.createObjectNode();
                detail.put("scheduledTime", event.scheduledTime()).put("cron", event.cron());
                yield new HandlerEvent("scheduled", event.cron(), detail.toString(), plain(detail.toString()));
            }
            case Invocation.Queue event -> queue(event);
            case Invocation.Email event -> {
                ObjectNode detail = JSON.createObjectNode();
                detail.put("mailFrom", event.from()).put("rcptTo", event.to()).put("rawSize", event.raw().length);
                ObjectNode argument = JSON.createObjectNode();
                argument.put("from", event.from()).put("to", event.to());
                Payload payload =
                        new Payload(argument.toString(), /* special= */ false, List.of(), List.of(event.raw()));
                yield new HandlerEvent("email", event.from() + " to " + event.to(), detail.toString(), payload);
            }
            case Invocation.Tail event -> tail(event);
            case Invocation.Rpc event -> call(event);
            case Invocation.Test event -> new HandlerEvent("test", name(event), "{}", plain("{}"));
            case Invocation.Fetch fetch -> throw new IllegalArgumentException("a request is no event of a handler");
            case Invocation.WithProps event -> of(event.event());
            case Invocation.Alarm alarm -> throw new IllegalArgumentException("an alarm goes to an object");
        };
    }

    private static String name(Invocation event) {
        return event.entrypoint() == null ? "default" : event.entrypoint();
    }

    private static HandlerEvent queue(Invocation.Queue event) {
        ObjectNode argument = JSON.createObjectNode().put("queue", event.queue());
        var messages = argument.putArray("messages");
        for (QueueMessage message : event.messages()) {
            if (message.content() == QueueMessage.Content.JSON) {
                require(message.body(), "a queue message");
            }
            messages.addObject()
                    .put("id", message.id())
                    .put("timestamp", message.timestamp())
                    .put("attempts", message.attempts())
                    .put("contentType", message.content().name().toLowerCase(Locale.ROOT))
                    .put("body", message.body());
        }
        int count = event.messages().size();
        String detail = JSON.createObjectNode()
                .put("batchSize", count)
                .put("queue", event.queue())
                .toString();
        return new HandlerEvent(
                "queue",
                event.queue() + ", " + count + (count == 1 ? " message" : " messages"),
                detail,
                plain(argument.toString()));
    }

    private static HandlerEvent call(Invocation.Rpc event) {
        JsonNode given = require(event.arguments(), "the arguments of a call");
        if (!given.isArray()) {
            throw new IllegalArgumentException("the arguments of a call are a JSON array");
        }
        ObjectNode argument = JSON.createObjectNode().put("method", event.method());
        argument.set("arguments", given);
        String detail = JSON.createObjectNode().put("rpcMethod", event.method()).toString();
        return new HandlerEvent("rpc", event.method(), detail, plain(argument.toString()));
    }

    private static HandlerEvent tail(Invocation.Tail event) {
        var events = require(event.events(), "the events of a tail");
        if (!events.isArray()) {
            throw new IllegalArgumentException("the events of a tail are a JSON array");
        }
        ObjectNode detail = JSON.createObjectNode();
        var consumed = detail.putArray("consumedEvents");
        events.forEach(each -> consumed.addObject().set("scriptName", each.path("scriptName")));
        return new HandlerEvent("tail", events.size() + " events", detail.toString(), plain(event.events()));
    }

    private static JsonNode require(String json, String what) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException(what + " is no JSON", notJson);
        }
    }

    private static Payload plain(String json) {
        return Payload.ofJson(json);
    }

    /// What the handler decided.
    ///
    /// @param decision as runtime sources `io/scheduled`, `io/queue` and `io/email` tell it, or null
    static @Nullable EventResult result(Invocation invocation, EventOutcome outcome, @Nullable String decision) {
        return switch (invocation) {
            case Invocation.Scheduled event ->
                decision == null
                        ? new EventResult.Scheduled(/* noRetry= */ false)
                        : JSON.readValue(decision, EventResult.Scheduled.class);
            case Invocation.Queue event ->
                decision == null
                        ? new EventResult.Queue(
                                /* ackAll= */ false,
                                new EventResult.RetryBatch(/* retry= */ false, null),
                                List.of(),
                                List.of())
                        : JSON.readValue(decision, EventResult.Queue.class);
            case Invocation.Email event ->
                decision == null
                        ? new EventResult.Email(null, List.of(), List.of())
                        : JSON.readValue(decision, EventResult.Email.class);
            case Invocation.Rpc event -> decision == null ? null : JSON.readValue(decision, EventResult.Rpc.class);
            case Invocation.Alarm event -> new EventResult.Alarm(outcome != EventOutcome.OK);
            case Invocation.WithProps event -> result(event.event(), outcome, decision);
            case Invocation.Fetch event -> null;
            case Invocation.Tail event -> null;
            case Invocation.Test event -> null;
        };
    }
}
