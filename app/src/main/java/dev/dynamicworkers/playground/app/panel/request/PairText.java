package dev.dynamicworkers.playground.app.panel.request;

import dev.dynamicworkers.playground.app.session.HeaderLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Names with values as one text, a pair a line, for writing or pasting many at once.
///
/// @param mark between a name and its value
record PairText(char mark) {
    /// Writes pairs, a line each.
    String write(List<HeaderRow> pairs) {
        String between = mark == ':' ? ": " : String.valueOf(mark);
        return pairs.stream()
                .filter(row -> !row.nameProperty().get().isEmpty()
                        || !row.valueProperty().get().isEmpty())
                .map(row ->
                        row.nameProperty().get() + between + row.valueProperty().get())
                .collect(Collectors.joining("\n"));
    }

    /// Reads pairs; a line without a mark is a name without a value, an empty line is nothing.
    List<HeaderLine> read(String text) {
        List<HeaderLine> pairs = new ArrayList<>();
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            // Names of HTTP/2 begin with a colon.
            int at = line.indexOf(mark, mark == ':' && line.startsWith(":") ? 1 : 0);
            pairs.add(
                    at < 0
                            ? new HeaderLine(line.strip(), "")
                            : new HeaderLine(
                                    line.substring(0, at).strip(),
                                    line.substring(at + 1).strip()));
        }
        return pairs;
    }
}
