package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.runtime.Header;
import dev.dynamicworkers.playground.core.runtime.Invocation;
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

/// The options of `run` that make the event.
final class EventOptions {
    /// Kinds of events that a command line can make.
    enum Kind {
        FETCH,
        SCHEDULED;

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
            description = "Body of the request: this text, or the bytes of this file.")
    private @Nullable String data;

    @Option(
            names = "--entrypoint",
            paramLabel = "NAME",
            description = "The export that gets the event. Default: the default export.")
    private @Nullable String entrypoint;

    @Option(
            names = "--cron",
            paramLabel = "PATTERN",
            description = "The cron pattern of a scheduled event. Default: '${DEFAULT-VALUE}'.")
    private String cron = "* * * * *";

    /// The event that the options ask for.
    Invocation invocation() throws IOException {
        return switch (kind) {
            case FETCH -> new Invocation.Fetch(verb(), absoluteUrl(), headerList(), body(), entrypoint);
            case SCHEDULED -> new Invocation.Scheduled(cron, System.currentTimeMillis(), entrypoint);
        };
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
        if (data == null) {
            return new RequestBody.None();
        }
        if (!data.startsWith("@")) {
            return new RequestBody.Bytes(data.getBytes(StandardCharsets.UTF_8));
        }
        var file = Path.of(data.substring(1));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageException("--data names a file that can't be read: " + file);
        }
        return new RequestBody.Bytes(Files.readAllBytes(file));
    }
}
