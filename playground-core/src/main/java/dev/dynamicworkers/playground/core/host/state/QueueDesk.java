package dev.dynamicworkers.playground.core.host.state;

import dev.dynamicworkers.playground.core.binding.StoredValue;
import dev.dynamicworkers.playground.core.project.QueueConsumer;
import dev.dynamicworkers.playground.core.state.StateAnswer;
import dev.dynamicworkers.playground.core.state.StateException;
import dev.dynamicworkers.playground.core.state.StateQuery;
import dev.dynamicworkers.playground.core.storage.QueueStore;
import dev.dynamicworkers.playground.core.storage.QueueStore.Content;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The messages of one queue, for people. Used by the thread that uses the stores.
record QueueDesk(QueueStore store, String queue) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_MESSAGE = 128_000;

    StateAnswer entries(StateQuery.Entries query) {
        List<QueueStore.Message> found = store.list(queue, query.cursor(), query.limit() + 1);
        boolean more = found.size() > query.limit();
        List<StateAnswer.Entry> entries = new ArrayList<>();
        for (QueueStore.Message each : more ? found.subList(0, query.limit()) : found) {
            if (each.id().startsWith(query.prefix())) {
                entries.add(new StateAnswer.Entry(each.id(), each.body().length, about(each), null));
            }
        }
        return new StateAnswer.Entries(
                entries, more ? found.get(query.limit() - 1).id() : null);
    }

    private static String about(QueueStore.Message message) {
        return JSON.createObjectNode()
                .put("contentType", message.content().word())
                .put("sent", message.sent())
                .put("due", message.due())
                .put("failedDeliveries", message.attempts())
                .toString();
    }

    /// A body; of a structured clone its text.
    StateAnswer read(String id) {
        QueueStore.Message message = store.get(queue, id);
        if (message == null) {
            return new StateAnswer.Value(null, null, null);
        }
        byte[] body = message.content() == Content.V8
                ? StoredValue.read(message.body()).text().getBytes(StandardCharsets.UTF_8)
                : message.body();
        return new StateAnswer.Value(body, about(message), null);
    }

    boolean delete(String id) {
        return store.get(queue, id) != null && store.delete(id);
    }

    StateAnswer send(StateQuery.Send message) {
        Content content = content(message.contentType());
        if (content == Content.JSON) {
            try {
                JSON.readTree(message.body());
            } catch (JacksonException wrong) {
                throw new StateException(
                        "The message is no JSON (" + wrong.getOriginalMessage()
                                + "): correct it, or send it as text or bytes.",
                        wrong);
            }
        }
        if (message.body().length > MAX_MESSAGE) {
            throw new StateException(
                    "A message has at most " + MAX_MESSAGE + " bytes, this one has " + message.body().length + ".",
                    null);
        }
        if (message.delaySeconds() < 0 || message.delaySeconds() > QueueConsumer.MOST_DELAY_SECONDS) {
            throw new StateException(
                    "A delay is 0 to " + QueueConsumer.MOST_DELAY_SECONDS + " seconds, not " + message.delaySeconds()
                            + ".",
                    null);
        }
        store.add(queue, List.of(new QueueStore.NewMessage(content, message.body(), message.delaySeconds())));
        return new StateAnswer.Done(1);
    }

    private static Content content(String word) {
        return switch (word) {
            case "text" -> Content.TEXT;
            case "bytes" -> Content.BYTES;
            case "json" -> Content.JSON;
            default -> throw new StateException("A message is text, bytes or json, not \"" + word + "\".", null);
        };
    }
}
