package dev.dynamicworkers.playground.app.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LineEditsTest {
    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(7))
                .mapToObj(line -> List.of("a", "b", "c", "").get(random.nextInt(4)))
                .collect(Collectors.joining("\n"));
    }

    private static String applied(String before, List<TextEdit> edits) {
        StringBuilder text = new StringBuilder(before);
        edits.reversed().forEach(edit -> text.replace(edit.start(), edit.end(), edit.text()));
        return text.toString();
    }

    @Test
    void theEditsMakeOneTextOfTheOther() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            String before = text(random);
            String after = text(random);
            assertThat(applied(before, LineEdits.between(before, after)))
                    .as("%s to %s", before, after)
                    .isEqualTo(after);
        }
    }

    @Test
    void linesBetweenTwoChangesStay() {
        assertThat(LineEdits.between("one\ntwo\nthree\nfour\nfive", "1\ntwo\nthree\n4\nfive"))
                .containsExactly(new TextEdit(0, 4, "1\n"), new TextEdit(13, 18, "\n4"));
    }

    @Test
    void aTextWithoutLinesInCommonIsExchangedAsOne() {
        String before = "a\n".repeat(5_000);
        String after = "b\n".repeat(5_000);
        assertThat(LineEdits.between(before, after)).hasSize(1);
        assertThat(applied(before, LineEdits.between(before, after))).isEqualTo(after);
    }
}
