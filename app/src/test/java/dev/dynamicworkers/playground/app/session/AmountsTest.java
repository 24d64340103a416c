package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AmountsTest {
    @Test
    void timesHaveAsManyDigitsAsHelp() {
        assertThat(Amounts.millis(0.417)).isEqualTo("0.42 ms");
        assertThat(Amounts.millis(3.14)).isEqualTo("3.1 ms");
        assertThat(Amounts.millis(140.4)).isEqualTo("140 ms");
        assertThat(Amounts.millis(1_449)).isEqualTo("1.4 s");
    }

    @Test
    void sizesHaveTheirUnit() {
        assertThat(Amounts.bytes(42)).isEqualTo("42 B");
        assertThat(Amounts.bytes(91 * 1_024)).isEqualTo("91 KB");
        assertThat(Amounts.bytes(1_500_000)).isEqualTo("1.4 MB");
    }

    @Test
    void agesAreTold() {
        assertThat(Amounts.ago(Duration.ofSeconds(-2))).isEqualTo("just now");
        assertThat(Amounts.ago(Duration.ofSeconds(59))).isEqualTo("just now");
        assertThat(Amounts.ago(Duration.ofMinutes(59))).isEqualTo("59 min ago");
        assertThat(Amounts.ago(Duration.ofHours(23))).isEqualTo("23 h ago");
        assertThat(Amounts.ago(Duration.ofHours(25))).isEqualTo("1 day ago");
    }

    @Test
    void aFigureThatIsNotKnownIsNeverZero() {
        assertThat(Amounts.bytes((Long) null)).isEqualTo("unknown");
        assertThat(Amounts.millis((Double) null)).isEqualTo("unknown");
    }
}
