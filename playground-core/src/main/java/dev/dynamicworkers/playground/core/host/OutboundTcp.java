package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.ConnectCall;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.Outbound;
import dev.dynamicworkers.playground.core.io.StreamSink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// TCP connections, with TLS where asked for. Called on the event loop's thread; sockets are used on virtual threads.
final class OutboundTcp {
    private static final System.Logger LOG = System.getLogger(OutboundTcp.class.getName());

    private final EventLoop loop;
    private final ExecutorService executor;

    OutboundTcp(EventLoop loop, ExecutorService executor) {
        this.loop = loop;
        this.executor = executor;
    }

    void connect(Outbound.Address target, ConnectCall call) {
        executor.execute(() -> {
            Socket socket = new Socket();
            try {
                InetAddress address = InetAddress.getByName(target.host());
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(address, target.port()), (int)
                        OutboundNetwork.CONNECT_TIMEOUT.toMillis());
                open(target.tls() ? secured(socket, target.host()) : socket, call);
            } catch (IOException | IllegalArgumentException e) {
                release(socket);
                fail(call, target.toString(), e);
            }
        });
    }

    private void open(Socket socket, ConnectCall call) throws IOException {
        var opened = new ConnectCall.ByteSocket(
                new InputStreamSource(loop, executor, socket.getInputStream()),
                new SocketSink(socket, loop, executor),
                text(socket.getLocalAddress(), socket.getLocalPort()),
                text(socket.getInetAddress(), socket.getPort()),
                new Connection(socket));
        loop.post(() -> call.opened(opened));
    }

    private void fail(ConnectCall call, String target, Exception e) {
        String reason = switch (e) {
            case UnknownHostException unknown -> "the host is not known";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
        Failure failure = Failure.of(
                "Error",
                "proxy request failed, cannot connect to the specified address: " + target + ": " + reason,
                Failure.Remoteness.LOCAL);
        loop.post(() -> call.fail(failure));
    }

    /// The same connection under TLS; the certificate has to be for the host.
    private static Socket secured(Socket plain, String host) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket secure = (SSLSocket) factory.createSocket(plain, host, plain.getPort(), /* autoClose= */ true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private static String text(InetAddress address, int port) {
        return new Outbound.Address(address.getHostAddress(), port, /* tls= */ false).toString();
    }

    private static void release(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "closing a connection failed", e);
        }
    }

    /// Operations on one connection.
    private final class Connection implements ConnectCall.Control {
        private final Socket socket;
        private boolean passedOn;

        Connection(Socket socket) {
            this.socket = socket;
        }

        @Override
        public void close() {
            if (!passedOn) {
                executor.execute(() -> release(socket));
            }
        }

        @Override
        public void startTls(String host, ConnectCall call) {
            passedOn = true;
            executor.execute(() -> {
                try {
                    open(secured(socket, host), call);
                } catch (IOException | IllegalArgumentException e) {
                    release(socket);
                    fail(call, host, e);
                }
            });
        }
    }

    /// What is sent, one blocking write after the other.
    private static final class SocketSink implements StreamSink {
        private final Socket socket;
        private final EventLoop loop;
        private final Executor executor;
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private boolean busy;

        SocketSink(Socket socket, EventLoop loop, Executor executor) {
            this.socket = socket;
            this.loop = loop;
            this.executor = executor;
        }

        @Override
        public void operate(String operation, byte @Nullable [] bytes, Consumer<@Nullable Failure> done) {
            waiting.add(() -> run(operation, bytes, done));
            next();
        }

        private void next() {
            Runnable first = busy ? null : waiting.poll();
            if (first != null) {
                busy = true;
                executor.execute(first);
            }
        }

        private void run(String operation, byte @Nullable [] bytes, Consumer<@Nullable Failure> done) {
            Failure failure = null;
            try {
                switch (operation) {
                    case "write" -> socket.getOutputStream().write(bytes == null ? new byte[0] : bytes);
                    case "close" -> socket.shutdownOutput();
                    default -> socket.close();
                }
            } catch (IOException e) {
                failure = Failure.of("Error", "Network connection lost: " + e.getMessage(), Failure.Remoteness.LOCAL);
            }
            Failure told = failure;
            loop.post(() -> {
                busy = false;
                done.accept(told);
                next();
            });
        }
    }
}
