package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.Body;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.FetchCall;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import dev.dynamicworkers.playground.core.io.SocketEnd;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionException;

/// Requests that ask for a web socket. The handshake and the frames are the JDK's; the answer is a response with status
/// 101 and an end of a pipe, or what the server said instead.
final class OutboundSocket {
    private static final String PROTOCOLS = "sec-websocket-protocol";

    /// Fields that the client sets itself.
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
            PROTOCOLS,
            "sec-websocket-version");

    private final HttpClient client;
    private final EventLoop loop;

    OutboundSocket(HttpClient client, EventLoop loop) {
        this.client = client;
        this.loop = loop;
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

    void open(FetchMessage message, FetchCall call) {
        WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(OutboundNetwork.CONNECT_TIMEOUT);
        String[] fields = message.headers().split("\n", -1);
        for (int i = 0; i + 1 < fields.length; i += 2) {
            String name = fields[i].toLowerCase(Locale.ROOT);
            if (name.equals(PROTOCOLS)) {
                offer(builder, fields[i + 1]);
            } else if (!OWN_FIELDS.contains(name)) {
                builder.header(name, fields[i + 1]);
            }
        }
        SocketEnd.Pair pair = SocketEnd.pair();
        URI target = URI.create(message.url().replaceFirst("^http", "ws"));
        var unused = builder.buildAsync(target, new SocketBridge(pair.second())).whenComplete((socket, failure) -> {
            if (failure == null) {
                opened(socket, pair, call);
            } else {
                refused(failure, message, call);
            }
        });
    }

    private static void offer(WebSocket.Builder builder, String list) {
        String[] protocols = Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toArray(String[]::new);
        if (protocols.length > 0) {
            builder.subprotocols(protocols[0], Arrays.copyOfRange(protocols, 1, protocols.length));
        }
    }

    private void opened(WebSocket socket, SocketEnd.Pair pair, FetchCall call) {
        SocketBridge.pump(pair.second(), socket);
        String protocol = socket.getSubprotocol();
        String headers = "connection\nUpgrade\nupgrade\nwebsocket"
                + (protocol.isEmpty() ? "" : "\n" + PROTOCOLS + "\n" + protocol);
        loop.post(
                () -> call.respond(new FetchCall.Answer(101, "Switching Protocols", headers, Body.NONE, pair.first())));
    }

    private void refused(Throwable told, FetchMessage message, FetchCall call) {
        Throwable cause = told instanceof CompletionException ? told.getCause() : null;
        Throwable failure = cause == null ? told : cause;
        if (failure instanceof WebSocketHandshakeException handshake
                && handshake.getResponse().statusCode() != 101) {
            HttpResponse<?> response = handshake.getResponse();
            Body body = response.body() instanceof String text && !text.isEmpty() ? new Body.Text(text) : Body.NONE;
            String headers = OutboundHttp.headers(response.headers());
            loop.post(() -> call.respond(new FetchCall.Answer(response.statusCode(), "", headers, body, null)));
            return;
        }
        String text = OutboundHttp.failureText(message, failure);
        loop.post(() -> call.fail(Failure.of("Error", text, Failure.Remoteness.LOCAL)));
    }
}
