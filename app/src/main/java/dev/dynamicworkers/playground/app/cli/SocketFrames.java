package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.runtime.WorkerSocket;
import dev.dynamicworkers.playground.core.worker.SocketMessage;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.jspecify.annotations.Nullable;

/// Frames of one web socket, between its client and the worker that accepted it. The client is not read while the
/// worker is behind, and the worker's next message is taken when the client has taken the one before. Runs on the
/// connection's network thread.
final class SocketFrames extends SimpleChannelInboundHandler<WebSocketFrame> {
    private static final int NO_STATUS = SocketMessage.NO_STATUS;

    private final WorkerSocket worker;
    private boolean clientClosed;
    private boolean workerClosed;

    SocketFrames(WorkerSocket worker) {
        this.worker = worker;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        takeNext(context);
    }

    // ---- from the client ----

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        switch (frame) {
            case TextWebSocketFrame text -> take(context, new SocketMessage.Text(text.text()));
            case BinaryWebSocketFrame binary ->
                take(context, new SocketMessage.Binary(ByteBufUtil.getBytes(binary.content())));
            case PingWebSocketFrame ping -> {
                var unused = context.writeAndFlush(
                        new PongWebSocketFrame(ping.content().retain()));
            }
            case CloseWebSocketFrame close -> {
                clientClosed = true;
                worker.send(
                        close.statusCode() < 0
                                ? new SocketMessage.Close(NO_STATUS, "")
                                : new SocketMessage.Close(close.statusCode(), close.reasonText()));
                closeWhenOver(context, null);
            }
            default -> {
                // A pong that nobody asked for.
            }
        }
    }

    private void take(ChannelHandlerContext context, SocketMessage message) {
        worker.send(message);
        context.channel().config().setAutoRead(false);
        worker.whenRoom(() -> context.channel().config().setAutoRead(true));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        worker.send(new SocketMessage.Lost("WebSocket disconnected without sending Close frame."));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        // A connection that breaks, or a frame against the protocol; the worker hears of it from channelInactive.
        var unused = context.close();
    }

    // ---- from the worker ----

    private void takeNext(ChannelHandlerContext context) {
        worker.receive(message -> context.executor().execute(() -> give(context, message)));
    }

    private void give(ChannelHandlerContext context, SocketMessage message) {
        switch (message) {
            case SocketMessage.Text(String text) -> send(context, new TextWebSocketFrame(text));
            case SocketMessage.Binary(byte[] bytes) ->
                send(context, new BinaryWebSocketFrame(Unpooled.wrappedBuffer(bytes)));
            case SocketMessage.Close(int code, String reason) -> {
                workerClosed = true;
                var frame = code == NO_STATUS ? new CloseWebSocketFrame() : new CloseWebSocketFrame(code, reason);
                closeWhenOver(context, context.writeAndFlush(frame));
            }
            case SocketMessage.Lost lost -> {
                var unused = context.close();
            }
        }
    }

    private void send(ChannelHandlerContext context, WebSocketFrame frame) {
        context.writeAndFlush(frame).addListener(written -> {
            if (written.isSuccess()) {
                takeNext(context);
            }
        });
    }

    /// The connection ends once both sides have said so.
    private void closeWhenOver(ChannelHandlerContext context, @Nullable ChannelFuture written) {
        if (!clientClosed || !workerClosed) {
            return;
        }
        if (written == null) {
            var unused = context.close();
        } else {
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }
}
