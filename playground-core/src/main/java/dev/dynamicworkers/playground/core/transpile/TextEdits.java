package dev.dynamicworkers.playground.core.transpile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Changes to a source text that keep every line where it is. Used by one thread.
final class TextEdits {
    private static final Comparator<Edit> ORDER = Comparator.comparingInt(Edit::at)
            .thenComparing(Edit::isOpening)
            .thenComparingInt(edit -> edit.isOpening ? edit.depth : -edit.depth);

    private final String source;
    private final int[] offsets;
    private final List<Edit> edits = new ArrayList<>();
    private final StringBuilder tail = new StringBuilder();

    /// @param depth of the syntax node that it belongs to: where one node ends and another begins, the inner one's end
    ///     comes first
    private record Edit(int at, int end, String text, boolean isOpening, int depth) {}

    /// @param offsets where each code point of the source begins, as the parser counts code points; empty when they
    ///     are all one unit long
    TextEdits(String source, int[] offsets) {
        this.source = source;
        this.offsets = offsets;
    }

    /// The place in the source of a place that the parser tells.
    private int offset(int place) {
        return offsets.length == 0 ? place : offsets[place];
    }

    /// The text between two places.
    String text(int from, int to) {
        return source.substring(offset(from), offset(to));
    }

    /// Text that something begins with.
    void open(int at, String text, int depth) {
        edits.add(new Edit(offset(at), offset(at), text, /* isOpening= */ true, depth));
    }

    /// Text that something ends with.
    void close(int at, String text, int depth) {
        edits.add(new Edit(offset(at), offset(at), text, /* isOpening= */ false, depth));
    }

    /// Puts text in the place of other text; its line ends stay.
    void replace(int from, int to, String text, int depth) {
        String kept = "\n".repeat(lineEnds(text(from, to)));
        edits.add(new Edit(offset(from), offset(to), text + kept, /* isOpening= */ true, depth));
    }

    /// Adds a line after the last one.
    void append(String line) {
        tail.append('\n').append(line);
    }

    /// The changed text and where its columns come from.
    UsingLowering.Output apply() {
        edits.sort(ORDER);
        StringBuilder out = new StringBuilder(source.length() + 200);
        List<ColumnShift> shifts = new ArrayList<>();
        int read = 0;
        int line = 1;
        for (Edit edit : edits) {
            out.append(source, read, edit.at);
            int before = column(out, out.length());
            out.append(edit.text);
            line += lineEnds(source.substring(read, edit.at)) + lineEnds(edit.text);
            read = edit.end;
            shifts.add(new ColumnShift(line, before, column(out, out.length()), column(source, read)));
        }
        out.append(source, read, source.length()).append(tail);
        return new UsingLowering.Output(out.toString(), List.copyOf(shifts));
    }

    private static int lineEnds(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private static int column(CharSequence text, int at) {
        int column = 1;
        for (int i = at - 1; i >= 0 && text.charAt(i) != '\n'; i--) {
            column++;
        }
        return column;
    }
}
