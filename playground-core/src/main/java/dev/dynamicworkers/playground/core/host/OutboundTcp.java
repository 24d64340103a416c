package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.ConnectCall;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.Outbound;
import dev.dynamicworkers.playground.core.io.StreamSink;
import dev.dynamicworkers.playground.core.network.AddressDeniedException;
import dev.dynamicworkers.playground.core.network.Connector;
import dev.dynamicworkers.playground.core.network.Destination;
import dev.dynamicworkers.playground.core.project.network.NetworkTarget;
import dev.dynamicworkers.playground.core.project.secret.Secrets;
import dev.dynamicworkers.playground.core.trace.SecretLeak;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// TCP connections, with TLS where asked for. Called on the event loop's thread; sockets are used on virtual threads.
final class OutboundTcp {
    private final Connector connector;
    private final EventLoop loop;
    private final ExecutorService executor;
    private final Tripwire tripwire;

    OutboundTcp(Connector connector, EventLoop loop, ExecutorService executor, Tripwire tripwire) {
        this.connector = connector;
        this.tripwire = tripwire;
        this.loop = loop;
        this.executor = executor;
    }

    void connect(boolean tls, Pass pass, ConnectCall call) {
        NetworkTarget target = pass.attempt().target();
        executor.execute(() -> {
            Socket socket = null;
            try {
                socket = connector.connect(new Destination(target.host(), target.port(), tls, pass.grants()));
                open(socket, call, pass);
            } catch (AddressDeniedException denied) {
                loop.post(() -> call.fail(OutboundHttp.denial(pass, denied)));
            } catch (IOException | IllegalArgumentException e) {
                if (socket != null) {
                    connector.release(socket);
                }
                fail(call, pass, target.url(), e);
            }
        });
    }

    private void open(Socket socket, ConnectCall call, Pass pass) throws IOException {
        String where = pass.attempt().target().url();
        Secrets.Scanner scanner = tripwire.watch(call.sender(), SecretLeak.Place.REQUEST_BODY, where);
        var opened = new ConnectCall.ByteSocket(
                new InputStreamSource(loop, executor, socket.getInputStream()),
                new SocketSink(socket, loop, executor, scanner),
                text(socket.getLocalAddress(), socket.getLocalPort()),
                text(socket.getInetAddress(), socket.getPort()),
                new Connection(socket, pass));
        loop.post(() -> {
            pass.attempt().passed();
            call.opened(opened);
        });
    }

    private void fail(ConnectCall call, Pass pass, String target, Exception e) {
        String reason = switch (e) {
            case UnknownHostException unknown -> "the host is not known";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
        Failure failure = Failure.of(
                "Error",
                "proxy request failed, cannot connect to the specified address: " + target + ": " + reason,
                Failure.Remoteness.LOCAL);
        loop.post(() -> {
            pass.attempt().failed(SubrequestRecord.Decision.ALLOWED, reason);
            call.fail(failure);
        });
    }

    private static String text(InetAddress address, int port) {
        return new Outbound.Address(address.getHostAddress(), port, /* tls= */ false).toString();
    }

    /// Operations on one connection.
    private final class Connection implements ConnectCall.Control {
        private final Socket socket;
        private final Pass pass;
        private boolean passedOn;

        Connection(Socket socket, Pass pass) {
            this.socket = socket;
            this.pass = pass;
        }

        @Override
        public void close() {
            if (!passedOn) {
                executor.execute(() -> connector.release(socket));
            }
        }

        @Override
        public void startTls(String host, ConnectCall call) {
            passedOn = true;
            executor.execute(() -> {
                try {
                    open(connector.secured(socket, host), call, pass);
                } catch (IOException | IllegalArgumentException e) {
                    connector.release(socket);
                    fail(call, pass, host, e);
                }
            });
        }
    }

    /// What is sent, one blocking write after the other.
    private static final class SocketSink implements StreamSink {
        private final Socket socket;
        private final EventLoop loop;
        private final Executor executor;
        private final Secrets.Scanner scanner;
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private boolean busy;

        SocketSink(Socket socket, EventLoop loop, Executor executor, Secrets.Scanner scanner) {
            this.scanner = scanner;
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

        private void write(byte[] bytes) throws IOException {
            scanner.accept(bytes, 0, bytes.length);
            socket.getOutputStream().write(bytes);
        }

        private void run(String operation, byte @Nullable [] bytes, Consumer<@Nullable Failure> done) {
            Failure failure = null;
            try {
                switch (operation) {
                    case "write" -> write(bytes == null ? new byte[0] : bytes);
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
