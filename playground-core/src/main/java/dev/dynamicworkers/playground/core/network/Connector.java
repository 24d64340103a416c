package dev.dynamicworkers.playground.core.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Opens connections. A name is looked up once, every address that comes of it is checked, and the connection goes to
/// one of these addresses: a second answer of the resolver can't lead it anywhere else. Safe on any thread; blocks.
public final class Connector implements AutoCloseable {
    /// How long one address has to answer, where there are several.
    private static final Duration TRY_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);
    private static final System.Logger LOG = System.getLogger(Connector.class.getName());

    private final HostResolver resolver;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    // volatile: set by whoever closes, read by those who connect
    private volatile boolean closed;

    public Connector(HostResolver resolver) {
        this.resolver = resolver;
    }

    /// Connects.
    ///
    /// @throws AddressDeniedException when the host is at an address that it may not be at
    public Socket connect(Destination target) throws IOException {
        List<InetAddress> addresses = checked(target);
        IOException failure = new UnknownHostException(target.host());
        for (InetAddress address : addresses) {
            Socket socket = new Socket();
            open.add(socket);
            try {
                Duration patience = addresses.size() > 1 ? TRY_TIMEOUT : CONNECT_TIMEOUT;
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(address, target.port()), (int) patience.toMillis());
                if (closed) {
                    throw new IOException("the project is closed");
                }
                return target.tls() ? secured(socket, target.host()) : socket;
            } catch (IOException | IllegalArgumentException refused) {
                release(socket);
                failure = refused instanceof IOException io ? io : new IOException(refused);
            }
        }
        throw failure;
    }

    /// Goes on in TLS on a connection.
    ///
    /// @param host name that the certificate has to be for
    public Socket secured(Socket plain, String host) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket secure = (SSLSocket) factory.createSocket(plain, host, plain.getPort(), /* autoClose= */ true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        open.add(secure);
        open.remove(plain);
        return secure;
    }

    /// Closes a connection; one that is closed already is let go of.
    public void release(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "closing a connection failed", e);
        }
    }

    /// Connections that are open, for tests of leaks.
    int openConnections() {
        return open.size();
    }

    /// All addresses of the host: one that may not be reached spoils the rest, since nobody could tell which one is
    /// meant.
    private List<InetAddress> checked(Destination target) throws IOException {
        List<InetAddress> addresses = addresses(target);
        for (InetAddress address : addresses) {
            if (!target.permits(address)) {
                String text = address.getHostAddress();
                String who = target.isAddress() ? text : target.host() + " is at " + text + ", and that";
                throw new AddressDeniedException(
                        who + " is " + AddressKind.of(address).words(), text);
            }
        }
        return addresses;
    }

    private List<InetAddress> addresses(Destination target) throws UnknownHostException {
        if (target.isAddress()) {
            try {
                return List.of(InetAddress.ofLiteral(target.host()));
            } catch (IllegalArgumentException notOne) {
                throw new UnknownHostException(target.host());
            }
        }
        if (target.isLocalhost()) {
            return List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"));
        }
        List<InetAddress> addresses = new ArrayList<>(resolver.resolve(target.host()));
        if (addresses.isEmpty()) {
            throw new UnknownHostException(target.host());
        }
        return addresses;
    }

    /// Closes all connections. Idempotent.
    @Override
    public void close() {
        closed = true;
        open.forEach(this::release);
    }
}
