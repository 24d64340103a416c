package dev.dynamicworkers.playground.core.host.queue;

import dev.dynamicworkers.playground.core.binding.StoredValue;
import dev.dynamicworkers.playground.core.io.EventCall;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.HandlerEnd;
import dev.dynamicworkers.playground.core.io.HandlerEvent;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.Payload;
import dev.dynamicworkers.playground.core.project.QueueConsumer;
import dev.dynamicworkers.playground.core.storage.QueueStore;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A batch of messages from its delivery until its handler has ended. Runs on the event loop's thread.
final class QueueBatch implements EventCall {
    private static final JsonMapper JSON = new JsonMapper();

    private final QueueLane lane;
    private final QueueConsumer settings;
    private final List<QueueStore.Message> messages;
    private final QueueStore.Metrics metrics;
    private boolean isDelivered;
    private boolean isOver;

    QueueBatch(QueueLane lane, List<QueueStore.Message> messages, QueueStore.Metrics metrics) {
        this.lane = lane;
        settings = lane.subscriber().settings();
        this.messages = messages;
        this.metrics = metrics;
    }

    void send() {
        int count = messages.size();
        String detail = JSON.createObjectNode()
                .put("batchSize", count)
                .put("queue", settings.queue())
                .toString();
        String summary = settings.queue() + ", " + count + (count == 1 ? " message" : " messages");
        lane.subscriber()
                .entrypoint()
                .deliver(new HandlerEvent("queue", summary, detail, Payload.ofJson(argument())), this);
    }

    /// What runtime source `io/queue` makes the batch of.
    private String argument() {
        ObjectNode argument = JSON.createObjectNode().put("queue", settings.queue());
        ObjectNode told = argument.putObject("metrics");
        told.put("backlogCount", metrics.count()).put("backlogBytes", metrics.bytes());
        if (metrics.oldest() != null) {
            told.put("oldestMessageTimestamp", metrics.oldest());
        }
        var list = argument.putArray("messages");
        for (QueueStore.Message each : messages) {
            ObjectNode message = list.addObject()
                    .put("id", each.id())
                    .put("timestamp", each.sent())
                    .put("attempts", each.attempts() + 1)
                    .put("contentType", each.content().word());
            switch (each.content()) {
                case TEXT, JSON -> message.put("body", new String(each.body(), StandardCharsets.UTF_8));
                case BYTES -> message.put("body", Base64.getEncoder().encodeToString(each.body()));
                case V8 -> {
                    StoredValue value = StoredValue.read(each.body());
                    message.put("body", value.text()).put("special", value.special());
                    var buffers = message.putArray("buffers");
                    value.buffers()
                            .forEach(bytes -> buffers.add(Base64.getEncoder().encodeToString(bytes)));
                }
            }
        }
        return argument.toString();
    }

    @Override
    public @Nullable InvocationContext sender() {
        return null;
    }

    /// Stop came before its worker ran.
    @Override
    public boolean isUnwanted() {
        return isOver;
    }

    /// Takes it back where no handler has it yet.
    void takeBack() {
        if (!isDelivered && !isOver) {
            isOver = true;
            lane.tookBack(this, messages);
        }
    }

    @Override
    public void deliveredTo(InvocationContext callee) {
        isDelivered = true;
        boolean waits = !callee.worker().flags().contains("queue_consumer_no_wait_for_wait_until");
        callee.served().serves((HandlerEnd) failure -> {
            if (!waits) {
                over(
                        failure == null ? EventOutcome.OK : EventOutcome.EXCEPTION,
                        callee.served().decision());
            }
        });
        callee.onEnd(() -> over(callee.outcome(), callee.served().decision()));
    }

    @Override
    public void fail(Failure failure) {
        over(EventOutcome.EXCEPTION, null);
    }

    private void over(EventOutcome outcome, @Nullable String decision) {
        if (!isOver) {
            isOver = true;
            lane.settled(this, settlement(outcome, decision), outcome);
        }
    }

    private QueueStore.Settlement settlement(EventOutcome outcome, @Nullable String decision) {
        JsonNode said = decision == null ? JSON.createObjectNode() : JSON.readTree(decision);
        Set<String> acknowledged = new HashSet<>();
        said.path("explicitAcks").forEach(id -> acknowledged.add(id.asString()));
        Map<String, JsonNode> retries = new HashMap<>();
        said.path("retryMessages")
                .forEach(each -> retries.put(each.path("msgId").asString(), each));
        boolean all = said.path("ackAll").asBoolean(false);
        JsonNode batch = said.path("retryBatch");
        boolean fails = batch.path("retry").asBoolean(false) || outcome != EventOutcome.OK;
        List<String> done = new ArrayList<>();
        List<QueueStore.Retry> again = new ArrayList<>();
        List<String> dead = new ArrayList<>();
        for (QueueStore.Message each : messages) {
            JsonNode retry = retries.get(each.id());
            if (all || acknowledged.contains(each.id()) || (retry == null && !fails)) {
                done.add(each.id());
            } else if (each.attempts() >= settings.maxRetries()) {
                dead.add(each.id());
            } else {
                again.add(new QueueStore.Retry(each.id(), delay(retry == null ? batch : retry, batch)));
            }
        }
        return new QueueStore.Settlement(done, again, dead, settings.deadLetterQueue());
    }

    private int delay(JsonNode own, JsonNode batch) {
        int seconds = own.path("delaySeconds").asInt(batch.path("delaySeconds").asInt(settings.retryDelaySeconds()));
        return Math.clamp(seconds, 0, QueueConsumer.MOST_DELAY_SECONDS);
    }
}
