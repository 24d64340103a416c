package dev.dynamicworkers.playground.app.session.logpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/// Expressions at lines of code, which follow their lines while the code around them changes. One whose line is gone
/// waits for it to come back. FX thread.
public abstract sealed class LinePoints permits Logpoints, Breakpoints {
    /// An expression at a line.
    ///
    /// @param line counts from 1; for one that is lost where the line was, at most the last one of the file
    /// @param code of the line, by which it is found again after lines above it came or went
    /// @param expression of JavaScript, may be empty
    /// @param isLost whether no line of the file has this code
    public record Point(int line, String code, String expression, boolean isLost) {
        /// One whose line is there.
        public Point(int line, String code, String expression) {
            this(line, code, expression, /* isLost= */ false);
        }

        Point at(int moved) {
            return new Point(moved, code, expression);
        }

        /// @param lines how many the file has
        Point lost(int lines) {
            return new Point(Math.min(line, lines), code, expression, /* isLost= */ true);
        }
    }

    static final Comparator<Point> ORDER = Comparator.comparingInt(Point::line).thenComparing(Point::isLost);

    private final Map<String, List<Point>> points = new HashMap<>();
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();

    /// Changes with every change of the points, also of the lines that they are at.
    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /// All points by file, for another thread.
    public Map<String, List<Point>> all() {
        return Map.copyOf(points);
    }

    private void set(String path, List<Point> next) {
        List<Point> before = points.getOrDefault(path, List.of());
        if (next.equals(before)) {
            return;
        }
        if (next.isEmpty()) {
            points.remove(path);
        } else {
            points.put(path, List.copyOf(next));
        }
        version.set(version.get() + 1);
    }

    /// Takes a point away, of a file that need not be open.
    ///
    /// @param line where it was last seen
    /// @param code of its line
    public void removeAt(String path, int line, String code) {
        List<Point> left = new ArrayList<>(points.getOrDefault(path, List.of()));
        left.removeIf(point -> point.line() == line && point.code().equals(code));
        set(path, left);
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
        List<Point> all = new ArrayList<>(placed(path, text));
        clear(all, line);
        all.add(new Point(line, lines(text).get(line - 1).strip(), expression));
        set(path, all.stream().sorted(ORDER).toList());
    }

    /// Takes the point of a line away, also one that is lost and was there.
    ///
    /// @return whether there was one
    public boolean remove(String path, String text, int line) {
        List<Point> all = new ArrayList<>(placed(path, text));
        boolean removed = clear(all, line);
        set(path, all);
        return removed;
    }

    /// What is lost is seen, and so taken away, only where nothing else is.
    private static boolean clear(List<Point> all, int line) {
        return all.removeIf(point -> point.line() == line && !point.isLost())
                || all.removeIf(point -> point.line() == line);
    }

    /// Adds points of an earlier session. Where there is one by now, that one stays.
    public void restore(Map<String, List<Point>> kept) {
        kept.forEach((path, list) -> {
            List<Point> all = new ArrayList<>(points.getOrDefault(path, List.of()));
            list.stream()
                    .filter(point -> all.stream().noneMatch(there -> there.line() == point.line()))
                    .toList()
                    .forEach(all::add);
            set(path, all);
        });
    }

    /// Takes note that a file, or all below a folder, has another path.
    public void moved(String from, String to) {
        for (String path : List.copyOf(points.keySet())) {
            if (path.equals(from) || path.startsWith(from + "/")) {
                List<Point> all = points.getOrDefault(path, List.of());
                set(path, List.of());
                set(to + path.substring(from.length()), all);
            }
        }
    }

    /// Takes note of an edit: points stay at the lines that they were at, changed ones too.
    ///
    /// @param before text of the file when its points were last placed
    /// @param after its text now
    public void follow(String path, String before, String after) {
        List<Point> present = points.getOrDefault(path, List.of());
        if (!present.isEmpty() && !before.equals(after)) {
            set(path, LineMove.between(lines(before), lines(after)).of(present));
        }
    }

    /// Looks for the lines of a file's points, after a change that nobody saw.
    ///
    /// @param text of the file, null where there is no such file
    public void find(String path, @Nullable String text) {
        List<Point> present = points.getOrDefault(path, List.of());
        set(
                path,
                text == null
                        ? present.stream()
                                .map(point -> point.lost(point.line()))
                                .toList()
                        : placed(present, lines(text)));
    }

    /// The points of a file where they are now; those whose line is gone are left out.
    ///
    /// @param text of the file
    public List<Point> of(String path, String text) {
        return found(points.getOrDefault(path, List.of()), lines(text));
    }

    /// The points of a file where they are now, and those whose line is gone where it was: by line, and what is there
    /// before what is gone.
    ///
    /// @param text of the file
    public List<Point> placed(String path, String text) {
        return placed(points.getOrDefault(path, List.of()), lines(text));
    }

    static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    static List<Point> found(List<Point> points, List<String> lines) {
        return placed(points, lines).stream().filter(point -> !point.isLost()).toList();
    }

    static List<Point> placed(List<Point> points, List<String> lines) {
        Map<Integer, Point> found = new TreeMap<>();
        Set<Point> lost = new LinkedHashSet<>();
        for (Point point : points) {
            int line = nearest(point, lines);
            if (line > 0) {
                found.put(line, point.at(line));
            } else {
                lost.add(point.lost(lines.size()));
            }
        }
        return Stream.concat(found.values().stream(), lost.stream())
                .sorted(ORDER)
                .toList();
    }

    private static int nearest(Point point, List<String> lines) {
        for (int away = 0; away < Math.max(lines.size(), point.line()); away++) {
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
