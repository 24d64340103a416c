package dev.dynamicworkers.playground.core.network;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/// One connection that speaks HTTP/1.1, one request at a time. Blocks; used by one thread at a time, besides one that
/// sends a streamed body.
final class Http1Connection {
    private static final int BUFFER = 16 * 1024;
    private static final int MOST_INTERIM = 20;
    private static final System.Logger LOG = System.getLogger(Http1Connection.class.getName());

    private final Socket socket;
    private final InputStream input;
    private final OutputStream output;
    // volatile: set by the thread that sends a body, read by the one that reads the response
    private volatile boolean sending;
    private long idleSinceNanos;

    Http1Connection(Socket socket) throws IOException {
        this.socket = socket;
        input = new BufferedInputStream(socket.getInputStream(), BUFFER);
        output = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    }

    Socket socket() {
        return socket;
    }

    InputStream input() {
        return input;
    }

    OutputStream output() {
        return output;
    }

    InetAddress address() {
        return socket.getInetAddress();
    }

    /// Whether a body is still on its way out, so that nothing else can be sent.
    boolean isSending() {
        return sending;
    }

    void idle() {
        idleSinceNanos = System.nanoTime();
    }

    long idleNanos() {
        return System.nanoTime() - idleSinceNanos;
    }

    /// Sends a request and reads the head of its response.
    ///
    /// @param uploads runs the sending of a streamed body
    Http1Head exchange(Http1Request request, Executor uploads) throws IOException {
        List<HttpField> own = new ArrayList<>();
        switch (request.content()) {
            case Http1Request.Content.None none -> {
                if (request.method().equals("POST") || request.method().equals("PUT")) {
                    own.add(new HttpField("content-length", "0"));
                }
            }
            case Http1Request.Content.Whole(byte[] bytes) ->
                own.add(new HttpField("content-length", String.valueOf(bytes.length)));
            case Http1Request.Content.Streamed(InputStream body, long length) ->
                own.add(
                        length < 0
                                ? new HttpField("transfer-encoding", "chunked")
                                : new HttpField("content-length", String.valueOf(length)));
        }
        output.write(request.head(own));
        switch (request.content()) {
            case Http1Request.Content.None none -> output.flush();
            case Http1Request.Content.Whole(byte[] bytes)
            when bytes.length <= BUFFER -> {
                output.write(bytes);
                output.flush();
            }
            // A server may answer before it has read everything, and may not read on before its answer is read.
            case Http1Request.Content.Whole(byte[] bytes) -> upload(() -> output.write(bytes), uploads);
            case Http1Request.Content.Streamed(InputStream body, long length) ->
                upload(() -> send(body, length), uploads);
        }
        Http1Head head = Http1Head.read(input);
        for (int i = 0; head.status() < 200 && head.status() != 101; i++) {
            if (i == MOST_INTERIM) {
                throw new IOException("the server sent more than " + MOST_INTERIM + " interim responses");
            }
            head = Http1Head.read(input);
        }
        return head;
    }

    private interface Upload {
        void run() throws IOException;
    }

    private void upload(Upload upload, Executor uploads) {
        sending = true;
        uploads.execute(() -> {
            try {
                upload.run();
                output.flush();
                sending = false;
            } catch (IOException refused) {
                // A server may answer without reading everything: what it says is read from the connection.
                LOG.log(System.Logger.Level.DEBUG, "a server took no more of a request body", refused);
            }
        });
    }

    private void send(InputStream body, long length) throws IOException {
        if (length < 0) {
            sendChunks(body);
        } else {
            sendExactly(body, length);
        }
    }

    /// A body that is shorter or longer than was said ends the connection.
    private void sendExactly(InputStream body, long length) throws IOException {
        try (body) {
            byte[] buffer = new byte[BUFFER];
            long left = length;
            for (int count = next(body, buffer); count >= 0; count = next(body, buffer)) {
                if (count > left) {
                    socket.close();
                    throw new IOException("the body is longer than its content-length");
                }
                output.write(buffer, 0, count);
                output.flush();
                left -= count;
            }
            if (left > 0) {
                socket.close();
                throw new IOException("the body is shorter than its content-length");
            }
        }
    }

    private void sendChunks(InputStream body) throws IOException {
        try (body) {
            byte[] buffer = new byte[BUFFER];
            for (int count = next(body, buffer); count >= 0; count = next(body, buffer)) {
                if (count > 0) {
                    output.write((Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    output.write(buffer, 0, count);
                    output.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                    output.flush();
                }
            }
            output.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    /// Without its end the server can't take the request for a whole one.
    private int next(InputStream body, byte[] buffer) throws IOException {
        try {
            return body.read(buffer);
        } catch (IOException broken) {
            socket.close();
            throw broken;
        }
    }
}
