package dev.dynamicworkers.playground.core.network;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executor;

/// Opens web sockets (RFC 6455), without extensions. Safe on any thread; blocks.
public final class WebSocketClient {
    private static final String SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int KEY_BYTES = 16;
    private static final SecureRandom KEYS = new SecureRandom();

    private final Connector connector;
    private final Executor executor;

    /// @param executor runs the sending of bodies
    public WebSocketClient(Connector connector, Executor executor) {
        this.connector = connector;
        this.executor = executor;
    }

    /// What came of a handshake.
    public sealed interface Opened {
        /// The server agreed.
        ///
        /// @param fields of its answer
        record Accepted(WebSocketConnection socket, List<HttpField> fields) implements Opened {}

        /// It answered something else.
        record Refused(Http1Response response) implements Opened {}
    }

    /// Asks for a web socket.
    ///
    /// @param request without the fields of the handshake, but with `sec-websocket-protocol` where wanted
    /// @throws AddressDeniedException when the host is at an address that it may not be at
    public Opened open(Http1Request request) throws IOException {
        byte[] nonce = new byte[KEY_BYTES];
        KEYS.nextBytes(nonce);
        String key = Base64.getEncoder().encodeToString(nonce);
        List<HttpField> fields = new ArrayList<>(request.fields());
        fields.add(new HttpField("connection", "Upgrade"));
        fields.add(new HttpField("upgrade", "websocket"));
        fields.add(new HttpField("sec-websocket-version", "13"));
        fields.add(new HttpField("sec-websocket-key", key));
        Http1Request handshake =
                new Http1Request(request.method(), request.destination(), request.target(), fields, request.content());
        Http1Connection connection = new Http1Connection(connector.connect(request.destination()));
        try {
            Http1Head head = connection.exchange(handshake, executor);
            if (head.status() != 101) {
                InputStream body = Http1Body.of(
                        head, request.method(), connection.input(), whole -> connector.release(connection.socket()));
                return new Opened.Refused(new Http1Response(head.status(), head.reason(), head.fields(), body));
            }
            boolean agreed = head.has("upgrade", "websocket")
                    && head.has("connection", "upgrade")
                    && head.fields().contains(new HttpField(acceptName(head), accept(key)));
            if (!agreed) {
                throw new IOException("the server's answer is no handshake of a web socket");
            }
            return new Opened.Accepted(
                    new WebSocketConnection(
                            new DataInputStream(connection.input()),
                            connection.output(),
                            () -> connector.release(connection.socket())),
                    head.fields());
        } catch (IOException | IllegalArgumentException broken) {
            connector.release(connection.socket());
            throw broken;
        }
    }

    /// The field's name as the server spells it.
    private static String acceptName(Http1Head head) {
        return head.fields().stream()
                .map(HttpField::name)
                .filter(name -> name.equalsIgnoreCase("sec-websocket-accept"))
                .findFirst()
                .orElse("sec-websocket-accept");
    }

    private static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + SUFFIX).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }
}
