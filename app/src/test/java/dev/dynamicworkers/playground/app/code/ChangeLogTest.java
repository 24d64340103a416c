package dev.dynamicworkers.playground.app.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ChangeLogTest {
    @Test
    void typedLettersAreOneChangeAndWhatIsUndoneIsNone() {
        ChangeLog log = new ChangeLog();
        log.restart("ab");
        log.add(2, "", "c");
        log.add(3, "", "d");
        assertThat(log.edits()).containsExactly(new TextEdit(2, 2, "cd"));
        log.add(0, "ab", "x");
        log.add(0, "x", "ab");
        assertThat(log.edits()).hasSize(1);
    }

    @Test
    void whatIsForgottenStaysInTheText() {
        Random random = new Random(7);
        ChangeLog log = new ChangeLog();
        StringBuilder text = new StringBuilder("begin");
        log.restart(text.toString());
        for (int i = 0; i < 2_000; i++) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(4));
            String inserted = "x".repeat(random.nextInt(4)) + i;
            log.add(at, text.substring(at, end), inserted);
            text.replace(at, end, inserted);
        }
        List<TextEdit> edits = log.edits();
        assertThat(edits).hasSizeBetween(100, 400);
        String replayed = log.base();
        for (TextEdit edit : edits) {
            replayed = ChangeLog.apply(replayed, edit);
        }
        assertThat(replayed).isEqualTo(text.toString());
    }
}
