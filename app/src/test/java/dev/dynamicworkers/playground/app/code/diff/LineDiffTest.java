package dev.dynamicworkers.playground.app.code.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LineDiffTest {
    @Test
    void changedLinesAreThoseOfTheNewText() {
        assertThat(LineDiff.changedLines("a\nb\nc", "a\nX\nc")).containsExactly(2);
        assertThat(LineDiff.changedLines("a\nb", "a\nb\nc\nd")).containsExactly(3, 4);
        assertThat(LineDiff.changedLines("a\nb\nc", "a\nc")).containsExactly(2);
        assertThat(LineDiff.changedLines("a", "a")).isEmpty();
    }

    @Test
    void rowsPutLinesSideBySide() {
        assertThat(LineDiff.rows("a\nb\nc", "a\nB\nB2\nc"))
                .containsExactly(
                        new LineDiff.Row(1, "a", 1, "a"),
                        new LineDiff.Row(2, "b", 2, "B"),
                        new LineDiff.Row(0, "", 3, "B2"),
                        new LineDiff.Row(3, "c", 4, "c"));
    }
}
