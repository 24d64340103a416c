package dev.dynamicworkers.playground.app.panel.network;

import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.BodyText;
import dev.dynamicworkers.playground.app.session.HeaderLine;
import dev.dynamicworkers.playground.app.session.NetworkEntry;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RequestDraft;
import dev.dynamicworkers.playground.app.session.RowFilter;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.app.session.request.Curl;
import dev.dynamicworkers.playground.app.session.request.Har;
import dev.dynamicworkers.playground.core.trace.ExchangeRecord;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/// Requests that left isolates, and what was decided about them. FX thread.
public final class NetworkViewModel {
    private final ProjectSession session;
    private final FilteredList<NetworkEntry> shown;
    private final StringProperty filter = new SimpleStringProperty("");

    /// @param session whose subrequests are shown
    public NetworkViewModel(ProjectSession session) {
        this.session = session;
        shown = new FilteredList<>(session.network());
        filter.subscribe(text -> {
            RowFilter wanted = RowFilter.of(text);
            shown.setPredicate(
                    entry -> wanted.passes(entry.run(), entry.isolate().label(), searched(entry)));
        });
    }

    private static String searched(NetworkEntry entry) {
        SubrequestRecord request = entry.request();
        return request.decision() + " " + request.method() + " " + request.url() + " "
                + entry.isolate().label() + " " + request.status();
    }

    // Properties

    /// All requests, oldest first.
    public ObservableList<NetworkEntry> entries() {
        return session.network();
    }

    /// Those that pass the filter.
    public ObservableList<NetworkEntry> shown() {
        return shown;
    }

    /// What is typed into the filter: words, and `run:4`.
    public StringProperty filterProperty() {
        return filter;
    }

    /// What is known of a request, a line for each fact.
    public List<String> details(NetworkEntry entry) {
        SubrequestRecord request = entry.request();
        List<String> lines = new ArrayList<>();
        lines.add(request.method() + " " + request.url());
        lines.add(
                switch (request.decision()) {
                    case ALLOWED -> "Allowed: it was sent to the network.";
                    case DENIED -> "Denied: it did not leave the playground.";
                    case INTERCEPTED -> "Handed to the worker that stands in as global outbound.";
                    case ANSWERED -> "Answered by a rule in place of the network.";
                });
        SubrequestRecord.Rule rule = request.rule();
        if (rule != null) {
            lines.add("Rule: " + rule.text() + " (" + rule.id() + ")");
        }
        if (request.reason() != null) {
            lines.add("Reason: " + request.reason());
        }
        if (request.hint() != null) {
            lines.add(request.hint());
        }
        GuestError.Frame at = request.location();
        String where = at == null ? "" : " at " + at.file() + ":" + at.line();
        lines.add("Sent by " + entry.isolate().label() + where + " in run #" + entry.run() + ".");
        return lines;
    }

    /// Headers and bodies of a request and its answer; empty where they were not recorded.
    List<ExchangeText.Part> exchange(NetworkEntry entry) {
        ExchangeRecord recorded = session.exchanges().of(entry);
        return recorded == null ? List.of() : ExchangeText.of(recorded, session.secretMask());
    }

    /// Changes when more is known of what requests consist of.
    ReadOnlyLongProperty exchangesProperty() {
        return session.exchanges().versionProperty();
    }

    /// The line that sent a request; null when the project has no file for it.
    public @Nullable Place place(NetworkEntry entry) {
        GuestError.Frame at = entry.request().location();
        return at == null ? null : session.place(entry.isolate().label(), at.file(), at.line(), at.column());
    }

    /// Where a request stands within the time of all that are shown of its run; null when that is not known.
    public @Nullable Bar bar(NetworkEntry entry) {
        Instant start = entry.startedAt();
        Instant end = entry.endedAt();
        if (start == null || end == null) {
            return null;
        }
        List<NetworkEntry> all = session.network().stream()
                .filter(other -> other.run() == entry.run() && other.endedAt() != null)
                .toList();
        Instant first = all.stream()
                .map(NetworkEntry::startedAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(start);
        Instant last = all.stream()
                .map(NetworkEntry::endedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(end);
        double whole = Math.max(1, Duration.between(first, last).toNanos());
        return new Bar(
                Duration.between(first, start).toNanos() / whole,
                Math.max(0.01, Duration.between(start, end).toNanos() / whole));
    }

    /// A bar of the waterfall, both in parts of the whole width.
    public record Bar(double start, double length) {}

    // Commands

    /// Forgets the rows.
    public void clear() {
        session.clearNetwork();
    }

    /// Asks the inspector for a rule about a request.
    public void makeRule(NetworkEntry entry) {
        session.wish(new Wish.Inspect(
                Wish.Page.NETWORK,
                entry.request().method() + " " + entry.request().url()));
    }

    /// Lets requests like this one be answered by a fixture.
    public void fake(NetworkEntry entry) {
        session.wish(new Wish.Fake(entry.request().method(), entry.request().url()));
    }

    /// The request as a command of curl, with what was recorded of its headers and its body.
    public String curl(NetworkEntry entry) {
        ExchangeRecord recorded = session.exchanges().of(entry);
        List<HeaderLine> headers = new ArrayList<>();
        String body = "";
        if (recorded != null) {
            ExchangeRecord.Message sent = recorded.request();
            // curl says how long a body is by itself.
            sent.fields().stream()
                    .filter(field -> !field.name().equals("content-length"))
                    .forEach(field -> headers.add(new HeaderLine(field.name(), field.value())));
            boolean isText = ExchangeText.text(sent).kind() != BodyText.Kind.BINARY;
            body = isText && sent.bytes() == sent.body().length ? new String(sent.body(), StandardCharsets.UTF_8) : "";
        }
        return session.secretMask()
                .apply(Curl.posix(new RequestDraft(
                        entry.request().method(), entry.request().url(), headers, body)));
    }

    /// Shows the line that sent a request, or the code of the isolate it came from, when the project has a file for it.
    public void openIsolate(NetworkEntry entry) {
        Place sent = place(entry);
        if (sent != null) {
            session.reveal(sent);
            return;
        }
        Stream.of(".js", ".ts")
                .map(ending -> session.place("", entry.isolate().label() + ending, 1, 1))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent((Place place) -> session.reveal(place));
    }

    /// Writes the rows that are shown as an HTTP archive.
    public void export(Path file) {
        List<NetworkEntry> rows = List.copyOf(shown);
        session.askedFiles()
                .write(
                        file,
                        Amounts.count(rows.size(), "request") + " as an HTTP archive",
                        () -> session.secretMask()
                                .apply(Har.of(rows, "0.1.0", Instant.now(), session.exchanges()::of))
                                .getBytes(StandardCharsets.UTF_8));
    }
}
