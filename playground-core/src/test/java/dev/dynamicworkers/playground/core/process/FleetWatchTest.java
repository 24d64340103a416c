package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FleetWatchTest {
    @ParameterizedTest
    @CsvSource({"0.3, 2, 10", "2, 2, 10", "5, 2, 25", "5, 16, 10", "400, 2, 120", "-1, 2, 10"})
    void anEngineMayBeSilentForLongerWhereThereAreFewProcessorsForAll(double load, int processors, int seconds) {
        assertThat(FleetWatch.silenceLimit(Duration.ofSeconds(10), load, processors))
                .isEqualTo(Duration.ofSeconds(seconds));
    }
}
