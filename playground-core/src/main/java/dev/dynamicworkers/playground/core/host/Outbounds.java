package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.FetchCall;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.Outbound;
import dev.dynamicworkers.playground.core.io.ServiceChannel;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord.Decision;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The kinds of global outbound, each of which records what it decided. Runs on the event loop's thread.
final class Outbounds {
    private static final String NO_INTERNET =
            "This worker is not permitted to access the internet via global functions like fetch(). It must use"
                    + " capabilities (such as bindings in 'env') to talk to the outside world.";

    private Outbounds() {}

    /// No way out at all.
    static Outbound denied() {
        return (message, call) -> {
            record(call, message, Decision.DENIED, null, "globalOutbound is null");
            call.fail(Failure.of("Error", NO_INTERNET, Failure.Remoteness.LOCAL));
        };
    }

    /// The project may not use the network.
    static Outbound blocked() {
        return (message, call) -> {
            record(call, message, Decision.DENIED, null, "the project runs with the network blocked");
            call.fail(Failure.of(
                    "Error",
                    "The playground blocks the network for this project: " + message.url(),
                    Failure.Remoteness.LOCAL));
        };
    }

    /// Another worker answers all requests.
    static Outbound intercepted(ServiceChannel channel) {
        return (message, call) -> channel.fetch(message, new Recorded(call, message, Decision.INTERCEPTED));
    }

    /// The network.
    static Outbound network(Outbound http) {
        return (message, call) -> http.fetch(message, new Recorded(call, message, Decision.ALLOWED));
    }

    private static void record(
            FetchCall call,
            FetchMessage message,
            Decision decision,
            @Nullable Integer status,
            @Nullable String reason) {
        InvocationContext sender = call.sender();
        if (sender == null) {
            return;
        }
        SubrequestRecord request =
                new SubrequestRecord(sender.worker().id(), message.url(), message.method(), decision, status, reason);
        sender.trace().subrequest(request);
        sender.worker().emit(new TailEvent.Subrequest(sender.worker().id(), Instant.now(), sender.id(), request));
    }

    /// Records how a request was answered before its sender hears of it.
    private record Recorded(FetchCall call, FetchMessage message, Decision decision) implements FetchCall {
        @Override
        public @Nullable InvocationContext sender() {
            return call.sender();
        }

        @Override
        public void respond(Answer answer) {
            record(call, message, decision, answer.status(), null);
            call.respond(answer);
        }

        @Override
        public void fail(Failure failure) {
            record(call, message, decision, null, failure.error().message());
            call.fail(failure);
        }

        @Override
        public void deliveredTo(InvocationContext callee) {
            call.deliveredTo(callee);
        }
    }
}
