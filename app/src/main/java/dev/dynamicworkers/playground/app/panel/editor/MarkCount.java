package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.code.Mark;
import dev.dynamicworkers.playground.app.session.Amounts;
import java.util.List;

/// How many problems of each kind a file has.
record MarkCount(int errors, int warnings, int notes) {
    static MarkCount of(List<Mark> marks) {
        return new MarkCount(
                count(marks, Mark.Tone.ERROR), count(marks, Mark.Tone.WARNING), count(marks, Mark.Tone.NOTE));
    }

    private static int count(List<Mark> marks, Mark.Tone tone) {
        return (int) marks.stream().filter(mark -> mark.tone() == tone).count();
    }

    boolean isEmpty() {
        return errors + warnings + notes == 0;
    }

    /// In words: `1 error, 2 warnings`; empty for none.
    String words() {
        StringBuilder words = new StringBuilder();
        append(words, errors, "error");
        append(words, warnings, "warning");
        append(words, notes, "note");
        return words.toString();
    }

    private static void append(StringBuilder words, int count, String word) {
        if (count > 0) {
            words.append(words.isEmpty() ? "" : ", ").append(Amounts.count(count, word));
        }
    }
}
