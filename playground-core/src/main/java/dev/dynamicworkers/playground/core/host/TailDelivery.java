package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.io.EntrypointChannel;
import dev.dynamicworkers.playground.core.io.EventDescription;
import dev.dynamicworkers.playground.core.io.HandlerEnd;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.Payload;
import dev.dynamicworkers.playground.core.io.TailQuota;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sends what an invocation did to the tail workers of its worker, once it is over. Runs on the event loop's thread.
final class TailDelivery {
    /// Delivers to each tail in an invocation of its own. One that fails is nobody's concern but its own trace's.
    void deliver(InvocationContext invocation, EventOutcome outcome) {
        List<EntrypointChannel> tails = invocation.worker().tails().stream()
                .filter(tail -> TailQuota.admits(invocation))
                .toList();
        if (tails.isEmpty()) {
            return;
        }
        String events = "[" + TailItem.json(invocation, outcome) + "]";
        for (EntrypointChannel tail : tails) {
            tail.worker()
                    .whenReady(
                            instance -> instance.isolate().loop().post(() -> {
                                InvocationContext run = instance.newTail(
                                        EventDescription.other("tail", "tail", tail.entrypoint())
                                                .telling("{\"consumedEvents\":[{\"scriptName\":null}]}"),
                                        invocation,
                                        tail.limits());
                                run.served().serves((HandlerEnd) failure -> {});
                                @Nullable Object[] arguments = new @Nullable Object[6];
                                arguments[0] = tail.entrypoint();
                                Payload props = tail.props();
                                Payload.put(props == null ? null : props.dup(), run, arguments, 1);
                                arguments[5] = events;
                                run.run("io/deliver.$tail", arguments);
                            }),
                            failure -> {});
        }
    }
}
