package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.ConnectCall;
import dev.dynamicworkers.playground.core.io.FetchCall;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import dev.dynamicworkers.playground.core.io.Outbound;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/// The network: HTTP requests, web sockets and TCP connections. Called on the event loop's thread; connections are
/// handled on virtual threads.
final class OutboundNetwork implements Outbound, AutoCloseable {
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient client;
    private final OutboundHttp http;
    private final OutboundSocket sockets;
    private final OutboundTcp tcp;

    OutboundNetwork(EventLoop loop, ExecutorService executor) {
        client = HttpClient.newBuilder()
                .executor(executor)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        http = new OutboundHttp(client, loop, executor);
        sockets = new OutboundSocket(client, loop);
        tcp = new OutboundTcp(loop, executor);
    }

    @Override
    public void fetch(FetchMessage message, FetchCall call) {
        if (OutboundSocket.isUpgrade(message)) {
            sockets.open(message, call);
        } else {
            http.fetch(message, call);
        }
    }

    @Override
    public void connect(Address target, ConnectCall call) {
        tcp.connect(target, call);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
