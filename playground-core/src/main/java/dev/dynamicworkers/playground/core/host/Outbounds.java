package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.api.url.WebUrl;
import dev.dynamicworkers.playground.core.io.Body;
import dev.dynamicworkers.playground.core.io.ConnectCall;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.FetchCall;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.Outbound;
import dev.dynamicworkers.playground.core.io.ServiceChannel;
import dev.dynamicworkers.playground.core.network.HttpField;
import dev.dynamicworkers.playground.core.project.network.NetworkAnswer;
import dev.dynamicworkers.playground.core.project.network.NetworkTarget;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord.Decision;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The kinds of global outbound, each of which records what it decided. Runs on the event loop's thread.
final class Outbounds {
    private static final String NO_INTERNET =
            "This worker is not permitted to access the internet via global functions like fetch(). It must use"
                    + " capabilities (such as bindings in 'env') to talk to the outside world.";

    private final NetworkGate gate;
    private final OutboundNetwork network;

    Outbounds(NetworkGate gate, OutboundNetwork network) {
        this.gate = gate;
        this.network = network;
    }

    /// No way out at all.
    Outbound denied() {
        return new Refusing();
    }

    /// The network, as far as the rules let it.
    Outbound network() {
        return new Network();
    }

    /// Another worker answers all requests that the sender's own rules let through.
    Outbound intercepted(ServiceChannel channel) {
        return new Intercepted(channel);
    }

    private final class Refusing implements Outbound {
        @Override
        public void fetch(FetchMessage message, FetchCall call) {
            Attempt attempt = gate.attempt(call.sender(), known(message.method(), message.url()));
            gate.tripwire().request(attempt, attempt.sends(message, call));
            call.fail(refused(refuse(attempt)));
        }

        @Override
        public void connect(Address target, ConnectCall call) {
            call.fail(refused(refuse(gate.attempt(call.sender(), tcp(target.host(), target.port())))));
        }

        @Override
        public String refusal(String method, String target, InvocationContext sender) {
            return refuse(gate.attempt(sender, known(method, target)));
        }

        private String refuse(Attempt attempt) {
            attempt.decidedBy("globalOutbound", "globalOutbound is null");
            attempt.denied("globalOutbound is null", null);
            return NO_INTERNET;
        }
    }

    private final class Network implements Outbound {
        @Override
        public void fetch(FetchMessage message, FetchCall call) {
            Attempt attempt = gate.attempt(call.sender(), known(message.method(), message.url()));
            WebUrl url = WebUrl.parse(message.url());
            if (url == null) {
                call.fail(refused(NetworkGate.deny(attempt, "this is no URL of http or https", null)));
                return;
            }
            if (message.method().equalsIgnoreCase(NetworkTarget.CONNECT)) {
                call.fail(refused(NetworkGate.deny(attempt, "fetch() makes no tunnels", null)));
                return;
            }
            gate.tripwire().request(attempt, message);
            FetchMessage sent = attempt.sends(message, call);
            gate.decide(attempt, new Requested(attempt, call) {
                @Override
                public void pass(Pass pass) {
                    network.fetch(sent, url, pass, new Recorded(call, attempt, Decision.ALLOWED));
                }
            });
        }

        @Override
        public void connect(Address target, ConnectCall call) {
            Attempt attempt = gate.attempt(call.sender(), tcp(target.host(), target.port()));
            if (attempt.target().host().isEmpty()) {
                call.fail(refused(NetworkGate.deny(attempt, "this is no host", null)));
                return;
            }
            gate.decide(attempt, new Connected(call, pass -> network.connect(target.tls(), pass, call)));
        }

        @Override
        public @Nullable String refusal(String method, String target, InvocationContext sender) {
            return gate.refusal(gate.attempt(sender, known(method, target)), NetworkGate.Interception.NETWORK);
        }
    }

    /// Requests go to a worker. It gets no connections: the playground delivers no `connect` events.
    private final class Intercepted implements Outbound {
        private final ServiceChannel channel;

        Intercepted(ServiceChannel channel) {
            this.channel = channel;
        }

