package dev.dynamicworkers.playground.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.core.runtime.Header;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.ResponseListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Talks to the server over real sockets.
final class HttpFrontTest {
    /// Against hanging alone.
    private static final int PATIENCE_SECONDS = 120;

    private final CountDownLatch canceled = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicLong written = new AtomicLong();
    private final LinkedBlockingQueue<HttpRequest> seen = new LinkedBlockingQueue<>();
    private HttpFront front;

    @BeforeEach
    void listen() throws IOException, InterruptedException {
        front = HttpFront.listen(0, this::answer);
    }

    @AfterEach
    void close() {
        goOn.countDown();
        front.close();
    }

    @Test
    void listensOnTheLoopbackAddressOnly() throws IOException, InterruptedException {
        for (var network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (var address : Collections.list(network.getInetAddresses())) {
                if (!address.isLoopbackAddress() && !address.isLinkLocalAddress()) {
                    try (var socket = new Socket()) {
                        assertThatThrownBy(() -> socket.connect(new InetSocketAddress(address, front.port()), 1000))
                                .isInstanceOf(IOException.class);
                    }
                }
            }
        }
        assertThat(talk("GET /echo HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 OK\r\n");
    }

    @Test
    void requestArrivesAsItWasSent() throws IOException, InterruptedException {
        talk("POST /echo?a=%20b HTTP/1.1\r\n"
                + "Host: example.com\r\n"
                + "X-One: 1\r\n"
                + "X-One: 2\r\n"
                + "Content-Length: 3\r\n"
                + "Connection: close\r\n\r\n"
                + "abc");

        var request = seen.take();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.url()).isEqualTo("http://example.com/echo?a=%20b");
        assertThat(request.headers())
                .contains(new Header("Host", "example.com"), new Header("X-One", "1"), new Header("X-One", "2"));
        assertThat(request.body()).isInstanceOf(RequestBody.Stream.class);
    }

    @Test
    void bodyOfUnknownLengthIsChunked() throws IOException, InterruptedException {
        assertThat(talk("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc"))
                .contains("transfer-encoding: chunked\r\n")
                .endsWith("\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
    }

    @Test
    void oldClientsGetTheBodyUpToTheEndOfTheConnection() throws IOException, InterruptedException {
        assertThat(talk("GET /text HTTP/1.0\r\n\r\n")).doesNotContain("chunked").endsWith("\r\n\r\nsome text");
    }

    @Test
    void headHasNoBody() throws IOException, InterruptedException {
        assertThat(talk("HEAD /text HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .endsWith("\r\n\r\n")
                .doesNotContain("some text");
    }

    @Test
    void requestsOfAConnectionAreAnsweredInOrder() throws IOException, InterruptedException {
        var one = "GET /text HTTP/1.1\r\nHost: a\r\n\r\n";
        assertThat(talk(one + one
                        + "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nConnection: close\r\n\r\nz"))
                .containsSubsequence("some text", "some text", "1\r\nz\r\n0");
    }

    @Test
    void garbageIsRefused() throws IOException, InterruptedException {
        assertThat(talk("what is this\r\n\r\n")).startsWith("HTTP/1.1 400 Bad Request\r\n");
    }

    @Test
    void piecesLeaveAsTheyAreMade() throws IOException, InterruptedException {
        try (var socket = connect()) {
            send(socket, "GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
            var input = socket.getInputStream();
            assertThat(readUntil(input, "first")).contains("200 OK");
            goOn.countDown();
            assertThat(readUntil(input, "second")).isNotEmpty();
        }
    }

    @Test
    void clientThatLeavesCancelsAWaitingWorker() throws IOException, InterruptedException {
        try (var socket = connect()) {
            send(socket, "GET /never HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(seen.take().url()).endsWith("/never");
        }
        assertThat(canceled.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void workerWaitsForASlowClient() throws IOException, InterruptedException {
        try (var socket = connect()) {
            send(socket, "GET /flood HTTP/1.1\r\nHost: a\r\n\r\n");
            long before = -1;
            while (before != written.get() || before == 0) {
                before = written.get();
                TimeUnit.MILLISECONDS.sleep(200);
            }
            assertThat(before).isLessThan(20_000_000);
        }
        assertThat(canceled.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void largeUploadIsTakenPieceByPiece() throws IOException, InterruptedException {
        try (var socket = connect()) {
            send(socket, "POST /count HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\nConnection: close\r\n\r\n");
            socket.getOutputStream().write(new byte[5_000_000]);
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .contains("5000000");
        }
    }

    private Runnable answer(HttpRequest request, ResponseListener response) {
        seen.add(request);
        try {
            var path = request.url().replaceFirst("https?://[^/]+", "").replaceFirst("\\?.*", "");
            switch (path) {
                case "/echo" -> whole(response, body(request));
                case "/count" ->
                    whole(response, Integer.toString(body(request).length).getBytes(StandardCharsets.US_ASCII));
                case "/text" -> whole(response, "some text".getBytes(StandardCharsets.US_ASCII));
                case "/wait" -> {
                    response.head(200, "", List.of());
                    response.chunk("first".getBytes(StandardCharsets.US_ASCII));
                    assertThat(goOn.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
                    response.chunk("second".getBytes(StandardCharsets.US_ASCII));
                    response.end(true);
                }
                case "/flood" -> {
                    response.head(200, "", List.of());
                    for (int i = 0; i < 1_000_000; i++) {
                        response.chunk(new byte[16 * 1024]);
                        written.addAndGet(16 * 1024);
                    }
                }
                default -> {}
            }
        } catch (UncheckedIOException gone) {
            canceled.countDown();
        } catch (IOException | InterruptedException failure) {
            response.end(false);
        }
        return canceled::countDown;
    }

    private static byte[] body(HttpRequest request) throws IOException {
        return request.body() instanceof RequestBody.Stream stream
                ? stream.input().readAllBytes()
                : new byte[0];
    }

    private static void whole(ResponseListener response, byte[] body) {
        response.head(200, "OK", List.of(new Header("x-made-by", "test")));
        response.chunk(body);
        response.end(true);
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), front.port());
        socket.setSoTimeout(PATIENCE_SECONDS * 1_000);
        return socket;
    }

    private String talk(String text) throws IOException {
        try (var socket = connect()) {
            send(socket, text);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String readUntil(InputStream input, String end) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int next = input.read();
            if (next < 0) {
                break;
            }
            text.append((char) next);
        }
        return text.toString();
    }
}
