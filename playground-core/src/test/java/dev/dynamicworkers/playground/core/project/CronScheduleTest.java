package dev.dynamicworkers.playground.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cron expressions of the platform's documentation and around their edges. 1 January 2026 is a Thursday.
final class CronScheduleTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        * * * * *         | 2026-01-01T00:00:30Z | 2026-01-01T00:01:00Z
        */30 * * * *      | 2026-01-01T00:30:00Z | 2026-01-01T01:00:00Z
        45 * * * *        | 2026-01-01T00:00:00Z | 2026-01-01T00:45:00Z
        0 17 * * sun      | 2026-01-01T00:00:00Z | 2026-01-04T17:00:00Z
        0 17 * * 1        | 2026-01-04T17:00:00Z | 2026-01-11T17:00:00Z
        10 7 * * mon-fri  | 2026-01-02T07:10:00Z | 2026-01-05T07:10:00Z
        10 7 * * 2-6      | 2026-01-03T00:00:00Z | 2026-01-05T07:10:00Z
        0 15 1 * *        | 2026-01-01T15:00:00Z | 2026-02-01T15:00:00Z
        0 18 * * 6L       | 2026-01-01T00:00:00Z | 2026-01-30T18:00:00Z
        0 18 * * friL     | 2026-01-31T00:00:00Z | 2026-02-27T18:00:00Z
        59 23 LW * *      | 2026-01-01T00:00:00Z | 2026-01-30T23:59:00Z
        0 0 L 2 *         | 2026-01-01T00:00:00Z | 2026-02-28T00:00:00Z
        0 0 L-2 * *       | 2026-01-01T00:00:00Z | 2026-01-29T00:00:00Z
        0 0 3W 1 *        | 2026-01-01T00:00:00Z | 2026-01-02T00:00:00Z
        0 0 1W 8 *        | 2026-01-01T00:00:00Z | 2026-08-03T00:00:00Z
        0 10 * * MON#2    | 2026-01-01T00:00:00Z | 2026-01-12T10:00:00Z
        0 0 * * 5#5       | 2026-01-01T00:00:00Z | 2026-01-29T00:00:00Z
        0 0 13 * fri      | 2026-01-01T00:00:00Z | 2026-01-02T00:00:00Z
        0 22-2/2 * * *    | 2026-01-01T00:30:00Z | 2026-01-01T02:00:00Z
        0 0 * * FRI-MON   | 2026-01-01T00:00:00Z | 2026-01-02T00:00:00Z
        5,10/20 3 * dec,2 * | 2026-01-01T00:00:00Z | 2026-02-01T03:05:00Z
        0 0 29 2 *        | 2026-01-01T00:00:00Z | 2028-02-29T00:00:00Z
        0 0 * * L         | 2026-01-01T00:00:00Z | 2026-01-03T00:00:00Z
        """)
    void theNextTimeIsFound(String expression, Instant after, Instant next) {
        assertThat(CronSchedule.of(expression).next(after)).contains(next);
    }

    @Test
    void severalTimesAndNone() {
        var start = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(CronSchedule.of("0 */12 * * *").next(start, 3))
                .containsExactly(
                        Instant.parse("2026-01-01T12:00:00Z"),
                        Instant.parse("2026-01-02T00:00:00Z"),
                        Instant.parse("2026-01-02T12:00:00Z"));
        assertThat(CronSchedule.of("0 0 30 2 *").next(start)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        * * * *      | it has 4 fields and wants five
        60 * * * *   | the minute "60" wants 0 to 59
        * * * * 0    | the weekday "0" wants 1 to 7, and Sunday is 1
        * * 0W * *   | the day of the month "0" wants 1 to 31
        */0 * * * *  | the minute "*/0" has no step from 1 on behind its "/"
        * * * * 2#6  | the weekday "2#6" has no number from 1 to 5 behind its "#"
        * * * FOO *  | the month "FOO" wants 1 to 12
        , * * * *    | the minute "" is no value, range or step
        """)
    void whatIsNoExpressionIsSaidInWords(String expression, String why) {
        assertThatThrownBy(() -> CronSchedule.of(expression)).hasMessage(why);
    }
}
