package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.io.ConnectCall;
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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The kinds of global outbound, each of which records what it decided. Runs on the event loop's thread.
final class Outbounds {
    private static final String NO_INTERNET =
            "This worker is not permitted to access the internet via global functions like fetch(). It must use"
                    + " capabilities (such as bindings in 'env') to talk to the outside world.";

    private Outbounds() {}

    /// No way out at all.
    static Outbound denied() {
        return new Refusing("globalOutbound is null", target -> NO_INTERNET);
    }

    /// The project may not use the network.
    static Outbound blocked() {
        return new Refusing(
                "the project runs with the network blocked",
                target -> "The playground blocks the network for this project: " + target);
    }

    /// Refuses requests and connections alike.
    ///
    /// @param message of the error, by URL or address
    private record Refusing(String reason, UnaryOperator<String> message) implements Outbound {
        @Override
        public void fetch(FetchMessage request, FetchCall call) {
            refuse(request.url(), request.method(), call);
        }

        @Override
        public void connect(Address target, ConnectCall call) {
            record(call.sender(), target.toString(), "CONNECT", Decision.DENIED, null, reason);
            call.fail(Failure.of("Error", message.apply(target.toString()), Failure.Remoteness.LOCAL));
        }

        @Override
        public String refusal(String method, String target, InvocationContext sender) {
            record(sender, target, method, Decision.DENIED, null, reason);
            return message.apply(target);
        }

        private void refuse(String target, String method, FetchCall call) {
            record(call.sender(), target, method, Decision.DENIED, null, reason);
            call.fail(Failure.of("Error", message.apply(target), Failure.Remoteness.LOCAL));
        }
    }

    /// Another worker answers all requests.
    static Outbound intercepted(ServiceChannel channel) {
        return new Intercepted(channel);
    }

    /// Requests go to a worker. It gets no connections: the playground delivers no `connect` events.
    private record Intercepted(ServiceChannel channel) implements Outbound {
        @Override
        public void fetch(FetchMessage message, FetchCall call) {
            channel.fetch(message, new Recorded(call, message, Decision.INTERCEPTED));
        }

        @Override
        public void connect(Address target, ConnectCall call) {
            String reason =
                    "connect() through a worker as globalOutbound is not supported by the playground: " + target;
            record(call.sender(), target.toString(), "CONNECT", Decision.DENIED, null, reason);
            call.fail(Failure.of("Error", reason, Failure.Remoteness.LOCAL));
        }
    }

    /// The network.
    static Outbound network(Outbound network) {
        return new Network(network);
    }

    /// Everything may go out.
    private record Network(Outbound network) implements Outbound {
        @Override
        public void fetch(FetchMessage message, FetchCall call) {
            network.fetch(message, new Recorded(call, message, Decision.ALLOWED));
        }

        @Override
        public void connect(Address target, ConnectCall call) {
            record(call.sender(), target.toString(), "CONNECT", Decision.ALLOWED, null, null);
            network.connect(target, call);
        }
    }

    private static void record(
            @Nullable InvocationContext sender,
            String target,
            String method,
            Decision decision,
            @Nullable Integer status,
            @Nullable String reason) {
        if (sender == null) {
            return;
        }
        SubrequestRecord request = new SubrequestRecord(sender.worker().id(), target, method, decision, status, reason);
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
            record(call.sender(), message.url(), message.method(), decision, answer.status(), null);
            call.respond(answer);
        }

        @Override
        public void fail(Failure failure) {
            record(
                    call.sender(),
                    message.url(),
                    message.method(),
                    decision,
                    null,
                    failure.error().message());
            call.fail(failure);
        }

        @Override
        public void deliveredTo(InvocationContext callee) {
            call.deliveredTo(callee);
        }
    }
}