        @Override
        public void fetch(FetchMessage message, FetchCall call) {
            Attempt attempt = gate.attempt(call.sender(), known(message.method(), message.url()));
            FetchMessage sent = attempt.sends(message, call);
            gate.decideIntercepted(attempt, new Requested(attempt, call) {
                @Override
                public void pass(Pass pass) {
                    channel.fetch(sent, new Recorded(call, attempt, Decision.INTERCEPTED));
                }
            });
        }

        @Override
        public void connect(Address target, ConnectCall call) {
            Attempt attempt = gate.attempt(call.sender(), tcp(target.host(), target.port()));
            attempt.decidedBy("globalOutbound", "a worker stands in for the network");
            String reason =
                    "connect() through a worker as globalOutbound is not supported by the playground: " + target;
            attempt.denied(reason, null);
            call.fail(refused(reason));
        }

        @Override
        public @Nullable String refusal(String method, String target, InvocationContext sender) {
            return gate.refusal(gate.attempt(sender, known(method, target)), NetworkGate.Interception.INTERCEPTED);
        }
    }

    /// What a request wants to reach; where its URL is none, what is recorded of it.
    private static NetworkTarget known(String method, String url) {
        if (method.equals(NetworkTarget.CONNECT)) {
            int colon = url.lastIndexOf(':');
            String host = colon < 0 ? url : url.substring(0, colon);
            String port = url.substring(colon + 1);
            return tcp(host, port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0);
        }
        NetworkTarget target = NetworkGate.target(method, url);
        return target == null ? new NetworkTarget(method, "", 0, "", url) : target;
    }

    /// What a connection wants to reach; a text that is no host gives an empty one.
    private static NetworkTarget tcp(String host, int port) {
        String normal = WebUrl.host(host);
        return normal == null
                ? new NetworkTarget(NetworkTarget.CONNECT, "", port, "", host + ":" + port)
                : NetworkTarget.tcp(normal, port);
    }

    private static Failure refused(String message) {
        return Failure.of("Error", message, Failure.Remoteness.LOCAL);
    }

    /// What becomes of a connection.
    private record Connected(ConnectCall call, Consumer<Pass> go) implements NetworkGate.Outcome {
        @Override
        public void pass(Pass pass) {
            go.accept(pass);
        }

        @Override
        public void answer(NetworkAnswer answer, List<HttpField> headers) {
            call.fail(refused("A rule can't answer a connection."));
        }

        @Override
        public void deny(String message) {
            call.fail(refused(message));
        }
    }

    /// What becomes of a request.
    private abstract static class Requested implements NetworkGate.Outcome {
        private final Attempt attempt;
        private final FetchCall call;

        Requested(Attempt attempt, FetchCall call) {
            this.attempt = attempt;
            this.call = call;
        }

        @Override
        public final void answer(NetworkAnswer answer, List<HttpField> headers) {
            StringBuilder text = new StringBuilder();
            headers.forEach(field -> text.append(text.isEmpty() ? "" : "\n")
                    .append(field.name())
                    .append('\n')
                    .append(field.value()));
            Body body = answer.body().length == 0 ? Body.NONE : new Body.Bytes(answer.body());
            new Recorded(call, attempt, Decision.ANSWERED)
                    .respond(new FetchCall.Answer(answer.status(), "", text.toString(), body, null));
        }

        @Override
        public final void deny(String message) {
            call.fail(refused(message));
        }
    }

    /// Records how a request was answered before its sender hears of it.
    private record Recorded(FetchCall call, Attempt attempt, Decision decision) implements FetchCall {
        @Override
        public @Nullable InvocationContext sender() {
            return call.sender();
        }

        @Override
        public boolean isUnwanted() {
            return call.isUnwanted();
        }

        @Override
        public void respond(Answer answer) {
            Answer copied = attempt.answers(answer);
            attempt.answered(decision, answer.status(), contentType(answer.headers()));
            call.respond(copied);
        }

        @Override
        public void fail(Failure failure) {
            attempt.failed(decision, failure.error().message());
            call.fail(failure);
        }

        @Override
        public void deliveredTo(InvocationContext callee) {
            call.deliveredTo(callee);
        }

        private static @Nullable String contentType(String headers) {
            String[] fields = headers.split("\n", -1);
            for (int i = 0; i + 1 < fields.length; i += 2) {
                if (fields[i].equalsIgnoreCase("content-type")) {
                    return fields[i + 1];
                }
            }
            return null;
        }
    }
}
