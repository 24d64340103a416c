package dev.dynamicworkers.playground.app.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextEditTest {
    @Test
    void theSmallestEditLeavesWhatBothTextsShare() {
        assertThat(TextEdit.between("one two three", "one 2 three")).isEqualTo(new TextEdit(4, 7, "2"));
        assertThat(TextEdit.between("same", "same")).isEqualTo(new TextEdit(4, 4, ""));
        assertThat(TextEdit.between("", "new")).isEqualTo(new TextEdit(0, 0, "new"));
        assertThat(TextEdit.between("gone", "")).isEqualTo(new TextEdit(0, 4, ""));
        // What is shared at the start is not taken for the end once more.
        assertThat(TextEdit.between("aa", "aaa")).isEqualTo(new TextEdit(2, 2, "a"));
    }

    @Test
    void whatIsBeforeAnEditStaysAndWhatIsAfterItMoves() {
        TextEdit edit = new TextEdit(4, 7, "2");
        assertThat(edit.keeps(4)).isTrue();
        assertThat(edit.keeps(5)).isFalse();
        assertThat(edit.keeps(7)).isTrue();
        assertThat(edit.moved(4)).isEqualTo(4);
        assertThat(edit.moved(9)).isEqualTo(7);
    }
}
