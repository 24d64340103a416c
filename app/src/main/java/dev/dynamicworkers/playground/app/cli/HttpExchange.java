package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.runtime.Header;
import dev.dynamicworkers.playground.core.runtime.ResponseListener;
import dev.dynamicworkers.playground.core.runtime.WorkerSocket;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One request and its response. The request's side is called on the network thread, the listener's methods on the
/// answering thread, which waits here while the client does not take what was written.
final class HttpExchange implements ResponseListener {
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final Channel channel;
    private final String method;
    private final boolean keepAlive;
    private final boolean canChunk;
    private final Runnable over;
    private final @Nullable SocketUpgrade upgrade;
    private final ClientBody requestBody;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean gone;
    private boolean finished;
    private @Nullable Runnable onGone;
    private boolean requestComplete;
    private boolean closes;
    private boolean headSent;

    /// @param keepAlive whether the client wants to send more requests
    /// @param canChunk whether the client understands chunks, as HTTP/1.1 does
    /// @param over runs when the response is written and the connection goes on
    /// @param upgrade what the request asks for, or null
    HttpExchange(
            Channel channel,
            String method,
            boolean keepAlive,
            boolean canChunk,
            Runnable over,
            @Nullable SocketUpgrade upgrade) {
        this.channel = channel;
        this.method = method;
        this.keepAlive = keepAlive;
        this.canChunk = canChunk;
        this.over = over;
        this.upgrade = upgrade;
        requestBody = new ClientBody(reading -> channel.config().setAutoRead(reading));
    }

    ClientBody requestBody() {
        return requestBody;
    }

    /// A piece of the request body, copied.
    void body(ByteBuf piece) {
        if (piece.isReadable()) {
            var bytes = new byte[piece.readableBytes()];
            piece.readBytes(bytes);
            requestBody.add(bytes);
        }
    }

    void requestComplete() {
        requestComplete = true;
        requestBody.end();
    }

    boolean isRequestComplete() {
        return requestComplete;
    }

    /// The client closed the connection.
    void clientGone() {
        Runnable cancel;
        lock.lock();
        try {
            gone = true;
            cancel = finished ? null : onGone;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        requestBody.breakOff();
        if (cancel != null) {
            Thread.ofVirtual().name("http-cancel").start(cancel);
        }
    }

    void writabilityChanged() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Lets the service answer. Runs on the answering thread.
    void answer(HttpService service, HttpRequest request) {
        var cancel = service.answer(request, this);
        boolean late;
        lock.lock();
        try {
            onGone = cancel;
            late = gone && !finished;
        } finally {
            lock.unlock();
        }
        if (late) {
            cancel.run();
        }
    }

    @Override
    public void head(int status, String statusText, List<Header> headers) {
        var reason = statusText.isEmpty() ? HttpResponseStatus.valueOf(status).reasonPhrase() : statusText;
        var response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, new HttpResponseStatus(status, reason));
        for (var header : headers) {
            if (!isOfTheConnection(header.name())) {
                response.headers().add(header.name(), header.value());
            }
        }
        boolean mayHaveBody = status >= 200 && status != NO_CONTENT && status != NOT_MODIFIED && !method.equals("HEAD");
        boolean lengthIsKnown = response.headers().contains(HttpHeaderNames.CONTENT_LENGTH);
        closes = !keepAlive;
        if (mayHaveBody && !lengthIsKnown) {
            if (canChunk) {
                HttpUtil.setTransferEncodingChunked(response, /* chunked= */ true);
            } else {
                closes = true;
            }
        }
        if (closes) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (!canChunk) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        }
        headSent = true;
        var unused = channel.writeAndFlush(response, channel.voidPromise());
    }

    @Override
    public boolean upgrade(List<Header> headers, WorkerSocket socket) {
        if (upgrade == null) {
            return false;
        }
        lock.lock();
        try {
            if (gone) {
                return false;
            }
            finished = true;
        } finally {
            lock.unlock();
        }
        upgrade.accept(channel, headers, socket);
        return true;
    }

    @Override
    public void chunk(byte[] bytes) {
        awaitWritable();
        var unused =
                channel.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(bytes)), channel.voidPromise());
    }

    @Override
    public void end(boolean complete) {
        lock.lock();
        try {
            finished = true;
        } finally {
            lock.unlock();
        }
        if (!complete || !headSent) {
            // A client must not take half a body for a whole one.
            var unused = channel.close();
            return;
        }
        var written = channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
        if (closes || !requestBody.isEnded()) {
            written.addListener(ChannelFutureListener.CLOSE);
        } else {
            over.run();
        }
    }

    private void awaitWritable() {
        lock.lock();
        try {
            while (!gone && !channel.isWritable()) {
                changed.await();
            }
            if (gone) {
                throw new UncheckedIOException(new IOException("the client is gone"));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(
                    new InterruptedIOException("interrupted while the client took the response"));
        } finally {
            lock.unlock();
        }
    }

    static boolean isOfTheConnection(String name) {
        return name.equalsIgnoreCase("connection")
                || name.equalsIgnoreCase("keep-alive")
                || name.equalsIgnoreCase("transfer-encoding")
                || name.equalsIgnoreCase("upgrade");
    }
}
