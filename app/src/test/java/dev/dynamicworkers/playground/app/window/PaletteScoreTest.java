package dev.dynamicworkers.playground.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// How well what is typed into the palette matches a title.
final class PaletteScoreTest {
    private static int score(String wanted) {
        return PaletteViewModel.score("View: Reset zoom", wanted);
    }

    @Test
    void wordsMayComeInAnyOrder() {
        assertThat(score("zoom reset")).isBetween(500, 999);
        assertThat(score("ZOOM  view")).isBetween(500, 999);
        assertThat(score("zoom in")).isEqualTo(-1);
    }

    @Test
    void theWholeComesBeforeItsWordsAndWordsBeforeLetters() {
        assertThat(score("")).isZero();
        assertThat(score("reset z")).isEqualTo(6);
        assertThat(score("vrz")).isGreaterThanOrEqualTo(1_000);
        assertThat(score("zv")).isEqualTo(-1);
    }
}
