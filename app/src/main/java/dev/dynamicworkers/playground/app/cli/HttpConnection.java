package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.runtime.Header;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// One connection of a client: takes its requests one after the other. Runs on the connection's network thread.
final class HttpConnection extends ChannelInboundHandlerAdapter {
    private final HttpService service;
    /// What arrived of later requests while one is answered.
    private final Queue<Object> pipelined = new ArrayDeque<>();
    private @Nullable HttpExchange current;

    HttpConnection(HttpService service) {
        this.service = service;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (current != null && current.isRequestComplete()) {
            pipelined.add(message);
            context.channel().config().setAutoRead(false);
            return;
        }
        try {
            take(context, message);
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (current != null) {
            current.writabilityChanged();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (current != null) {
            current.clientGone();
            current = null;
        }
        pipelined.forEach(ReferenceCountUtil::release);
        pipelined.clear();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        // A connection that breaks is the client's affair; the exchange hears of it from channelInactive.
        var unused = context.close();
    }

    private void take(ChannelHandlerContext context, Object message) {
        if (message instanceof io.netty.handler.codec.http.HttpRequest request) {
            if (request.decoderResult().isFailure()) {
                refuse(context);
                return;
            }
            begin(context, request);
        }
        if (message instanceof HttpContent content && current != null) {
            if (content.decoderResult().isFailure()) {
                var unused = context.close();
                return;
            }
            current.body(content.content());
            if (content instanceof LastHttpContent) {
                current.requestComplete();
            }
        }
    }

    private void begin(ChannelHandlerContext context, io.netty.handler.codec.http.HttpRequest request) {
        var headers = new ArrayList<Header>();
        request.headers().forEach(entry -> headers.add(new Header(entry.getKey(), entry.getValue())));
        var exchange = new HttpExchange(
                context.channel(),
                request.method().name(),
                HttpUtil.isKeepAlive(request),
                request.protocolVersion().isKeepAliveDefault(),
                () -> exchangeOver(context),
                SocketUpgrade.of(request));
        current = exchange;
        boolean hasBody = HttpUtil.isTransferEncodingChunked(request) || HttpUtil.getContentLength(request, 0L) > 0;
        if (!hasBody) {
            // Known now: the answer may be written before the network thread sees the request's last part.
            exchange.requestBody().end();
        }
        var taken = new HttpRequest(
                request.method().name(),
                url(context, request),
                headers,
                hasBody ? new RequestBody.Stream(exchange.requestBody()) : new RequestBody.None());
        Thread.ofVirtual().name("http-request").start(() -> exchange.answer(service, taken));
    }

    /// Goes on with the next request of the connection.
    private void exchangeOver(ChannelHandlerContext context) {
        context.executor().execute(() -> {
            current = null;
            while (!pipelined.isEmpty() && (current == null || !current.isRequestComplete())) {
                var message = pipelined.remove();
                try {
                    take(context, message);
                } finally {
                    ReferenceCountUtil.release(message);
                }
            }
            if (pipelined.isEmpty()) {
                context.channel().config().setAutoRead(true);
            }
        });
    }

    private static String url(ChannelHandlerContext context, io.netty.handler.codec.http.HttpRequest request) {
        var target = request.uri();
        if (!target.startsWith("/")) {
            return target.contains("://") ? target : "http://" + address(context) + "/";
        }
        var host = request.headers().get(HttpHeaderNames.HOST);
        return "http://" + (host == null || host.isBlank() ? address(context) : host.strip()) + target;
    }

    private static String address(ChannelHandlerContext context) {
        return "127.0.0.1:" + ((InetSocketAddress) context.channel().localAddress()).getPort();
    }

    private static void refuse(ChannelHandlerContext context) {
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.BAD_REQUEST,
                Unpooled.copiedBuffer("This is not a HTTP/1.1 request.\n", StandardCharsets.UTF_8));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
