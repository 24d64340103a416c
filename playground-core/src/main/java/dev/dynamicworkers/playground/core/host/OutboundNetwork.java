package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.api.url.WebUrl;
import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.ConnectCall;
import dev.dynamicworkers.playground.core.io.FetchCall;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import dev.dynamicworkers.playground.core.network.Connector;
import dev.dynamicworkers.playground.core.network.HostResolver;
import dev.dynamicworkers.playground.core.network.Http1Client;
import dev.dynamicworkers.playground.core.network.WebSocketClient;
import java.util.concurrent.ExecutorService;

/// The network, for requests that the rules let through: HTTP requests, web sockets and TCP connections. Called on the
/// event loop's thread; connections are handled on virtual threads.
final class OutboundNetwork implements AutoCloseable {
    private final Connector connector;
    private final Http1Client client;
    private final OutboundHttp http;
    private final OutboundSocket sockets;
    private final OutboundTcp tcp;

    OutboundNetwork(EventLoop loop, ExecutorService executor, HostResolver resolver, Tripwire tripwire) {
        connector = new Connector(resolver);
        client = new Http1Client(connector, executor);
        http = new OutboundHttp(client, loop, executor, tripwire);
        sockets = new OutboundSocket(new WebSocketClient(connector, executor), http, loop, executor, tripwire);
        tcp = new OutboundTcp(connector, loop, executor, tripwire);
    }

    void fetch(FetchMessage message, WebUrl url, Pass pass, FetchCall call) {
        if (OutboundSocket.isUpgrade(message)) {
            sockets.open(message, url, pass, call);
        } else {
            http.fetch(message, url, pass, call);
        }
    }

    /// @param tls whether the connection begins with a TLS handshake
    void connect(boolean tls, Pass pass, ConnectCall call) {
        tcp.connect(tls, pass, call);
    }

    /// Connections that are kept for later requests were opened under rules that no longer hold.
    void forgetConnections() {
        client.forgetConnections();
    }

    @Override
    public void close() {
        client.close();
        connector.close();
    }
}
