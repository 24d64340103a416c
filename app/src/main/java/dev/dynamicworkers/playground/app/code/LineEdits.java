package dev.dynamicworkers.playground.app.code;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/// What makes one text of another and leaves the lines that both have. Safe on any thread.
final class LineEdits {
    /// Most lines that are compared while someone waits; more are exchanged as one.
    private static final int MOST_LINES = 2_000;

    private LineEdits() {}

    /// The edits in order, with offsets of the first text.
    static List<TextEdit> between(String before, String after) {
        TextEdit whole = TextEdit.between(before, after);
        int start = before.lastIndexOf('\n', whole.start() - 1) + 1;
        int next = before.indexOf('\n', whole.end());
        int end = next < 0 ? before.length() : next;
        List<String> source = lines(before.substring(start, end));
        List<String> target = lines(after.substring(start, end + after.length() - before.length()));
        if (Math.max(source.size(), target.size()) > MOST_LINES) {
            return List.of(whole);
        }
        List<TextEdit> edits = new ArrayList<>();
        int line = 0;
        int at = start;
        for (AbstractDelta<String> delta : DiffUtils.diff(source, target).getDeltas()) {
            int from = delta.getSource().getPosition();
            int to = from + delta.getSource().size();
            at += length(source.subList(line, from));
            int goneTo = at + length(source.subList(from, to));
            List<String> added = delta.getTarget().getLines();
            String text = String.join("\n", added);
            if (to < source.size()) {
                edits.add(new TextEdit(at, goneTo, added.isEmpty() ? "" : text + "\n"));
            } else if (from > 0) {
                // The last line has no line end of its own: that of the line before it comes or goes with it.
                edits.add(new TextEdit(at - 1, end, added.isEmpty() ? "" : "\n" + text));
            } else {
                edits.add(new TextEdit(at, end, text));
            }
            line = to;
            at = goneTo;
        }
        return edits;
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    private static int length(List<String> lines) {
        return lines.stream().mapToInt(line -> line.length() + 1).sum();
    }
}
