package dev.dynamicworkers.playground.core.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The table of limits and its twin in the guide.
final class LimitsTableTest {
    private static final Path GUIDE = Path.of("..", "docs", "guide", "limits.md");

    @ParameterizedTest
    @EnumSource
    void theGuideHasEveryLimitWithItsRangeAndPresets(Limit limit) throws IOException {
        String row = "| `%s` | %s | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        limit.key(),
                        limit.meaning(),
                        limit.unit(),
                        number(limit.least()),
                        number(limit.most()),
                        number(Limits.Preset.PAID.limits().get(limit)),
                        number(Limits.Preset.FREE.limits().get(limit)),
                        number(Limits.Preset.LESSON.limits().get(limit)),
                        number(Limits.Preset.STRICT.limits().get(limit)))
                .replace("|  |", "| |");

        assertThat(Files.readString(GUIDE)).contains(row);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    @Test
    void theLowerOfTwoWins() {
        Limits both = Limits.Preset.STRICT.limits().and(Limits.Preset.PAID.limits());

        assertThat(both).isEqualTo(Limits.Preset.STRICT.limits());
        assertThat(Limits.DEFAULT.with(Limit.CPU, 7).and(both).get(Limit.CPU)).isEqualTo(7);
    }

    @Test
    void aValueOutOfRangeIsRefusedWithASentence() {
        assertThatThrownBy(() -> Limits.DEFAULT.with(Limit.CPU, 0))
                .hasMessage("The limit cpuMs (CPU time of one event) is 0 ms; it can be from 1 to 300000 ms.");
    }

    @Test
    void namesAreFound() {
        assertThat(Limit.ofKey("memoryMb")).contains(Limit.MEMORY);
        assertThat(Limits.Preset.ofName("lesson")).contains(Limits.Preset.LESSON);
        assertThat(Limits.Preset.ofName("LESSON")).isEmpty();
    }
}
