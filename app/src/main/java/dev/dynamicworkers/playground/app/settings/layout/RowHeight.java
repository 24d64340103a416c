package dev.dynamicworkers.playground.app.settings.layout;

import java.util.Optional;
import java.util.stream.Stream;

/// How high the rows of lists and tables are.
public enum RowHeight {
    /// 26 pixels at 100 %.
    COMPACT("compact"),
    /// 32 pixels at 100 %.
    COMFORTABLE("comfortable");

    private final String word;

    RowHeight(String word) {
        this.word = word;
    }

    /// As it is written down, and the style class of what has such rows.
    public String word() {
        return word;
    }

    /// The height with this word.
    public static Optional<RowHeight> of(String word) {
        return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
