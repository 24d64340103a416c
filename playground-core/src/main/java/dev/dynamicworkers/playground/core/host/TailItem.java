package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.io.EventDescription;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.InvocationTrace;
import dev.dynamicworkers.playground.core.io.Json;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.util.stream.Collectors;

/// One TraceItem as JSON, from which runtime source `io/tail-events` makes the objects that `tail()` gets.
final class TailItem {
    private TailItem() {}

    static String json(InvocationContext invocation, EventOutcome outcome) {
        InvocationTrace trace = invocation.trace();
        EventDescription event = invocation.event();
        long wallMillis = Math.round((invocation.worker().isolate().loop().nanoTime() - trace.startNanos()) / 1e6);
        StringBuilder out = new StringBuilder("{");
        out.append("\"wallTime\":").append(wallMillis);
        out.append(",\"cpuTime\":").append(Math.round(invocation.cpuNanos() / 1e6));
        out.append(",\"truncated\":").append(trace.isTruncated());
        String object = event.durableObjectId();
        out.append(",\"executionModel\":").append(object == null ? "\"stateless\"" : "\"durableObject\"");
        out.append(",\"outcome\":").append(Json.quote(toldOutcome(outcome)));
        if (object != null) {
            out.append(",\"durableObjectId\":").append(Json.quote(object));
        }
        if (event.entrypoint() != null) {
            out.append(",\"entrypoint\":").append(Json.quote(event.entrypoint()));
        }
        out.append(",\"scriptName\":null,\"diagnosticsChannelEvents\":[]");
        out.append(",\"exceptions\":")
                .append(trace.exceptions().stream()
                        .map(TailItem::exception)
                        .collect(Collectors.joining(",", "[", "]")));
        out.append(",\"logs\":")
                .append(trace.logs().stream().map(TailItem::log).collect(Collectors.joining(",", "[", "]")));
        out.append(",\"eventTimestamp\":").append(trace.startMillis());
        out.append(",\"event\":").append(event(event, invocation));
        return out.append('}').toString();
    }

    /// The word for an outcome. The reference runtime tells ok for an invocation that its caller gave up.
    static String toldOutcome(EventOutcome outcome) {
        return (outcome == EventOutcome.CANCELED ? EventOutcome.OK : outcome).word();
    }

    private static String exception(InvocationTrace.Thrown thrown) {
        String stack = thrown.error().stack();
        return "{"
                + (stack == null ? "" : "\"stack\":" + Json.quote(stack) + ",")
                + "\"name\":" + Json.quote(thrown.error().name())
                + ",\"message\":" + Json.quote(thrown.error().message())
                + ",\"timestamp\":" + thrown.timestampMillis() + "}";
    }

    private static String log(InvocationTrace.Log log) {
        return "{"
                + (log.errorInfo() == null ? "" : "\"errorInfo\":" + log.errorInfo() + ",")
                + "\"message\":" + log.message()
                + ",\"level\":" + Json.quote(log.level().word())
                + ",\"timestamp\":" + log.timestampMillis() + "}";
    }

    private static String event(EventDescription event, InvocationContext invocation) {
        InvocationTrace trace = invocation.trace();
        FetchMessage fetch = event.fetch();
        if (fetch != null) {
            String response =
                    trace.responseStatus() == null ? "" : ",\"response\":{\"status\":" + trace.responseStatus() + "}";
            return "{\"request\":{\"url\":" + Json.quote(fetch.url()) + ",\"method\":" + Json.quote(fetch.method())
                    + ",\"headers\":" + headers(fetch.headers(), invocation.cause() == null)
                    + (fetch.cf() == null ? "" : ",\"cf\":" + fetch.cf()) + "}" + response + "}";
        }
        if (event.method() != null) {
            return "{\"rpcMethod\":" + Json.quote(event.method()) + "}";
        }
        String detail = event.detail();
        return detail == null ? "{}" : detail;
    }

    private static String headers(String headers, boolean fromOutside) {
        if (headers.isEmpty()) {
            return "{}";
        }
        String[] fields = headers.split("\n", -1);
        StringBuilder out = new StringBuilder("{");
        for (int i = 0; i + 1 < fields.length; i += 2) {
            // A length that the runtime itself put there is not part of what was sent.
            if (!fromOutside && fields[i].equals("content-length")) {
                continue;
            }
            out.append(out.length() == 1 ? "" : ",")
                    .append(Json.quote(fields[i]))
                    .append(':')
                    .append(Json.quote(fields[i + 1]));
        }
        return out.append('}').toString();
    }
}
