package dev.dynamicworkers.playground.app.session.logpoint;

import dev.dynamicworkers.playground.core.debug.Breakpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Lines before which code stands still, each with its condition; an empty one is always true. FX thread.
public final class Breakpoints extends LinePoints {
    /// The breakpoints of this moment, for another thread.
    public Snapshot snapshot() {
        return new Snapshot(all());
    }

    /// Breakpoints of one moment. Immutable.
    public record Snapshot(Map<String, List<Point>> points) {
        /// Where they are in the texts that a run gets. Blocks.
        ///
        /// @param unsaved texts that are on screen but not on disk, by path
        public List<Breakpoint> in(Path root, Map<String, String> unsaved) {
            List<Breakpoint> all = new ArrayList<>();
            points.forEach((path, list) -> {
                String text = list.isEmpty() ? null : text(root, path, unsaved);
                if (text != null) {
                    found(list, lines(text))
                            .forEach(point -> all.add(new Breakpoint(
                                    path, point.line(), point.expression().isEmpty() ? null : point.expression())));
                }
            });
            return List.copyOf(all);
        }
    }
}
