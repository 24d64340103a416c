package dev.dynamicworkers.playground.app.session.logpoint;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Expressions that are logged when a line is reached, by file and line. They are put into the text that a run gets and
/// into no file. FX thread.
public final class Logpoints extends LinePoints {
    private static final int FARTHEST = 10;

    /// Whether a logpoint can be on a line.
    public static boolean canBeAt(String text, int line) {
        return StatementStart.at(text, line);
    }

    /// The line that can have a logpoint which is nearest to one that a person chose: itself, else one below it, else
    /// one above it, at most ten lines away; 0 for none.
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

    /// The logpoints of this moment, for another thread.
    public Snapshot snapshot() {
        return new Snapshot(all());
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
