package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.json.JsonValue.NullValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `queues` of the configuration. For one reading.
record QueuesReader(ConfigObject queues, Problems problems) {
    private static final Set<String> CONSUMER_KEYS = Set.of(
            "queue",
            "type",
            "max_batch_size",
            "max_batch_timeout",
            "max_retries",
            "dead_letter_queue",
            "max_concurrency",
            "retry_delay",
            "visibility_timeout_ms");

    /// The sending end that an entry of `producers` declares.
    BindingDeclaration producer(String name, ConfigObject entry) {
        return new BindingDeclaration.Queue(
                name,
                entry.required("queue").orElse(""),
                orElse(number(entry, "delivery_delay", 0, QueueConsumer.MOST_DELAY_SECONDS), 0));
    }

    /// The queues whose messages this worker gets.
    List<QueueConsumer> consumers() {
        List<QueueConsumer> consumers = new ArrayList<>();
        for (ConfigObject entry : queues.objects("consumers")) {
            String queue = entry.required("queue").orElse("");
            boolean isPulled = entry.string("type").filter("http_pull"::equals).isPresent();
            if (isPulled) {
                problems.warning(
                        queues.file(),
                        entry.positionOf("type"),
                        "The queue \"" + queue + "\" is pulled over HTTP, which needs Cloudflare's API.",
                        "Its messages stay in the project's state, where `playground state DIR queue` shows them.");
                continue;
            }
            if (consumers.stream().anyMatch(each -> each.queue().equals(queue))) {
                problems.error(
                        queues.file(),
                        entry.positionOf("queue"),
                        "The queue \"" + queue + "\" has two consumers.",
                        "A queue has one: remove an entry.");
            }
            QueueConsumer consumer = consumer(queue, entry);
            if (queue.equals(consumer.deadLetterQueue())) {
                problems.error(
                        queues.file(),
                        entry.positionOf("dead_letter_queue"),
                        "The queue \"" + queue + "\" is its own dead letter queue.",
                        "Name another queue.");
            }
            unknownKeys(entry);
            consumers.add(consumer);
        }
        return consumers;
    }

    private QueueConsumer consumer(String queue, ConfigObject entry) {
        QueueConsumer usual = QueueConsumer.of(queue);
        return new QueueConsumer(
                queue,
                orElse(number(entry, "max_batch_size", 1, 100), usual.maxBatchSize()),
                orElse(number(entry, "max_batch_timeout", 0, 60), usual.maxBatchTimeoutSeconds()),
                orElse(number(entry, "max_retries", 0, 100), usual.maxRetries()),
                entry.string("dead_letter_queue").orElse(null),
                number(entry, "max_concurrency", 1, 250),
                orElse(number(entry, "retry_delay", 0, QueueConsumer.MOST_DELAY_SECONDS), usual.retryDelaySeconds()));
    }

    private static int orElse(@Nullable Integer number, int usual) {
        return number == null ? usual : number;
    }

    private @Nullable Integer number(ConfigObject entry, String key, int least, int most) {
        var value = entry.json().get(key).orElse(null);
        if (value == null || value instanceof NullValue) {
            return null;
        }
        return entry.wholeNumber(key, least, most).map(Long::intValue).orElse(null);
    }

    private void unknownKeys(ConfigObject entry) {
        for (var member : entry.members()) {
            if (!CONSUMER_KEYS.contains(member.key())) {
                problems.warning(
                        queues.file(),
                        member.keyPosition(),
                        "A consumer of a queue has no key \"" + member.key() + "\".",
                        "Check its spelling.");
            }
        }
    }
}
