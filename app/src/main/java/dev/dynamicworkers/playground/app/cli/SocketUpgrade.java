package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.runtime.Header;
import dev.dynamicworkers.playground.core.runtime.WorkerSocket;
import dev.dynamicworkers.playground.core.worker.SocketMessage;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request that asks for a web socket, and what becomes of its connection when the worker agrees.
///
/// @param request its head
record SocketUpgrade(HttpRequest request) {
    /// As large a message as Workers take.
    private static final int LARGEST_MESSAGE = 32 << 20;

    /// The upgrade that a request asks for, or null.
    static @Nullable SocketUpgrade of(HttpRequest request) {
        var headers = request.headers();
        boolean asked = request.method().equals(HttpMethod.GET)
                && headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, /* ignoreCase= */ true)
                && headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, /* ignoreCase= */ true)
                && headers.contains(HttpHeaderNames.SEC_WEBSOCKET_KEY);
        return asked ? new SocketUpgrade(request) : null;
    }

    /// Answers the handshake and hands the connection over to the worker's socket. Any thread.
    void accept(Channel channel, List<Header> headers, WorkerSocket socket) {
        channel.eventLoop().execute(() -> handshake(channel, headers, socket));
    }

    private void handshake(Channel channel, List<Header> headers, WorkerSocket socket) {
        var own = new DefaultHttpHeaders();
        for (var header : headers) {
            if (!HttpExchange.isOfTheConnection(header.name()) && !isOfTheHandshake(header.name())) {
                own.add(header.name(), header.value());
            }
        }
        var handshaker = new WebSocketServerHandshakerFactory(
                        request.uri(), null, /* allowExtensions= */ false, LARGEST_MESSAGE)
                .newHandshaker(request);
        if (handshaker == null) {
            var unused = WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(channel);
            socket.send(new SocketMessage.Lost("The client's version of the WebSocket protocol is not supported."));
            return;
        }
        var whole = new DefaultFullHttpRequest(
                request.protocolVersion(),
                request.method(),
                request.uri(),
                Unpooled.EMPTY_BUFFER,
                request.headers(),
                EmptyHttpHeaders.INSTANCE);
        channel.pipeline().remove(HttpConnection.class);
        handshaker.handshake(channel, whole, own, channel.newPromise()).addListener(done -> {
            if (done.isSuccess()) {
                channel.pipeline()
                        .addLast(new Utf8FrameValidator())
                        .addLast(new WebSocketFrameAggregator(LARGEST_MESSAGE))
                        .addLast(new SocketFrames(socket));
            } else {
                socket.send(new SocketMessage.Lost("The WebSocket handshake failed."));
                var unused = channel.close();
            }
        });
    }

    private static boolean isOfTheHandshake(String name) {
        return name.equalsIgnoreCase("sec-websocket-accept") || name.equalsIgnoreCase("sec-websocket-extensions");
    }
}
