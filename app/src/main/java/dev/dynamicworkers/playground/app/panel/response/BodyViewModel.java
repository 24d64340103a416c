package dev.dynamicworkers.playground.app.panel.response;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.BodyText;
import dev.dynamicworkers.playground.app.session.LiveResponse;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.StreamChunk;
import dev.dynamicworkers.playground.app.session.body.HexDump;
import dev.dynamicworkers.playground.app.session.body.HtmlText;
import dev.dynamicworkers.playground.app.session.body.JsonPath;
import dev.dynamicworkers.playground.app.session.body.JsonSpan;
import dev.dynamicworkers.playground.app.session.body.LongLines;
import dev.dynamicworkers.playground.app.session.body.PictureSize;
import dev.dynamicworkers.playground.app.session.body.ServerEvents;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The body of the run that is shown, in one of its modes. FX thread; what is slow is worked out elsewhere.
public final class BodyViewModel implements AutoCloseable {
    /// Most bytes of the hex view.
    static final int HEX_LIMIT = 256 << 10;

    private static final int MOST_MATCHES = 1_000;

    private final ProjectSession session;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(Content.NONE);
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
    private final ObjectProperty<BodyMode> mode = new SimpleObjectProperty<>(BodyMode.PRETTY);
    private final StringProperty path = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper pathMessage = new ReadOnlyStringWrapper("");
    private @Nullable RunRecord run;
    private BodyMode wanted = BodyMode.PRETTY;

    /// What is known of a body.
    ///
    /// @param text as the playground reads it
    /// @param json the whole body when it is JSON, else null
    /// @param stream the events or pieces it came in
    /// @param modes the ways to look at it
    record Content(BodyText text, @Nullable JsonSpan json, List<StreamRow> stream, Set<BodyMode> modes) {
        static final Content NONE = new Content(BodyText.EMPTY, null, List.of(), Set.of());
    }

    /// What the pane shows.
    ///
    /// @param text for the modes that show text
    /// @param roots for the tree
    /// @param rows for the events
    public record Shown(BodyMode mode, boolean isJson, String text, List<JsonSpan> roots, List<StreamRow> rows) {
        static final Shown NOTHING = new Shown(BodyMode.RAW, /* isJson= */ false, "", List.of(), List.of());
    }

    /// @param session whose runs are shown
    BodyViewModel(ProjectSession session) {
        this.session = session;
        subscriptions.onChange(this::render, path);
        subscriptions.listen(mode, chosen -> {
            wanted = chosen;
            render();
        });
    }

    /// Takes another run.
    void show(@Nullable RunRecord next) {
        run = next;
        content.set(Content.NONE);
        shown.set(Shown.NOTHING);
        RunRecord.Reply reply = next == null ? null : next.reply();
        if (reply != null) {
            session.compute(() -> read(reply), read -> {
                if (run == next) {
                    content.set(read);
                    choose(read.modes());
                    render();
                }
            });
        }
    }

    private void choose(Set<BodyMode> modes) {
        if (!modes.isEmpty()) {
            // What this body does not have is wanted again of the next one that has it.
            BodyMode before = wanted;
            mode.set(modes.contains(before) ? before : modes.iterator().next());
            wanted = before;
        }
    }

    private static Content read(RunRecord.Reply reply) {
        BodyText text = BodyText.of(reply);
        if (text.kind() == BodyText.Kind.EMPTY) {
            return Content.NONE;
        }
        String type = reply.header("content-type").toLowerCase(Locale.ROOT);
        Set<BodyMode> modes = EnumSet.of(BodyMode.HEX);
        JsonSpan json = null;
        if (text.kind() != BodyText.Kind.BINARY) {
            modes.add(BodyMode.RAW);
            String whole = new String(reply.body(), StandardCharsets.UTF_8);
            if (type.contains("json") || text.kind() == BodyText.Kind.JSON) {
                json = JsonSpan.of(whole).orElse(null);
            }
            if (json != null) {
                modes.add(BodyMode.TREE);
                modes.add(BodyMode.PRETTY);
            }
            if (type.contains("html")) {
                modes.add(BodyMode.TEXT);
            }
        }
        if (PictureSize.of(reply.body()).isPresent()) {
            modes.add(BodyMode.PICTURE);
        }
        List<StreamRow> stream = stream(reply, type);
        if (!stream.isEmpty()) {
            modes.add(BodyMode.EVENTS);
        }
        return new Content(text, json, stream, modes);
    }

    private static List<StreamRow> stream(RunRecord.Reply reply, String type) {
        List<StreamRow> rows = new ArrayList<>();
        byte[] body = reply.body();
        if (type.startsWith("text/event-stream")) {
            String text = new String(body, StandardCharsets.UTF_8);
            for (ServerEvents.ServerEvent event : ServerEvents.of(text)) {
                int offset = text.substring(0, event.offset()).getBytes(StandardCharsets.UTF_8).length;
                rows.add(new StreamRow(
                        arrival(reply, offset),
                        event.id().isEmpty() ? event.type() : event.type() + " #" + event.id(),
                        event.data().getBytes(StandardCharsets.UTF_8).length,
                        event.data()));
            }
            return rows;
        }
        if (reply.chunks().size() < 2) {
            return rows;
        }
        for (StreamChunk chunk : reply.chunks()) {
            int start = (int) Math.min(chunk.offset(), body.length);
            int length = Math.min(400, Math.min(chunk.length(), body.length - start));
            rows.add(new StreamRow(
                    chunk.millis(), "", chunk.length(), new String(body, start, length, StandardCharsets.UTF_8)));
        }
        return rows;
    }

