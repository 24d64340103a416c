package dev.dynamicworkers.playground.core.binding.queue;

import dev.dynamicworkers.playground.core.binding.BindingAnswer;
import dev.dynamicworkers.playground.core.binding.BindingCall.Effect;
import dev.dynamicworkers.playground.core.binding.BindingCalls;
import dev.dynamicworkers.playground.core.binding.StoredValue;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import dev.dynamicworkers.playground.core.storage.QueueStore;
import dev.dynamicworkers.playground.core.storage.QueueStore.Content;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// Host functions of queues, with the limits that the platform documents.
///
/// They begin on the isolate thread; the store is used on the thread of the stores.
public final class QueueHostFunctions {
    /// What the configuration calls them.
    public static final String KIND = "queues";

    private static final int MAX_MESSAGE = 128_000;
    private static final int MAX_BATCH = 256_000;
    private static final int MAX_COUNT = 100;
    private static final int MAX_DELAY = 86_400;

    private final BindingCalls calls;

    private QueueHostFunctions(BindingCalls calls) {
        this.calls = calls;
    }

    /// Adds them to a table.
    public static void register(HostFunctions table, BindingCalls calls) {
        QueueHostFunctions functions = new QueueHostFunctions(calls);
        table.add("queue.send", functions::send);
        table.add("queue.metrics", functions::metrics);
    }

    /// operation, queue, method, delay or null, messages: arrays of content type, body, whether it has tags, buffers or
    /// null, delay or null
    private Object send(HostCall call) {
        WorkerQueue queue = call.handle(1, WorkerQueue.class);
        String method = call.string(2);
        Integer delay = call.isNullish(3) ? null : (Integer) call.integer(3);
        List<QueueStore.NewMessage> messages = new ArrayList<>();
        List<@Nullable Object> shown = new ArrayList<>();
        Value array = call.value(4);
        for (long i = 0; i < array.getArraySize(); i++) {
            Value parts = array.getArrayElement(i);
            Value own = parts.getArrayElement(4);
            int seconds = !own.isNull() ? own.asInt() : delay != null ? delay : queue.delaySeconds();
            QueueStore.NewMessage message = message(parts, seconds);
            messages.add(message);
            shown.add(shown(message));
        }
        var refusals =
                new Refusals(method, WorkerInstance.of(call.isolate()).flags().contains("queue_expose_error_codes"));
        var asked = new BindingCalls.Method(queue.binding(), KIND, method, Effect.WRITES);
        return calls.start(call, asked, method.equals("send") ? shown : List.of(shown), () -> {
            refusals.check(delay, messages);
            queue.store().get().add(queue.queue(), messages);
            queue.onSent().accept(queue.queue());
            return metrics(queue);
        });
    }

    private static QueueStore.NewMessage message(Value parts, int seconds) {
        Content content = Content.of(parts.getArrayElement(0).asString());
        Value body = parts.getArrayElement(1);
        byte[] bytes = switch (content) {
            case TEXT, JSON -> body.asString().getBytes(StandardCharsets.UTF_8);
            case BYTES -> HostCall.bytesOf(body);
            case V8 -> {
                List<byte[]> buffers = new ArrayList<>();
                Value given = parts.getArrayElement(3);
                for (long i = 0; !given.isNull() && i < given.getArraySize(); i++) {
                    buffers.add(HostCall.bytesOf(given.getArrayElement(i)));
                }
                yield new StoredValue(body.asString(), parts.getArrayElement(2).asBoolean(), buffers).bytes();
            }
        };
        return new QueueStore.NewMessage(content, bytes, seconds);
    }

    /// A body for people.
    private static Object shown(QueueStore.NewMessage message) {
        return switch (message.content()) {
            case TEXT, JSON -> new String(message.body(), StandardCharsets.UTF_8);
            case BYTES -> message.body();
            case V8 -> StoredValue.read(message.body()).text();
        };
    }

    /// What is wrong with messages, in the words of the runtime's flag: a code of the platform's, or a text.
    ///
    /// @param hasCodes whether the flag `queue_expose_error_codes` is in force
    private record Refusals(String method, boolean hasCodes) {
        void check(@Nullable Integer delay, List<QueueStore.NewMessage> messages) {
            if (messages.size() > MAX_COUNT) {
                throw refused(
                        "Batch count out of bounds (10206)",
                        "batch message count of " + messages.size() + " exceeds limit of " + MAX_COUNT);
            }
            if (delay != null) {
                checkDelay("Invalid batch delay (10202)", delay);
            }
            long total = 0;
            for (QueueStore.NewMessage each : messages) {
                checkDelay(
                        "Invalid message metadata (includes invalid content type and invalid delay) (10203)",
                        each.delaySeconds());
                int size = each.body().length;
                total += size;
                if (size > MAX_MESSAGE) {
                    throw refused(
                            "Message size out of bounds (10204)",
                            method.equals("send")
                                    ? "message length of " + size + " bytes exceeds limit of " + MAX_MESSAGE
                                    : "message in batch has length " + size
                                            + " bytes which exceeds single message size limit of " + MAX_MESSAGE);
                }
            }
            if (total > MAX_BATCH) {
                throw refused(
                        "Batch size out of bounds (10205)",
                        "batch size of " + total + " bytes exceeds limit of " + MAX_BATCH);
            }
        }

        private void checkDelay(String coded, int seconds) {
            if (seconds < 0 || seconds > MAX_DELAY) {
                throw refused(
                        coded, "message delay " + seconds + " is invalid: it wants 0 to " + MAX_DELAY + " seconds");
            }
        }

        private GuestThrow refused(String coded, String text) {
            return GuestThrow.error(hasCodes ? coded : "Queue " + method + " failed: " + text);
        }
    }

    /// operation, queue: how much waits
    private Object metrics(HostCall call) {
        WorkerQueue queue = call.handle(1, WorkerQueue.class);
        var asked = new BindingCalls.Method(queue.binding(), KIND, "metrics", Effect.READS);
        return calls.start(call, asked, List.of(), () -> metrics(queue));
    }

    private static BindingAnswer metrics(WorkerQueue queue) {
        QueueStore.Metrics found = queue.store().get().metrics(queue.queue());
        Long oldest = found.oldest();
        return new BindingAnswer.Carried(
                new @Nullable Object[] {
                    (double) found.count(),
                    (double) found.bytes(),
                    oldest == null ? null : (Object) oldest.doubleValue()
                },
                null);
    }
}
