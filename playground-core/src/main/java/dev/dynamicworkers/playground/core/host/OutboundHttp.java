package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.Body;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.FetchCall;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/// Requests to the network over HTTP. Called on the event loop's thread; connections are handled on virtual threads.
final class OutboundHttp {
    /// Fields that the client sets itself.
    private static final Set<String> OWN_FIELDS =
            Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding");

    private final HttpClient client;
    private final ExecutorService executor;
    private final EventLoop loop;

    OutboundHttp(HttpClient client, EventLoop loop, ExecutorService executor) {
        this.client = client;
        this.loop = loop;
        this.executor = executor;
    }

    void fetch(FetchMessage message, FetchCall call) {
        executor.execute(() -> send(message, call));
    }

    private void send(FetchMessage message, FetchCall call) {
        try {
            HttpResponse<InputStream> response =
                    client.send(request(message), HttpResponse.BodyHandlers.ofInputStream());
            InputStream body = decoded(response);
            loop.post(() -> call.respond(new FetchCall.Answer(
                    response.statusCode(), "", headers(response.headers()), body(message, response, body), null)));
        } catch (IOException | IllegalArgumentException e) {
            fail(call, message, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(call, message, e);
        }
    }

    private void fail(FetchCall call, FetchMessage message, Exception e) {
        String text = failureText(message, e);
        loop.post(() -> call.fail(Failure.of("Error", text, Failure.Remoteness.LOCAL)));
    }

    static String failureText(FetchMessage message, Throwable e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return "Network connection failed: " + message.method() + " " + message.url() + ": " + reason;
    }

    private HttpRequest request(FetchMessage message) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(message.url()));
        String[] fields =
                message.headers().isEmpty() ? new String[0] : message.headers().split("\n", -1);
        boolean namesEncoding = false;
        for (int i = 0; i + 1 < fields.length; i += 2) {
            String name = fields[i].toLowerCase(Locale.ROOT);
            namesEncoding |= name.equals("accept-encoding");
            if (!OWN_FIELDS.contains(name)) {
                builder.header(name, fields[i + 1]);
            }
        }
        if (!namesEncoding) {
            builder.header("accept-encoding", "gzip, deflate, br");
        }
        return builder.method(message.method(), publisher(message.body())).build();
    }

    private HttpRequest.BodyPublisher publisher(Body body) {
        return switch (body) {
            case Body.None none -> HttpRequest.BodyPublishers.noBody();
            case Body.Text(String text) -> HttpRequest.BodyPublishers.ofString(text, StandardCharsets.UTF_8);
            case Body.Bytes(byte[] bytes) -> HttpRequest.BodyPublishers.ofByteArray(bytes);
            case Body.Stream(var source) ->
                HttpRequest.BodyPublishers.ofInputStream(() -> new PulledInputStream(loop, source));
        };
    }

    static String headers(HttpHeaders headers) {
        StringBuilder text = new StringBuilder();
        headers.map().forEach((name, values) -> {
            for (String value : values) {
                if (!name.startsWith(":")) {
                    text.append(text.isEmpty() ? "" : "\n")
                            .append(name)
                            .append('\n')
                            .append(value);
                }
            }
        });
        return text.toString();
    }

    private static InputStream decoded(HttpResponse<InputStream> response) throws IOException {
        String encoding =
                response.headers().firstValue("content-encoding").orElse("").toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(response.body());
            case "deflate" -> new InflaterInputStream(response.body());
            case "br" -> new BrotliInputStream(response.body());
            default -> response.body();
        };
    }

    private Body body(FetchMessage message, HttpResponse<InputStream> response, InputStream body) {
        int status = response.statusCode();
        if (message.method().equals("HEAD") || status == 204 || status == 205 || status == 304) {
            return Body.NONE;
        }
        return new Body.Stream(new InputStreamSource(loop, executor, body));
    }
}
