package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.api.url.WebUrl;
import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.Body;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.FetchCall;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import dev.dynamicworkers.playground.core.network.AddressDeniedException;
import dev.dynamicworkers.playground.core.network.Destination;
import dev.dynamicworkers.playground.core.network.Http1Client;
import dev.dynamicworkers.playground.core.network.Http1Request;
import dev.dynamicworkers.playground.core.network.Http1Response;
import dev.dynamicworkers.playground.core.network.HttpField;
import dev.dynamicworkers.playground.core.trace.SecretLeak;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/// Requests to the network over HTTP. Called on the event loop's thread; connections are handled on virtual threads.
final class OutboundHttp {
    /// Fields that the client sets itself.
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final Set<String> OWN_FIELDS =
            Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding");

    private final Http1Client client;
    private final ExecutorService executor;
    private final EventLoop loop;
    private final Tripwire tripwire;

    OutboundHttp(Http1Client client, EventLoop loop, ExecutorService executor, Tripwire tripwire) {
        this.client = client;
        this.loop = loop;
        this.executor = executor;
        this.tripwire = tripwire;
    }

    void fetch(FetchMessage message, WebUrl url, Pass pass, FetchCall call) {
        executor.execute(() -> send(message, url, pass, call));
    }

    private void send(FetchMessage message, WebUrl url, Pass pass, FetchCall call) {
        try {
            Http1Response response = client.send(request(message, url, pass));
            Body body = body(message, response, pass);
            loop.post(() -> call.respond(new FetchCall.Answer(
                    response.status(), response.reason(), headers(response.fields(), pass), body, null)));
        } catch (AddressDeniedException denied) {
            loop.post(() -> call.fail(denial(pass, denied)));
        } catch (IOException | IllegalArgumentException e) {
            String text = failureText(message, e);
            loop.post(() -> call.fail(Failure.of("Error", text, Failure.Remoteness.LOCAL)));
        }
    }

    /// What a worker hears when a host is where it may not be.
    static Failure denial(Pass pass, AddressDeniedException denied) {
        String message = NetworkGate.deny(pass.attempt(), String.valueOf(denied.getMessage()), denied.allow());
        return Failure.of("Error", message, Failure.Remoteness.LOCAL);
    }

    static String failureText(FetchMessage message, Throwable e) {
        String reason = e instanceof UnknownHostException
                ? "the host is not known"
                : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return "Network connection failed: " + message.method() + " " + message.url() + ": " + reason;
    }

    private Http1Request request(FetchMessage message, WebUrl url, Pass pass) {
        List<HttpField> fields = fields(message, pass, OWN_FIELDS);
        if (fields.stream().noneMatch(field -> field.name().equals("accept-encoding"))) {
            fields.add(new HttpField("accept-encoding", "gzip, deflate, br"));
        }
        return new Http1Request(
                message.method(), destination(url, pass), url.path() + url.query(), fields, content(message, pass));
    }

    static Destination destination(WebUrl url, Pass pass) {
        return new Destination(pass.attempt().target().host(), url.port(), url.isSecure(), pass.grants());
    }

    /// The worker's fields besides those that the connection or a rule sets, and those of the rules.
    static List<HttpField> fields(FetchMessage message, Pass pass, Set<String> own) {
        Set<String> replaced = pass.names();
        List<HttpField> fields = new ArrayList<>();
        String[] given =
                message.headers().isEmpty() ? new String[0] : message.headers().split("\n", -1);
        for (int i = 0; i + 1 < given.length; i += 2) {
            String name = given[i].toLowerCase(Locale.ROOT);
            if (!own.contains(name) && !replaced.contains(name)) {
                fields.add(new HttpField(name, given[i + 1]));
            }
        }
        fields.addAll(pass.headers());
        return fields;
    }

    private Http1Request.Content content(FetchMessage message, Pass pass) {
        return switch (message.body()) {
            case Body.None none -> new Http1Request.Content.None();
            case Body.Text(String text) -> new Http1Request.Content.Whole(text.getBytes(StandardCharsets.UTF_8));
            case Body.Bytes(byte[] bytes) -> new Http1Request.Content.Whole(bytes);
            case Body.Stream(var source) ->
                new Http1Request.Content.Streamed(
                        tripwire.watched(
                                new PulledInputStream(loop, source),
                                pass.attempt().sender(),
                                SecretLeak.Place.REQUEST_BODY,
                                pass.attempt().target().text()),
                        lengthOf(message));
        };
    }

    /// The length of a body that is a stream, where the worker made one that knows it.
    private static long lengthOf(FetchMessage message) {
        long length = Http1Request.Content.Streamed.UNKNOWN;
        String[] fields = message.headers().split("\n", -1);
        for (int i = 0; i + 1 < fields.length; i += 2) {
            if (fields[i].equalsIgnoreCase("transfer-encoding")) {
                return Http1Request.Content.Streamed.UNKNOWN;
            }
            if (fields[i].equalsIgnoreCase("content-length")
                    && LENGTH.matcher(fields[i + 1]).matches()) {
                length = Long.parseLong(fields[i + 1]);
            }
        }
        return length;
    }

    /// The fields of a response, without values that a rule has set on its request.
    String headers(List<HttpField> fields, Pass pass) {
        StringBuilder headers = new StringBuilder();
        boolean masks = !pass.injected().isEmpty();
        for (HttpField field : fields) {
            // A body whose secrets are masked may have another length.
            if (!(masks && field.name().equalsIgnoreCase("content-length"))) {
                headers.append(headers.isEmpty() ? "" : "\n")
                        .append(field.name().toLowerCase(Locale.ROOT))
                        .append('\n')
                        .append(masks ? masked(field.value(), pass) : field.value());
            }
        }
        return headers.toString();
    }

    private String masked(String value, Pass pass) {
        tripwire.text(
                pass.attempt().sender(),
                SecretLeak.Place.ANSWER,
                value,
                "a header from " + pass.attempt().target().host());
        return pass.injected().mask(value);
    }

    private Body body(FetchMessage message, Http1Response response, Pass pass) throws IOException {
        int status = response.status();
        if (message.method().equals("HEAD") || status == 204 || status == 205 || status == 304) {
            response.body().close();
            return Body.NONE;
        }
        InputStream plain = decoded(response);
        InputStream body = pass.injected().isEmpty()
                ? plain
                : pass.injected()
                        .masking(
                                plain,
                                found -> tripwire.tell(
                                        pass.attempt().sender(),
                                        found,
                                        SecretLeak.Place.ANSWER,
                                        pass.attempt().target().text()));
        return new Body.Stream(new InputStreamSource(loop, executor, body));
    }

    private static InputStream decoded(Http1Response response) throws IOException {
        String encoding = response.first("content-encoding").orElse("").toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(response.body());
            case "deflate" -> new InflaterInputStream(response.body());
            case "br" -> new BrotliInputStream(response.body());
            default -> response.body();
        };
    }
}
