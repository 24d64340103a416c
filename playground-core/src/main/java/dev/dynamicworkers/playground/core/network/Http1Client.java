package dev.dynamicworkers.playground.core.network;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Sends requests over HTTP/1.1, as the platform's own runtime does. Connections are kept for a moment and used again
/// for the same host, where the rules of the next request let it reach their address as well. Safe on any thread;
/// blocks.
public final class Http1Client implements AutoCloseable {
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MOST_KEPT = 32;

    private final Connector connector;
    private final Executor executor;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final List<Kept> kept = new ArrayList<>();

    @GuardedBy("lock")
    private boolean closed;

    private record Kept(String host, int port, boolean tls, Http1Connection connection) {}

    /// @param executor runs the sending of bodies
    public Http1Client(Connector connector, Executor executor) {
        this.connector = connector;
        this.executor = executor;
    }

    /// Sends a request.
    ///
    /// @return the response once its head is there
    /// @throws AddressDeniedException when the host is at an address that it may not be at
    public Http1Response send(Http1Request request) throws IOException {
        Http1Connection known = request.isRepeatable() ? take(request.destination()) : null;
        if (known != null) {
            try {
                return answer(request, known);
            } catch (EOFException | SocketException gone) {
                // The server had closed the connection while nobody used it.
                connector.release(known.socket());
            }
        }
        return answer(request, new Http1Connection(connector.connect(request.destination())));
    }

    private Http1Response answer(Http1Request request, Http1Connection connection) throws IOException {
        Http1Head head;
        InputStream body;
        try {
            head = connection.exchange(request, executor);
            if (head.status() == 101) {
                throw new IOException("the server switched protocols, for which nobody asked");
            }
            boolean reusable = !head.has("connection", "close");
            Http1Head read = head;
            body = Http1Body.of(
                    read, request.method(), connection.input(), whole -> ended(request, connection, whole && reusable));
        } catch (IOException | IllegalArgumentException broken) {
            connector.release(connection.socket());
            throw broken;
        }
        return new Http1Response(head.status(), head.reason(), head.fields(), body);
    }

    private void ended(Http1Request request, Http1Connection connection, boolean reusable) {
        Destination to = request.destination();
        synchronized (lock) {
            if (reusable && !closed && !connection.isSending() && kept.size() < MOST_KEPT) {
                connection.idle();
                kept.add(new Kept(to.host(), to.port(), to.tls(), connection));
                return;
            }
        }
        connector.release(connection.socket());
    }

    private @Nullable Http1Connection take(Destination to) {
        List<Http1Connection> stale = new ArrayList<>();
        Http1Connection found = null;
        synchronized (lock) {
            for (Iterator<Kept> each = kept.iterator(); each.hasNext(); ) {
                Kept one = each.next();
                if (one.connection.idleNanos() > KEPT.toNanos()) {
                    stale.add(one.connection);
                    each.remove();
                } else if (found == null
                        && one.host.equals(to.host())
                        && one.port == to.port()
                        && one.tls == to.tls()
                        && to.permits(one.connection.address())) {
                    found = one.connection;
                    each.remove();
                }
            }
        }
        stale.forEach(connection -> connector.release(connection.socket()));
        return found;
    }

    /// Lets go of connections that are kept, for example because the rules have changed.
    public void forgetConnections() {
        List<Kept> all;
        synchronized (lock) {
            all = List.copyOf(kept);
            kept.clear();
        }
        all.forEach(each -> connector.release(each.connection.socket()));
    }

    /// Keeps no connection any more. Idempotent.
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
        }
        forgetConnections();
    }
}
