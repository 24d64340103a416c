package dev.dynamicworkers.playground.app.session.request;

import dev.dynamicworkers.playground.app.session.NetworkEntry;
import dev.dynamicworkers.playground.app.session.body.JsonSpan;
import dev.dynamicworkers.playground.core.trace.ExchangeRecord;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Outgoing requests as an HTTP archive, version 1.2. What the playground does not record, such as sizes, is -1 as the
/// format says; what was decided is in the fields `_decision`, `_rule` and `_reason`.
public final class Har {
    private Har() {}

    /// The archive's text.
    ///
    /// @param version of the playground
    /// @param fallback time of requests of which no time is known
    /// @param contents what a request consists of, null where that is not known
    public static String of(
            List<NetworkEntry> entries,
            String version,
            Instant fallback,
            Function<NetworkEntry, @Nullable ExchangeRecord> contents) {
        StringBuilder out = new StringBuilder("{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":"
                + "\"Dynamic Worker Playground\",\"version\":" + JsonSpan.quote(version) + "},\"entries\":[");
        for (int i = 0; i < entries.size(); i++) {
            out.append(i == 0 ? "" : ",").append(entry(entries.get(i), fallback, contents.apply(entries.get(i))));
        }
        return JsonSpan.of(out.append("]}}").toString()).orElseThrow().pretty() + "\n";
    }

    private static String entry(NetworkEntry entry, Instant fallback, @Nullable ExchangeRecord content) {
        ExchangeRecord.Message sent = content == null ? null : content.request();
        ExchangeRecord.Message got = content == null ? null : content.response();
        SubrequestRecord request = entry.request();
        Instant start = entry.startedAt();
        Double millis = request.millis();
        Integer status = request.status();
        SubrequestRecord.Rule rule = request.rule();
        String type = request.contentType();
        String time = millis == null ? "0" : String.format(Locale.ROOT, "%.3f", millis);
        return "{\"startedDateTime\":" + JsonSpan.quote(String.valueOf(start == null ? fallback : start))
                + ",\"time\":" + time
                + ",\"request\":{\"method\":" + JsonSpan.quote(request.method())
                + ",\"url\":" + JsonSpan.quote(request.url())
                + ",\"httpVersion\":\"HTTP/1.1\",\"cookies\":[],\"headers\":" + HarContent.headers(sent)
                + ",\"queryString\":[],\"headersSize\":-1,\"bodySize\":" + HarContent.size(sent)
                + HarContent.postData(sent) + "}"
                + ",\"response\":{\"status\":" + (status == null ? 0 : status)
                + ",\"statusText\":\"\",\"httpVersion\":\"HTTP/1.1\",\"cookies\":[],\"headers\":"
                + HarContent.headers(got)
                + ",\"content\":{\"size\":" + HarContent.size(got) + ",\"mimeType\":"
                + JsonSpan.quote(type == null ? "" : type)
                + HarContent.body(got)
                + "},\"redirectURL\":\"\",\"headersSize\":-1,\"bodySize\":" + HarContent.size(got) + "}"
                + ",\"cache\":{},\"timings\":{\"send\":0,\"wait\":" + time + ",\"receive\":0}"
                + ",\"_decision\":" + JsonSpan.quote(request.decision().name().toLowerCase(Locale.ROOT))
                + ",\"_isolate\":" + JsonSpan.quote(entry.isolate().label())
                + ",\"_run\":" + entry.run()
                + (rule == null ? "" : ",\"_rule\":" + JsonSpan.quote(rule.id() + ": " + rule.text()))
                + (request.reason() == null ? "" : ",\"_reason\":" + JsonSpan.quote(request.reason()))
                + "}";
    }
}
