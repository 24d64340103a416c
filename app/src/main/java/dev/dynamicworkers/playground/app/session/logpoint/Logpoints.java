package dev.dynamicworkers.playground.app.session.logpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/// Expressions that are logged when a line is reached, by file and line. They are put into the text that a run gets and
/// into no file. FX thread.
public final class Logpoints {
    /// A logpoint.
    ///
    /// @param line counts from 1
    /// @param code of the line, by which it is found again after lines above it came or went
    /// @param expression of JavaScript
    public record Point(int line, String code, String expression) {}

    private static final int FARTHEST = 10;

    private final Map<String, List<Point>> points = new HashMap<>();
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();

    /// Changes with every change of the logpoints.
    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /// Whether a logpoint can be on a line.
    public static boolean canBeAt(String text, int line) {
        return StatementStart.at(text, line);
    }

    /// The line that can have a logpoint which is nearest to one that a person chose: itself, else one below it, else
    /// one
    /// above it, at most ten lines away; 0 for none.
    public static int nearest(String text, int line) {
        for (int away = 0; away <= FARTHEST; away++) {
            if (canBeAt(text, line + away)) {
                return line + away;
            }
        }
        for (int away = 1; away <= FARTHEST && line - away > 0; away++) {
            if (canBeAt(text, line - away)) {
                return line - away;
            }
        }
        return 0;
    }

    /// Puts a logpoint on a line, in place of one that is there.
    ///
    /// @param text of the file
    public void put(String path, String text, int line, String expression) {
        List<Point> all = new java.util.ArrayList<>(of(path, text));
        all.removeIf(point -> point.line() == line);
        all.add(new Point(line, lines(text).get(line - 1).strip(), expression));
        points.put(path, List.copyOf(all));
        version.set(version.get() + 1);
    }

    /// Takes the logpoint of a line away.
    ///
    /// @return whether there was one
    public boolean remove(String path, String text, int line) {
        List<Point> all = new java.util.ArrayList<>(of(path, text));
        boolean removed = all.removeIf(point -> point.line() == line);
        points.put(path, List.copyOf(all));
        if (removed) {
            version.set(version.get() + 1);
        }
        return removed;
    }

    /// The logpoints of a file where they are now; those whose line is gone are left out.
    ///
    /// @param text of the file
    public List<Point> of(String path, String text) {
        return found(points.getOrDefault(path, List.of()), lines(text));
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    private static List<Point> found(List<Point> points, List<String> lines) {
        Map<Integer, Point> found = new TreeMap<>();
        for (Point point : points) {
            int line = nearest(point, lines);
            if (line > 0) {
                found.put(line, new Point(line, point.code(), point.expression()));
            }
        }
        return List.copyOf(found.values());
    }

    private static int nearest(Point point, List<String> lines) {
        for (int away = 0; away < lines.size(); away++) {
            for (int line : new int[] {point.line() + away, point.line() - away}) {
                if (line >= 1
                        && line <= lines.size()
                        && lines.get(line - 1).strip().equals(point.code())) {
                    return line;
                }
            }
        }
        return 0;
    }

    /// The logpoints of this moment, for another thread.
    public Snapshot snapshot() {
        return new Snapshot(Map.copyOf(points));
    }

    /// Logpoints of one moment. Immutable.
    public record Snapshot(Map<String, List<Point>> points) {
        /// Texts that a run gets in place of those on disk: the unsaved ones, and those with logpoints. Blocks.
        ///
        /// @param unsaved texts that are on screen but not on disk, by path
        public Map<String, String> into(Path root, Map<String, String> unsaved) {
            Map<String, String> texts = new LinkedHashMap<>(unsaved);
            points.forEach((path, list) -> {
                String text = text(root, path, unsaved);
                if (text != null && !list.isEmpty()) {
                    texts.put(path, with(text, list));
                }
            });
            return texts;
        }

        private static @Nullable String text(Path root, String path, Map<String, String> unsaved) {
            String present = unsaved.get(path);
            if (present != null) {
                return present;
            }
            try {
                return Files.readString(root.resolve(path));
            } catch (IOException gone) {
                return null;
            }
        }
    }

    /// A text that logs: each statement stands before the line's own, so that lines keep their numbers.
    static String with(String text, List<Point> points) {
        List<String> lines = lines(text);
        Map<Integer, String> before = found(points, lines).stream()
                .filter(point -> canBeAt(text, point.line()))
                .collect(Collectors.toMap(Point::line, point -> statement(point.expression())));
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            out.append(i == 0 ? "" : "\n")
                    .append(before.getOrDefault(i + 1, ""))
                    .append(lines.get(i));
        }
        return out.toString();
    }

    private static String statement(String expression) {
        String quoted = "'" + expression.replace("\\", "\\\\").replace("'", "\\'") + " ='";
        return "try { console.log(" + quoted + ", (" + expression + ")); } catch (error) { console.warn(" + quoted
                + ", String(error)); } ";
    }
}
