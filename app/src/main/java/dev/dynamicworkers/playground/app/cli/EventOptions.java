package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.runtime.Header;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.Invocation.QueueMessage;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The options of `run` that make the event.
final class EventOptions {
    private static final JsonMapper JSON = new JsonMapper();

    /// Kinds of events that a command line can make.
    enum Kind {
        FETCH,
        SCHEDULED,
        QUEUE,
        EMAIL,
        ALARM,
        TAIL,
        TEST;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--event",
            paramLabel = "KIND",
            description = "What to deliver: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Kind kind = Kind.FETCH;

    @Option(
            names = {"-X", "--method"},
            paramLabel = "M",
            description = "HTTP method. Default: GET, or POST when there is data.")
    private @Nullable String method;

    @Option(
            names = {"-u", "--url"},
            paramLabel = "U",
            description = "URL of the request, or its path. Default: ${DEFAULT-VALUE}.")
    private String url = "http://localhost/";

    @Option(
            names = {"-H", "--header"},
            paramLabel = "'K: V'",
            description = "A header of the request; may be given several times.")
    private List<String> headers = new ArrayList<>();

    @Option(
            names = {"-d", "--data"},
            paramLabel = "TEXT|@FILE",
            description =
                    "Body of the request, text of the e-mail, or JSON of the tail's events: this, or what this file"
                            + " has.")
    private @Nullable String data;

    @Option(
            names = "--entrypoint",
            paramLabel = "NAME",
            description = "The export that gets the event. Default: the default export.")
    private @Nullable String entrypoint;

    @Option(
            names = "--props",
            paramLabel = "JSON",
            description = "An object that the entrypoint finds as ctx.props. Default: none.")
    private @Nullable String props;

    @Option(
            names = "--cron",
            paramLabel = "PATTERN",
            description = "The cron pattern of a scheduled event. Default: '${DEFAULT-VALUE}'.")
    private String cron = "* * * * *";

    @Option(
            names = "--queue",
            paramLabel = "NAME",
            description = "Name of the queue of a queue event. Default: '${DEFAULT-VALUE}'.")
    private String queue = "queue";

    @Option(
            names = "--message",
            paramLabel = "JSON",
            description = "Body of a message of a queue event; may be given several times.")
    private List<String> messages = new ArrayList<>();

    @Option(names = "--from", paramLabel = "ADDRESS", description = "Sender of an e-mail. Default: ${DEFAULT-VALUE}.")
    private String from = "sender@example.com";

    @Option(names = "--to", paramLabel = "ADDRESS", description = "Recipient of an e-mail. Default: ${DEFAULT-VALUE}.")
    private String to = "recipient@example.com";

    @Option(
            names = "--object",
            paramLabel = "BINDING[:NAME]",
            description =
                    "The Durable Object whose alarm rings: its binding, and its name or id. Without a name it is the"
                            + " object whose alarm is due next.")
    private @Nullable String object;

    /// The event that the options ask for.
    Invocation invocation() throws IOException {
        if (props == null) {
            return event();
        }
        if (kind == Kind.ALARM) {
            throw new UsageException("--props goes with an entrypoint; an alarm has none");
        }
        requireObject("--props", props);
        return new Invocation.WithProps(event(), props);
    }

    private Invocation event() throws IOException {
        return switch (kind) {
            case FETCH -> new Invocation.Fetch(verb(), absoluteUrl(), headerList(), body(), entrypoint);
            case SCHEDULED -> new Invocation.Scheduled(cron, System.currentTimeMillis(), entrypoint);
            case QUEUE -> queueEvent();
            case EMAIL -> new Invocation.Email(from, to, content("--event email", "the e-mail"), entrypoint);
            case ALARM -> alarm();
            case TAIL ->
                new Invocation.Tail(
                        new String(content("--event tail", "a JSON array of trace items"), StandardCharsets.UTF_8),
                        entrypoint);
            case TEST -> new Invocation.Test(entrypoint);
        };
    }

    private Invocation queueEvent() {
        if (messages.isEmpty()) {
            throw new UsageException("--event queue wants at least one --message with the JSON of its body");
        }
        var batch = new ArrayList<QueueMessage>();
        long now = System.currentTimeMillis();
        for (var body : messages) {
            requireJson("--message", body);
            batch.add(new QueueMessage("message-" + (batch.size() + 1), now, 1, QueueMessage.Content.JSON, body));
        }
        return new Invocation.Queue(queue, batch, entrypoint);
    }

    private Invocation alarm() {
        if (object == null || object.isEmpty() || object.startsWith(":")) {
            throw new UsageException("--event alarm wants --object BINDING or --object BINDING:NAME");
        }
        int colon = object.indexOf(':');
        return colon < 0
                ? new Invocation.Alarm(object, null)
                : new Invocation.Alarm(object.substring(0, colon), object.substring(colon + 1));
    }

    private byte[] content(String event, String what) throws IOException {
        if (data == null) {
            throw new UsageException(event + " wants --data with " + what);
        }
        byte[] bytes = bytes(data);
        if (kind == Kind.TAIL) {
            requireJson("--data", new String(bytes, StandardCharsets.UTF_8));
        }
        return bytes;
    }

    private static void requireObject(String option, String text) {
        try {
            if (JSON.readTree(text).isObject()) {
                return;
            }
        } catch (JacksonException notJson) {
            // Told below.
        }
        throw new UsageException(option + " wants a JSON object such as '{\"user\":\"ada\"}', not '" + text + "'");
    }

    private static void requireJson(String option, String text) {
        try {
            JSON.readTree(text);
        } catch (JacksonException notJson) {
            throw new UsageException(option + " wants JSON, not '" + text + "'");
        }
    }

    private String verb() {
        return method != null ? method : data != null ? "POST" : "GET";
    }

    private String absoluteUrl() {
        var absolute = url.startsWith("/") ? "http://localhost" + url : url;
        try {
            var scheme = new URI(absolute).getScheme();
            if (scheme != null && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
                return absolute;
            }
        } catch (URISyntaxException notStrict) {
            // The worker's own URL parser takes more than RFC 3986 does.
            if (absolute.matches("(?i)https?://.+")) {
                return absolute;
            }
        }
        throw new UsageException("--url wants an http or https URL, or a path that starts with /, not " + url);
    }

    private List<Header> headerList() {
        var list = new ArrayList<Header>();
        for (var header : headers) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw new UsageException("--header wants 'Name: value', not '" + header + "'");
            }
            list.add(new Header(
                    header.substring(0, colon).strip(),
                    header.substring(colon + 1).strip()));
        }
        return list;
    }

    private RequestBody body() throws IOException {
        return data == null ? new RequestBody.None() : new RequestBody.Bytes(bytes(data));
    }

    /// The text itself, or the content of the file that it names.
    private static byte[] bytes(String given) throws IOException {
        if (!given.startsWith("@")) {
            return given.getBytes(StandardCharsets.UTF_8);
        }
        var file = Path.of(given.substring(1));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageException("--data names a file that can't be read: " + file);
        }
        return Files.readAllBytes(file);
    }
}
