package dev.dynamicworkers.playground.core.network;

import dev.dynamicworkers.playground.core.worker.SocketMessage;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;

/// An open web socket at the client's end. One thread receives, any thread sends; both block. Pings are answered.
public final class WebSocketConnection {
    private static final int STATUS_BYTES = 2;

    private final DataInputStream input;
    private final OutputStream output;
    private final Runnable release;
    private final ReentrantLock sending = new ReentrantLock();
    // volatile: each is set by one side of the connection and read by the other
    private volatile boolean closeSent;
    private volatile boolean closeReceived;

    /// @param release lets go of the connection
    WebSocketConnection(DataInputStream input, OutputStream output, Runnable release) {
        this.input = input;
        this.output = output;
        this.release = release;
    }

    /// Waits for the next message; nothing follows [SocketMessage.Close] and [SocketMessage.Lost].
    public SocketMessage receive() {
        try {
            return next();
        } catch (WebSocketViolation violation) {
            sayClose(violation.code());
            release.run();
            return new SocketMessage.Lost("WebSocket connection lost: " + violation.getMessage());
        } catch (IOException lost) {
            release.run();
            String reason = lost.getMessage() == null ? "the connection ended" : lost.getMessage();
            return new SocketMessage.Lost("WebSocket connection lost: " + reason);
        }
    }

    private SocketMessage next() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        int kind = WebSocketFrame.CONTINUATION;
        while (true) {
            WebSocketFrame frame = WebSocketFrame.read(input);
            switch (frame.opcode()) {
                case WebSocketFrame.PING -> write(WebSocketFrame.whole(WebSocketFrame.PONG, frame.payload()));
                case WebSocketFrame.PONG -> {}
                case WebSocketFrame.CLOSE -> {
                    return closed(frame.payload());
                }
                default -> {
                    boolean begins = frame.opcode() != WebSocketFrame.CONTINUATION;
                    if (begins != (kind == WebSocketFrame.CONTINUATION)) {
                        throw new WebSocketViolation(WebSocketViolation.PROTOCOL_ERROR, "frames out of order");
                    }
                    kind = begins ? frame.opcode() : kind;
                    if (message.size() + frame.payload().length > WebSocketFrame.MOST_BYTES) {
                        throw new WebSocketViolation(WebSocketViolation.TOO_BIG, "a message of more than 32 MiB");
                    }
                    message.writeBytes(frame.payload());
                    if (frame.last()) {
                        return kind == WebSocketFrame.TEXT
                                ? new SocketMessage.Text(text(message.toByteArray(), 0))
                                : new SocketMessage.Binary(message.toByteArray());
                    }
                }
            }
        }
    }

    private SocketMessage closed(byte[] payload) throws IOException {
        if (payload.length == 1) {
            throw new WebSocketViolation(WebSocketViolation.PROTOCOL_ERROR, "a malformed closing frame");
        }
        closeReceived = true;
        int code = payload.length == 0 ? SocketMessage.NO_STATUS : (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
        String reason = payload.length <= STATUS_BYTES ? "" : text(payload, STATUS_BYTES);
        if (closeSent) {
            release.run();
        }
        return new SocketMessage.Close(code, reason);
    }

    private static String text(byte[] bytes, int from) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new WebSocketViolation(WebSocketViolation.NOT_UTF8, "a text that is not UTF-8");
        }
    }

    /// Sends a message. After [SocketMessage.Close] the server has the last word; [SocketMessage.Lost] ends the
    /// connection at once.
    public void send(SocketMessage message) throws IOException {
        switch (message) {
            case SocketMessage.Text(String text) ->
                write(WebSocketFrame.whole(WebSocketFrame.TEXT, text.getBytes(StandardCharsets.UTF_8)));
            case SocketMessage.Binary(byte[] bytes) -> write(WebSocketFrame.whole(WebSocketFrame.BINARY, bytes));
            case SocketMessage.Close(int code, String reason) -> {
                write(WebSocketFrame.whole(WebSocketFrame.CLOSE, status(code, reason)));
                closeSent = true;
                if (closeReceived) {
                    release.run();
                }
            }
            case SocketMessage.Lost lost -> release.run();
        }
    }

    private static byte[] status(int code, String reason) {
        if (code == SocketMessage.NO_STATUS) {
            return new byte[0];
        }
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(STATUS_BYTES + text.length)
                .putShort((short) code)
                .put(text)
                .array();
    }

    private void sayClose(int code) {
        try {
            write(WebSocketFrame.whole(WebSocketFrame.CLOSE, status(code, "")));
        } catch (IOException gone) {
            // The server is gone, so there is nobody to tell.
            closeSent = true;
        }
    }

    private void write(WebSocketFrame frame) throws IOException {
        sending.lock();
        try {
            frame.write(output);
        } finally {
            sending.unlock();
        }
    }
}
