package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.api.url.WebUrl;
import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.Body;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.FetchCall;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import dev.dynamicworkers.playground.core.io.SocketEnd;
import dev.dynamicworkers.playground.core.network.AddressDeniedException;
import dev.dynamicworkers.playground.core.network.Http1Request;
import dev.dynamicworkers.playground.core.network.Http1Response;
import dev.dynamicworkers.playground.core.network.HttpField;
import dev.dynamicworkers.playground.core.network.WebSocketClient;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/// Requests that ask for a web socket. The answer is a response with status 101 and an end of a pipe, or what the
/// server said instead. Called on the event loop's thread; the handshake is made on a virtual thread.
final class OutboundSocket {
    /// What is read of an answer that refuses.
    private static final int MOST_REFUSAL = 1 << 20;

    /// Fields of the handshake.
    private static final Set<String> OWN_FIELDS = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "upgrade",
            "transfer-encoding",
            "sec-websocket-accept",
            "sec-websocket-extensions",
            "sec-websocket-key",
            "sec-websocket-version");

    private final WebSocketClient client;
    private final OutboundHttp http;
    private final EventLoop loop;
    private final ExecutorService executor;
    private final Tripwire tripwire;

    OutboundSocket(
            WebSocketClient client, OutboundHttp http, EventLoop loop, ExecutorService executor, Tripwire tripwire) {
        this.client = client;
        this.http = http;
        this.loop = loop;
        this.executor = executor;
        this.tripwire = tripwire;
    }

    /// Whether a request asks for a web socket.
    static boolean isUpgrade(FetchMessage message) {
        String[] fields = message.headers().split("\n", -1);
        for (int i = 0; i + 1 < fields.length; i += 2) {
            if (fields[i].equalsIgnoreCase("upgrade")) {
                return fields[i + 1].strip().equalsIgnoreCase("websocket");
            }
        }
        return false;
    }

    void open(FetchMessage message, WebUrl url, Pass pass, FetchCall call) {
        executor.execute(() -> {
            try {
                Http1Request handshake = new Http1Request(
                        "GET",
                        OutboundHttp.destination(url, pass),
                        url.path() + url.query(),
                        OutboundHttp.fields(message, pass, OWN_FIELDS),
                        new Http1Request.Content.None());
                switch (client.open(handshake)) {
                    case WebSocketClient.Opened.Accepted accepted -> opened(accepted, pass, call);
                    case WebSocketClient.Opened.Refused(Http1Response response) -> refused(response, pass, call);
                }
            } catch (AddressDeniedException denied) {
                loop.post(() -> call.fail(OutboundHttp.denial(pass, denied)));
            } catch (IOException | IllegalArgumentException e) {
                String text = OutboundHttp.failureText(message, e);
                loop.post(() -> call.fail(Failure.of("Error", text, Failure.Remoteness.LOCAL)));
            }
        });
    }

    private void opened(WebSocketClient.Opened.Accepted accepted, Pass pass, FetchCall call) {
        SocketEnd.Pair pair = SocketEnd.pair();
        new SocketBridge(pair.second(), accepted.socket(), executor, tripwire, pass).start();
        String protocol = accepted.fields().stream()
                .filter(field -> field.name().equalsIgnoreCase("sec-websocket-protocol"))
                .map(HttpField::value)
                .findFirst()
                .orElse("");
        String headers = "connection\nUpgrade\nupgrade\nwebsocket"
                + (protocol.isEmpty() ? "" : "\nsec-websocket-protocol\n" + protocol);
        loop.post(
                () -> call.respond(new FetchCall.Answer(101, "Switching Protocols", headers, Body.NONE, pair.first())));
    }

    private void refused(Http1Response response, Pass pass, FetchCall call) throws IOException {
        byte[] bytes;
        try (var body =
                pass.injected().isEmpty() ? response.body() : pass.injected().masking(response.body(), found -> {})) {
            bytes = body.readNBytes(MOST_REFUSAL);
        }
        Body body = bytes.length == 0 ? Body.NONE : new Body.Bytes(bytes);
        String headers = http.headers(response.fields(), pass);
        loop.post(() -> call.respond(new FetchCall.Answer(response.status(), response.reason(), headers, body, null)));
    }
}
