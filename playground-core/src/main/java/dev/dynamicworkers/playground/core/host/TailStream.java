package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.io.EntrypointChannel;
import dev.dynamicworkers.playground.core.io.EventDescription;
import dev.dynamicworkers.playground.core.io.HandlerEnd;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.Payload;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The events of one invocation on their way to one streaming tail, which gets them all in one invocation of its own.
/// Runs on the event loop's thread.
final class TailStream {
    private final Deque<Event> waiting = new ArrayDeque<>();
    private @Nullable InvocationContext receiver;

    private record Event(String json, boolean isLast) {}

    /// Opens a stream to a tail, beginning with the onset event of the invocation that is told.
    TailStream(EntrypointChannel tail, String onset, InvocationContext told) {
        tail.worker()
                .whenReady(
                        instance -> instance.isolate().loop().post(() -> begin(instance, tail, onset, told)),
                        failure -> {
                            // A tail that does not run is nobody's concern but its own trace's.
                        });
    }

    private void begin(WorkerInstance instance, EntrypointChannel tail, String onset, InvocationContext told) {
        if (instance.isGone()) {
            return;
        }
        InvocationContext run =
                instance.newTail(EventDescription.other("tail", "tailStream", tail.entrypoint()), told, tail.limits());
        run.served().serves((HandlerEnd) failure -> {});
        // More events are to come: it waits for them.
        run.pendingChanged(1);
        receiver = run;
        @Nullable Object[] arguments = new @Nullable Object[6];
        arguments[0] = tail.entrypoint();
        Payload props = tail.props();
        Payload.put(props == null ? null : props.dup(), run, arguments, 1);
        arguments[5] = onset;
        run.run("io/tail-stream.$begin", arguments);
        waiting.forEach(event -> deliverLater(run, event));
        waiting.clear();
    }

    /// Sends an event; the last one ends the tail's invocation.
    void send(String json, boolean isLast) {
        Event event = new Event(json, isLast);
        InvocationContext run = receiver;
        if (run == null) {
            waiting.add(event);
        } else {
            deliverLater(run, event);
        }
    }

    private static void deliverLater(InvocationContext run, Event event) {
        run.worker().isolate().loop().post(() -> {
            if (!run.isEnded()) {
                if (event.isLast) {
                    run.pendingChanged(-1);
                }
                run.run("io/tail-stream.event", event.json, event.isLast);
            }
        });
    }
}
