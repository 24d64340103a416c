package dev.dynamicworkers.playground.app.cli;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerExpectContinueHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/// An HTTP/1.1 server on the loopback address, and on no other: it streams both ways and notices a client that leaves.
/// Network work is done on two threads of its own; answers are made on virtual threads.
final class HttpFront implements AutoCloseable {
    private static final int HIGH_WATER = 256 * 1024;
    private static final int LOW_WATER = 64 * 1024;

    private final EventLoopGroup loops;
    private final Channel channel;

    private HttpFront(EventLoopGroup loops, Channel channel) {
        this.loops = loops;
        this.channel = channel;
    }

    /// Starts to listen.
    ///
    /// @param port 0 for any free one
    /// @throws IOException when the port is taken
    static HttpFront listen(int port, HttpService service) throws IOException, InterruptedException {
        var loops = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
        var bootstrap = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(LOW_WATER, HIGH_WATER))
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel client) {
                        client.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpServerExpectContinueHandler())
                                .addLast(new HttpConnection(service));
                    }
                });
        var bound = bootstrap
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .await();
        if (!bound.isSuccess()) {
            var unused = loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            throw new IOException(bound.cause().getMessage(), bound.cause());
        }
        return new HttpFront(loops, bound.channel());
    }

    /// The port it listens on.
    int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /// Closes all connections.
    @Override
    public void close() {
        channel.close().awaitUninterruptibly(1, TimeUnit.SECONDS);
        loops.shutdownGracefully(0, 500, TimeUnit.MILLISECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
    }
}
