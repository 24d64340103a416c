package dev.dynamicworkers.playground.app.code;

import java.util.List;
import org.fxmisc.richtext.CodeArea;

/// Colours the line at which code stands still. FX thread.
final class StandingLine {
    private StandingLine() {}

    /// @param line counted from 1; 0 for none
    static void mark(CodeArea area, int line) {
        for (int i = 0; i < area.getParagraphs().size(); i++) {
            if (!area.getParagraph(i).getParagraphStyle().isEmpty() && i != line - 1) {
                area.setParagraphStyle(i, List.of());
            }
        }
        if (line > 0 && line <= area.getParagraphs().size()) {
            area.setParagraphStyle(line - 1, List.of("standing-line"));
        }
    }
}
