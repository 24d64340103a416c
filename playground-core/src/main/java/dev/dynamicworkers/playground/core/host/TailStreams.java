package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.io.EntrypointChannel;
import dev.dynamicworkers.playground.core.io.EventDescription;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.InvocationTrace;
import dev.dynamicworkers.playground.core.io.Json;
import dev.dynamicworkers.playground.core.io.TailQuota;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Tells the streaming tails of a worker what one of its invocations does, while it does it. Runs on the event loop's
/// thread.
final class TailStreams implements InvocationTrace.Listener {
    private final InvocationContext invocation;
    private final String traceId = id(16);
    private final String invocationId = id(16);
    private final String spanId = id(8);
    private final List<TailStream> streams;
    private int sequence;
    private boolean isSpanOpen;
    private String callAttributes = "";

    private TailStreams(InvocationContext invocation, List<EntrypointChannel> tails) {
        this.invocation = invocation;
        String onset = event(null, onset());
        streams = tails.stream()
                .map(tail -> new TailStream(tail, onset, invocation))
                .toList();
    }

    /// Begins to tell, when anybody listens.
    static void begin(InvocationContext invocation) {
        List<EntrypointChannel> tails = invocation.worker().streamingTails().stream()
                .filter(tail -> TailQuota.admits(invocation))
                .toList();
        if (tails.isEmpty()) {
            return;
        }
        TailStreams streams = new TailStreams(invocation, tails);
        invocation.trace().listen(streams);
        if (invocation.event().method() != null) {
            streams.call(invocation.event().method());
        }
    }

    private static String id(int bytes) {
        byte[] id = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    /// @param within the span that the event belongs to, null for the first one
    private String event(@Nullable String within, String event) {
        return "{\"spanContext\":{\"traceId\":\"" + traceId + "\""
                + (within == null ? "" : ",\"spanId\":\"" + within + "\"")
                + "},\"invocationId\":\"" + invocationId + "\",\"timestamp\":"
                + Instant.now().toEpochMilli() + ",\"sequence\":" + sequence++ + ",\"event\":" + event + "}";
    }

    private void send(String event) {
        String json = event(spanId, event);
        streams.forEach(stream -> stream.send(json, /* isLast= */ false));
    }

    private String onset() {
        EventDescription event = invocation.event();
        FetchMessage fetch = event.fetch();
        String info = fetch != null
                ? "{\"type\":\"fetch\",\"method\":" + Json.quote(fetch.method()) + ",\"url\":" + Json.quote(fetch.url())
                        + ",\"headers\":" + headers(fetch.headers()) + "}"
                : "{\"type\":" + Json.quote(event.method() != null ? "jsrpc" : event.kind()) + "}";
        return "{\"type\":\"onset\",\"executionModel\":\"stateless\",\"spanId\":\"" + spanId + "\""
                + (event.entrypoint() == null ? "" : ",\"entrypoint\":" + Json.quote(event.entrypoint()))
                + ",\"scriptTags\":[],\"info\":" + info + "}";
    }

    private static String headers(String headers) {
        String[] fields = headers.isEmpty() ? new String[0] : headers.split("\n", -1);
        StringBuilder out = new StringBuilder("[");
        for (int i = 0; i + 1 < fields.length; i += 2) {
            // A length that the runtime itself put there is not part of what was sent.
            if (!fields[i].equals("content-length")) {
                out.append(out.length() == 1 ? "" : ",")
                        .append("{\"name\":")
                        .append(Json.quote(fields[i]))
                        .append(",\"value\":")
                        .append(Json.quote(fields[i + 1]))
                        .append('}');
            }
        }
        return out.append(']').toString();
    }

    // ---- calls ----

    private void call(String method) {
        isSpanOpen = true;
        String name = attribute("method", method);
        send("{\"type\":\"spanOpen\",\"name\":\"jsRpcCall\",\"spanId\":\"" + id(8) + "\"}");
        send("{\"type\":\"attributes\",\"info\":[" + name + "]}");
        callAttributes = name + "," + attribute("target_kind", "entrypoint") + "," + attribute("operation", "call");
    }

    private static String attribute(String name, String value) {
        return "{\"name\":\"jsrpc." + name + "\",\"value\":" + Json.quote(value) + "}";
    }

    private void closeSpan(String outcome) {
        if (isSpanOpen) {
            isSpanOpen = false;
            send("{\"type\":\"attributes\",\"info\":[" + callAttributes + "]}");
            send("{\"type\":\"spanClose\",\"outcome\":" + Json.quote(outcome) + "}");
        }
    }

    // ---- what the trace tells ----

    @Override
    public void logged(InvocationTrace.Log log) {
        send("{\"type\":\"log\",\"level\":" + Json.quote(log.level().word()) + ",\"message\":" + log.message()
                + (log.errorInfo() == null ? "" : ",\"errorInfo\":" + log.errorInfo()) + "}");
    }

    @Override
    public void threw(InvocationTrace.Thrown thrown) {
        String stack = thrown.error().stack();
        send("{\"type\":\"exception\",\"name\":" + Json.quote(thrown.error().name()) + ",\"message\":"
                + Json.quote(thrown.error().message()) + (stack == null ? "" : ",\"stack\":" + Json.quote(stack))
                + "}");
    }

    @Override
    public void returned(@Nullable Integer status) {
        send("{\"type\":\"return\""
                + (status == null ? "" : ",\"info\":{\"type\":\"fetch\",\"statusCode\":" + status + "}") + "}");
    }

    @Override
    public void called(boolean succeeded) {
        closeSpan("ok");
        if (succeeded) {
            send("{\"type\":\"return\"}");
        }
    }

    @Override
    public void ended(EventOutcome outcome) {
        closeSpan(outcome.word());
        long wall = invocation.worker().isolate().loop().nanoTime()
                - invocation.trace().startNanos();
        String json = event(
                spanId,
                "{\"type\":\"outcome\",\"outcome\":" + Json.quote(TailItem.toldOutcome(outcome)) + ",\"cpuTime\":"
                        + Math.round(invocation.cpuNanos() / 1e6) + ",\"wallTime\":" + Math.round(wall / 1e6) + "}");
        streams.forEach(stream -> stream.send(json, /* isLast= */ true));
    }
}
