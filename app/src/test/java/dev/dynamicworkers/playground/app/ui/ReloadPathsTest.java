package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;

/// Someone else changes a file that is open: the person's eyes stay where they were.
final class ReloadPathsTest extends WindowTest {
    private static final int LINES = 300;

    private static String lines(String word) {
        return IntStream.rangeClosed(1, LINES)
                .mapToObj(line -> "// " + word + " " + line + "\n")
                .collect(Collectors.joining());
    }

    private CodeArea changed(Path file, String text) throws IOException {
        Files.writeString(file, text);
        CodeArea area = editor("#editor-src-index-js");
        eventually(() -> area.getText().equals(text));
        interact(() -> {});
        return area;
    }

    private static String top(CodeArea area) {
        return area.getParagraph(area.firstVisibleParToAllParIndex()).getText();
    }

    private double offset(CodeArea area) {
        double[] found = new double[1];
        interact(() -> found[0] = area.getParagraphBoundsOnScreen(area.firstVisibleParToAllParIndex())
                .orElseThrow()
                .getMinY());
        return found[0];
    }

    @Test
    void theLinesThatAreSeenStayAndTheCaretStaysInItsLine() throws IOException {
        ready();
        Path file = project().resolve("src/index.js");
        CodeArea area = changed(file, lines("line"));
        interact(() -> {
            area.moveTo(149, 5);
            area.showParagraphAtTop(145);
        });
        interact(() -> area.scrollYBy(7));
        String top = top(area);
        assertThat(top).isEqualTo("// line 146");
        double offset = offset(area);

        changed(file, lines("line").replace("// line 3\n", "// line 3\n// one more\n// and another\n"));
        assertThat(area.getParagraph(area.getCurrentParagraph()).getText()).isEqualTo("// line 150");
        assertThat(area.getCaretColumn()).isEqualTo(5);
        assertThat(top(area)).isEqualTo(top);
        assertThat(offset(area)).isEqualTo(offset);

        changed(file, lines("line").replace("// line 290\n", ""));
        assertThat(area.getParagraph(area.getCurrentParagraph()).getText()).isEqualTo("// line 150");
        assertThat(top(area)).isEqualTo(top);
        assertThat(offset(area)).isEqualTo(offset);

        changed(file, lines("other"));
        assertThat(area.getParagraph(area.getCurrentParagraph()).getText()).isEqualTo("// other 150");
        assertThat(area.getCaretColumn()).isEqualTo(5);
        assertThat(top(area)).isEqualTo("// other 146");
    }
}
