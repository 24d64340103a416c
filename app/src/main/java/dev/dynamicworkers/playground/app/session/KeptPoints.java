package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.session.debug.Debugging;
import dev.dynamicworkers.playground.app.session.logpoint.LinePoints;
import dev.dynamicworkers.playground.app.session.logpoint.LinePoints.Point;
import dev.dynamicworkers.playground.app.session.logpoint.Logpoints;
import dev.dynamicworkers.playground.app.settings.JsonFile;
import dev.dynamicworkers.playground.app.task.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a project is debugged with, kept for its next session: breakpoints, logpoints, expressions to look at. It is in
/// a file of the person, written a moment after each change, so that a process that is killed loses none. FX thread.
final class KeptPoints implements AutoCloseable {
    private static final Duration WRITE_AFTER = Duration.ofMillis(150);
    private static final int VERSION = 1;
    private static final String LOSS = "Breakpoints, logpoints and expressions are not kept for the next session.";

    private final Path root;
    private final @Nullable JsonFile file;
    private final Tasks tasks;
    private final OpenFiles openFiles;
    private final Debugging debugging;
    private final Logpoints logpoints;
    private final OwnFiles ownFiles;
    private final Notices notices;
    private @Nullable ObjectNode kept;
    private boolean restoring;
    private boolean closed;
    private long writes;
    private long stored;
    private Tasks.@Nullable Pending pending;

    /// @param root of the project
    /// @param data folder of the person for what is kept beside projects; null to keep nothing
    KeptPoints(
            Path root,
            @Nullable Path data,
            Tasks tasks,
            OpenFiles openFiles,
            Debugging debugging,
            Logpoints logpoints,
            OwnFiles ownFiles,
            Notices notices) {
        this.root = root;
        this.tasks = tasks;
        this.openFiles = openFiles;
        this.debugging = debugging;
        this.logpoints = logpoints;
        this.ownFiles = ownFiles;
        this.notices = notices;
        file = data == null ? null : new JsonFile(data.resolve("session").resolve("points-" + Journal.fileName(root)));
        openFiles.onMoved((from, to) -> {
            debugging.breakpoints().moved(from, to);
            logpoints.moved(from, to);
        });
        debugging.breakpoints().versionProperty().subscribe((before, now) -> changed());
        logpoints.versionProperty().subscribe((before, now) -> changed());
        debugging.exceptionsProperty().subscribe((before, now) -> changed());
        debugging.statementsProperty().subscribe((before, now) -> changed());
        debugging.expressions().addListener((ListChangeListener<String>) change -> changed());
    }

    /// Reads what the last session kept.
    void read() {
        JsonFile source = file;
        if (source != null) {
            tasks.run(source::read).onSuccess(this::restore);
        }
    }

    private void restore(ObjectNode found) {
        if (found.path("version").asInt(VERSION) > VERSION) {
            notices.problem("Breakpoints of this project were kept by a newer version of the playground. They are left"
                    + " as they are, and those of this session are not kept.");
            return;
        }
        restoring = true;
        try {
            debugging.breakpoints().restore(points(found.path("breakpoints")));
            logpoints.restore(points(found.path("logpoints")));
            found.path("expressions").forEach(expression -> debugging.lookAt(expression.asString("")));
            debugging
                    .exceptionsProperty()
                    .set(debugging.exceptionsProperty().get()
                            || found.path("exceptions").asBoolean(false));
            debugging
                    .statementsProperty()
                    .set(debugging.statementsProperty().get()
                            || found.path("statements").asBoolean(false));
        } finally {
            restoring = false;
        }
        kept = found;
        if (!content(found.deepCopy()).equals(found)) {
            // Something was set before this was read.
            changed();
        }
        findAgain();
    }

    private static Map<String, List<Point>> points(JsonNode node) {
        Map<String, List<Point>> all = new HashMap<>();
        node.properties().forEach(entry -> {
            List<Point> list = new ArrayList<>();
            for (JsonNode point : entry.getValue()) {
                int line = point.path("line").asInt(0);
                if (line > 0) {
                    list.add(new Point(
                            line,
                            point.path("code").asString(""),
                            point.path("expression").asString("")));
                }
            }
            all.put(entry.getKey(), list);
        });
        return all;
    }

    /// Looks for the lines of points whose files no editor shows; an editor does that for its own.
    void findAgain() {
        TreeSet<String> paths = new TreeSet<>(debugging.breakpoints().all().keySet());
        paths.addAll(logpoints.all().keySet());
        paths.removeIf(path -> openFiles.find(path) != null);
        if (paths.isEmpty()) {
            return;
        }
        tasks.run(() -> {
                    Map<String, @Nullable String> texts = new HashMap<>();
                    paths.forEach(path -> texts.put(path, text(root.resolve(path))));
                    return texts;
                })
                .onSuccess(texts -> texts.forEach((path, text) -> {
                    if (!closed && openFiles.find(path) == null) {
                        debugging.breakpoints().find(path, text);
                        logpoints.find(path, text);
                    }
                }));
    }

    private static @Nullable String text(Path path) {
        try {
            return TextStore.load(path).text();
        } catch (IOException gone) {
            return null;
        }
    }

    private void changed() {
        if (kept != null && !restoring && !closed && pending == null) {
            pending = tasks.later(WRITE_AFTER, this::write);
        }
    }

    private void write() {
        pending = null;
        JsonFile target = file;
        ObjectNode before = kept;
        if (target == null || before == null) {
            return;
        }
        ObjectNode next = content(before.deepCopy());
        if (next.equals(before)) {
            return;
        }
        kept = next;
        long number = ++writes;
        tasks.write(() -> {
                    store(target, number, next);
                    return Boolean.TRUE;
                })
                .onFailure(failure -> ownFiles.refused(LOSS, failure))
                .onSuccess(done -> ownFiles.written(LOSS));
    }

    /// Tasks may come in another order than they were started: what is older never replaces what is newer.
    private synchronized void store(JsonFile target, long number, ObjectNode next) throws IOException {
        if (number > stored) {
            stored = number;
            target.write(next);
        }
    }

    /// Keys that this version does not know stay.
    private ObjectNode content(ObjectNode into) {
        into.put("version", VERSION);
        into.put("project", root.toString());
        write(debugging.breakpoints(), into.putObject("breakpoints"));
        write(logpoints, into.putObject("logpoints"));
        debugging.expressions().forEach(into.putArray("expressions")::add);
        into.put("exceptions", debugging.exceptionsProperty().get());
        into.put("statements", debugging.statementsProperty().get());
        return into;
    }

    private static void write(LinePoints points, ObjectNode into) {
        new TreeMap<>(points.all()).forEach((path, list) -> {
            ArrayNode written = into.putArray(path);
            for (Point point : list) {
                written.addObject()
                        .put("line", point.line())
                        .put("code", point.code())
                        .put("expression", point.expression());
            }
        });
    }

    @Override
    public void close() {
        if (pending != null) {
            pending.cancel();
            write();
        }
        closed = true;
    }
}
