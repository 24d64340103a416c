package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.runtime.EventResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a handler decided about its event, for people and for programs.
final class EventReport {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EventReport() {}

    /// The field `event` of a report.
    static JsonNode json(@Nullable EventResult event) {
        var node = JSON.createObjectNode();
        switch (event) {
            case null -> {
                return JSON.nullNode();
            }
            case EventResult.Scheduled(boolean noRetry) ->
                node.put("kind", "scheduled").put("noRetry", noRetry);
            case EventResult.Queue queue -> queue(queue, node);
            case EventResult.Email email -> email(email, node);
            case EventResult.Rpc(String text, String value) ->
                node.put("kind", "rpc").put("text", text).put("json", value);
            case EventResult.Alarm(boolean retry) -> node.put("kind", "alarm").put("retry", retry);
        }
        return node;
    }

    private static void queue(EventResult.Queue queue, ObjectNode into) {
        into.put("kind", "queue").put("ackAll", queue.ackAll());
        into.putObject("retryBatch")
                .put("retry", queue.retryBatch().retry())
                .put("delaySeconds", queue.retryBatch().delaySeconds());
        var acks = into.putArray("explicitAcks");
        queue.explicitAcks().forEach(acks::add);
        var retries = into.putArray("retryMessages");
        queue.retryMessages()
                .forEach(each ->
                        retries.addObject().put("msgId", each.msgId()).put("delaySeconds", each.delaySeconds()));
    }

    private static void email(EventResult.Email email, ObjectNode into) {
        into.put("kind", "email").put("rejected", email.rejected());
        var forwarded = into.putArray("forwarded");
        for (var each : email.forwarded()) {
            var headers = forwarded.addObject().put("to", each.to()).putArray("headers");
            each.headers().forEach(pair -> pair.forEach(headers.addArray()::add));
        }
        var replies = into.putArray("replies");
        email.replies()
                .forEach(each -> replies.addObject()
                        .put("from", each.from())
                        .put("to", each.to())
                        .put("raw", each.raw()));
    }

    /// One line for each thing that was decided.
    static List<String> lines(@Nullable EventResult event) {
        var lines = new ArrayList<String>();
        switch (event) {
            case null -> {}
            case EventResult.Scheduled(boolean noRetry) ->
                lines.add(noRetry ? "scheduled: not to be retried" : "scheduled: may be retried when it fails");
            case EventResult.Queue queue -> lines.addAll(lines(queue));
            case EventResult.Email email -> lines.addAll(lines(email));
            case EventResult.Rpc(String text, var _) -> lines.add("returned: " + text);
            case EventResult.Alarm(boolean retry) -> lines.add(retry ? "alarm: rings again later" : "alarm: done");
        }
        return lines;
    }

    private static List<String> lines(EventResult.Queue queue) {
        var lines = new ArrayList<String>();
        if (queue.ackAll()) {
            lines.add("queue: all messages acknowledged");
        }
        if (queue.retryBatch().retry()) {
            lines.add("queue: the batch comes again" + delay(queue.retryBatch().delaySeconds()));
        }
        queue.explicitAcks().forEach(id -> lines.add("queue: " + id + " acknowledged"));
        queue.retryMessages()
                .forEach(each -> lines.add("queue: " + each.msgId() + " comes again" + delay(each.delaySeconds())));
        if (lines.isEmpty()) {
            lines.add("queue: nothing decided for single messages");
        }
        return lines;
    }

    private static String delay(@Nullable Integer seconds) {
        return seconds == null ? "" : " after " + seconds + " s";
    }

    private static List<String> lines(EventResult.Email email) {
        var lines = new ArrayList<String>();
        if (email.rejected() != null) {
            lines.add("email: rejected: " + email.rejected());
        }
        email.forwarded().forEach(each -> lines.add("email: forwarded to " + each.to()));
        email.replies().forEach(each -> lines.add("email: replied to " + each.to()));
        if (lines.isEmpty()) {
            lines.add("email: taken, and nothing sent");
        }
        return lines;
    }
}
