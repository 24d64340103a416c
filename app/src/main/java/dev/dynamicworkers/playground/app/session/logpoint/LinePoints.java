package dev.dynamicworkers.playground.app.session.logpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/// Expressions at lines of code, which follow their lines while the code around them changes. FX thread.
public abstract sealed class LinePoints permits Logpoints, Breakpoints {
    /// An expression at a line.
    ///
    /// @param line counts from 1
    /// @param code of the line, by which it is found again after lines above it came or went
    /// @param expression of JavaScript, may be empty
    public record Point(int line, String code, String expression) {}

    private final Map<String, List<Point>> points = new HashMap<>();
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();

    /// Changes with every change of the points.
    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /// All points by file, for another thread.
    public Map<String, List<Point>> all() {
        return Map.copyOf(points);
    }

    /// Takes the point away that was last seen at a line, of a file that need not be open.
    public void removeAt(String path, int line) {
        List<Point> left = new ArrayList<>(points.getOrDefault(path, List.of()));
        if (left.removeIf(point -> point.line() == line)) {
            points.put(path, List.copyOf(left));
            version.set(version.get() + 1);
        }
    }

    /// Takes all points away.
    public void clear() {
        points.clear();
        version.set(version.get() + 1);
    }

    /// Puts a point on a line, in place of one that is there.
    ///
    /// @param text of the file
    public void put(String path, String text, int line, String expression) {
        List<Point> all = new ArrayList<>(of(path, text));
        all.removeIf(point -> point.line() == line);
        all.add(new Point(line, lines(text).get(line - 1).strip(), expression));
        points.put(path, List.copyOf(all));
        version.set(version.get() + 1);
    }

    /// Takes the point of a line away.
    ///
    /// @return whether there was one
    public boolean remove(String path, String text, int line) {
        List<Point> all = new ArrayList<>(of(path, text));
        boolean removed = all.removeIf(point -> point.line() == line);
        points.put(path, List.copyOf(all));
        if (removed) {
            version.set(version.get() + 1);
        }
        return removed;
    }

    /// The points of a file where they are now; those whose line is gone are left out.
    ///
    /// @param text of the file
    public List<Point> of(String path, String text) {
        return found(points.getOrDefault(path, List.of()), lines(text));
    }

    static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    static List<Point> found(List<Point> points, List<String> lines) {
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

    /// A text as it is on screen, else on disk; null where there is none. Blocks.
    static @Nullable String text(Path root, String path, Map<String, String> unsaved) {
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