    private static double arrival(RunRecord.Reply reply, long offset) {
        for (StreamChunk chunk : reply.chunks()) {
            if (offset < chunk.offset() + chunk.length()) {
                return chunk.millis();
            }
        }
        return -1;
    }

    private void render() {
        Content present = content.get();
        RunRecord present2 = run;
        RunRecord.Reply reply = present2 == null ? null : present2.reply();
        if (present.modes().isEmpty() || reply == null) {
            shown.set(Shown.NOTHING);
            pathMessage.set("");
            return;
        }
        BodyMode now = mode.get();
        JsonSpan json = present.json();
        String query = path.get().strip();
        pathMessage.set("");
        if (json != null && !query.isEmpty() && (now == BodyMode.PRETTY || now == BodyMode.TREE)) {
            find(json, query, now);
            return;
        }
        switch (now) {
            case PICTURE -> shown.set(shown(now, "", List.of()));
            case TREE -> shown.set(json == null ? Shown.NOTHING : shown(now, "", List.of(json)));
            case EVENTS -> shown.set(new Shown(now, /* isJson= */ false, "", List.of(), present.stream()));
            case PRETTY -> shown.set(shown(now, present.text().pretty(), List.of()));
            case RAW -> shown.set(shown(now, present.text().raw(), List.of()));
            case HEX -> later(now, () -> HexDump.of(reply.body(), HEX_LIMIT));
            case TEXT -> later(now, () -> HtmlText.of(present.text().raw()));
        }
    }

    private Shown shown(BodyMode now, String text, List<JsonSpan> roots) {
        boolean json = content.get().json() != null && now != BodyMode.HEX;
        return new Shown(now, json, LongLines.cut(text), roots, List.of());
    }

    private void later(BodyMode now, java.util.concurrent.Callable<String> text) {
        RunRecord asked = run;
        session.compute(text, made -> {
            if (run == asked && mode.get() == now) {
                shown.set(shown(now, made, List.of()));
            }
        });
    }

    private void find(JsonSpan json, String query, BodyMode now) {
        RunRecord asked = run;
        session.work(
                () -> JsonPath.of(query).find(json),
                found -> {
                    if (run == asked && path.get().strip().equals(query) && mode.get() == now) {
                        found(found, now);
                    }
                },
                failure -> {
                    if (run == asked && path.get().strip().equals(query)) {
                        pathMessage.set(String.valueOf(failure.getMessage()));
                    }
                });
    }

    private void found(List<JsonSpan> found, BodyMode now) {
        pathMessage.set(found.isEmpty() ? "No match" : Amounts.count(found.size(), "match", "matches"));
        List<JsonSpan> some = found.subList(0, Math.min(found.size(), MOST_MATCHES));
        StringBuilder text = new StringBuilder();
        some.forEach(span -> text.append(span.pretty()).append('\n'));
        shown.set(now == BodyMode.TREE ? shown(now, "", some) : shown(now, text.toString(), List.of()));
    }

    // Properties

    /// What the pane shows.
    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// What is known of the body.
    ReadOnlyObjectProperty<Content> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /// The ways to look at the body; none while there is no body.
    public Set<BodyMode> modes() {
        return content.get().modes();
    }

    /// What was left out of the body, empty for nothing.
    public String remark() {
        return content.get().text().remark();
    }

    /// The way it is looked at.
    public ObjectProperty<BodyMode> modeProperty() {
        return mode;
    }

    /// A JSONPath query over the body, empty for none.
    public StringProperty pathProperty() {
        return path;
    }

    /// What came of the query: `3 matches`, or what is wrong with it.
    public ReadOnlyStringProperty pathMessageProperty() {
        return pathMessage.getReadOnlyProperty();
    }

    /// What has come so far of the response that is on its way.
    public LiveResponse live() {
        return session.live();
    }

    /// What Copy takes: the text that is shown, or the value of the tree.
    public String copyText() {
        Shown now = shown.get();
        return switch (now.mode()) {
            case TREE, EVENTS, RAW, PICTURE -> content.get().text().raw();
            case PRETTY -> path.get().isBlank() ? content.get().text().pretty() : now.text();
            case TEXT, HEX -> now.text();
        };
    }

    /// The bytes of the picture that is shown.
    byte[] picture() {
        RunRecord present = run;
        RunRecord.Reply reply = present == null ? null : present.reply();
        return reply == null ? new byte[0] : reply.body();
    }

    /// A name for the file that the body is saved in.
    public String fileName() {
        RunRecord present = run;
        RunRecord.Reply reply = present == null ? null : present.reply();
        String type = reply == null ? "" : reply.header("content-type").toLowerCase(Locale.ROOT);
        String ending = content.get().json() != null || type.contains("json")
                ? "json"
                : type.contains("html")
                        ? "html"
                        : type.startsWith("image/")
                                ? type.substring(6).replaceAll("[^a-z].*", "")
                                : content.get().text().kind() == BodyText.Kind.BINARY ? "bin" : "txt";
        return "response-" + (present == null ? 0 : present.number()) + "." + ending;
    }

    // Commands

    /// Writes the body as it came into a file.
    public void save(Path file) {
        RunRecord present = run;
        RunRecord.Reply reply = present == null ? null : present.reply();
        if (present != null && reply != null) {
            session.askedFiles().write(file, "the body of run #" + present.number(), reply::body);
        }
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
