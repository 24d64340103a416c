package dev.dynamicworkers.playground.core.transpile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Positions of generated JavaScript and where they come from ("Source Map", revision 3, one source). Safe on any
/// thread.
public final class SourceMap {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// Segments by generated line; each is generated column, source line, source column, all from 0.
    private final List<List<int[]>> lines;

    private SourceMap(List<List<int[]>> lines) {
        this.lines = lines;
    }

    /// A place in the source.
    ///
    /// @param line from 1
    /// @param column from 1
    public record Position(int line, int column) {}

    /// Reads the JSON text of a source map.
    public static SourceMap parse(String json) {
        JsonNode tree = new JsonMapper().readTree(json);
        String mappings = tree.path("mappings").asString("");
        List<List<int[]>> lines = new ArrayList<>();
        int[] state = new int[4];
        for (String line : mappings.split(";", -1)) {
            List<int[]> segments = new ArrayList<>();
            state[0] = 0;
            for (String segment : line.split(",", -1)) {
                if (!segment.isEmpty()) {
                    readSegment(segment, state, segments);
                }
            }
            lines.add(segments);
        }
        return new SourceMap(lines);
    }

    private static void readSegment(String segment, int[] state, List<int[]> segments) {
        int[] fields = new int[5];
        int count = 0;
        int value = 0;
        int shift = 0;
        for (int i = 0; i < segment.length() && count < 5; i++) {
            int digit = DIGITS.indexOf(segment.charAt(i));
            value |= (digit & 31) << shift;
            shift += 5;
            if ((digit & 32) == 0) {
                fields[count++] = (value & 1) == 1 ? -(value >> 1) : value >> 1;
                value = 0;
                shift = 0;
            }
        }
        state[0] += fields[0];
        if (count >= 4) {
            state[2] += fields[2];
            state[3] += fields[3];
            segments.add(new int[] {state[0], state[2], state[3]});
        }
    }

    /// The generated lines that come from a line of the source, in order.
    ///
    /// @param line from 1
    public List<Integer> generatedLines(int line) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).stream().anyMatch(segment -> segment[1] == line - 1)) {
                found.add(i + 1);
            }
        }
        return List.copyOf(found);
    }

    /// Where a generated position comes from, or null when nothing is known.
    ///
    /// @param line from 1
    /// @param column from 1
    public @Nullable Position source(int line, int column) {
        if (line < 1 || line > lines.size()) {
            return null;
        }
        int[] best = null;
        for (int[] segment : lines.get(line - 1)) {
            if (segment[0] <= column - 1) {
                best = segment;
            }
        }
        return best == null ? null : new Position(best[1] + 1, best[2] + 1);
    }
}
