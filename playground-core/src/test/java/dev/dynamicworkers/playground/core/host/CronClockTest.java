package dev.dynamicworkers.playground.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.eventloop.ManualEventLoop;
import dev.dynamicworkers.playground.core.project.CronSchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Cron triggers on a clock that stands still until it is turned.
final class CronClockTest {
    @Test
    void triggersFireAtTheirTimesUntilTheyAreStopped() {
        var loop = new ManualEventLoop();
        List<String> fired = new ArrayList<>();
        long start = loop.currentTimeMillis();
        var clock = new CronClock(
                loop,
                List.of(CronSchedule.of("*/10 * * * *"), CronSchedule.of("0 * * * *"), CronSchedule.of("0 0 30 2 *")),
                (cron, time) -> fired.add(
                        cron + " after " + Duration.ofMillis(time - start).toMinutes() + " min, "
                                + (Instant.ofEpochMilli(time).getEpochSecond() % 600)));
        for (int i = 0; i < 60; i++) {
            loop.advance(Duration.ofMinutes(1));
        }
        assertThat(fired)
                .hasSize(7)
                .filteredOn(line -> line.startsWith("0 * * * *"))
                .hasSize(1);
        assertThat(fired).allMatch(line -> line.endsWith(", 0"));

        clock.stop();
        fired.clear();
        loop.advance(Duration.ofHours(3));
        assertThat(fired).isEmpty();
    }
}
