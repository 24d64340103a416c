package dev.dynamicworkers.playground.core.binding.durableobject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.eventloop.ManualEventLoop;
import dev.dynamicworkers.playground.core.storage.AlarmStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Alarms by a manual clock: when they ring, how often, and that they outlive the process.
final class AlarmClockTest {
    private static final AlarmClock.Owner ONE = new AlarmClock.Owner("ns", "1", null);
    private static final AlarmClock.Owner TWO = new AlarmClock.Owner("ns", "2", "name");

    private final ManualEventLoop loop = new ManualEventLoop();
    private final List<String> rung = new ArrayList<>();
    private boolean handlersSucceed = true;

    private static long after(long millis) {
        return ManualEventLoop.EPOCH_MILLIS + millis;
    }

    private AlarmClock clock(@Nullable Path file) {
        return new AlarmClock(loop, new AlarmStore(file), (alarm, done, watcher) -> {
            rung.add(alarm.object() + " at " + (loop.currentTimeMillis() - ManualEventLoop.EPOCH_MILLIS) + " retry "
                    + alarm.retries());
            done.accept(handlersSucceed);
        });
    }

    @Test
    void ringsOnceWhenItIsDue() {
        try (AlarmClock clock = clock(null)) {
            clock.set(ONE, after(5000));
            clock.set(TWO, after(3000));
            assertThat(clock.get(ONE)).isEqualTo(after(5000));
            loop.advance(Duration.ofMillis(2999));
            assertThat(rung).isEmpty();
            loop.advance(Duration.ofMillis(100_000));
            assertThat(rung).containsExactly("2 at 3000 retry 0", "1 at 5000 retry 0");
            assertThat(clock.get(ONE)).isNull();
        }
    }

    @Test
    void aNewTimeTakesThePlaceOfTheOldOne() {
        try (AlarmClock clock = clock(null)) {
            clock.set(ONE, after(1000));
            clock.set(ONE, after(2000));
            clock.set(TWO, after(1000));
            clock.delete(TWO);
            loop.advance(Duration.ofMillis(10_000));
            assertThat(rung).containsExactly("1 at 2000 retry 0");
        }
    }

    @Test
    void failuresAreTriedSixTimesMoreEverLater() {
        handlersSucceed = false;
        try (AlarmClock clock = clock(null)) {
            clock.set(ONE, after(0));
            loop.advance(Duration.ofMillis(1_000_000));
            assertThat(rung)
                    .containsExactly(
                            "1 at 0 retry 0",
                            "1 at 2000 retry 1",
                            "1 at 6000 retry 2",
                            "1 at 14000 retry 3",
                            "1 at 30000 retry 4",
                            "1 at 62000 retry 5",
                            "1 at 126000 retry 6");
        }
    }

    @Test
    void alarmsOutliveTheProcess(@TempDir Path folder) {
        Path file = folder.resolve("alarms.sqlite");
        try (AlarmClock clock = clock(file)) {
            clock.set(TWO, after(4000));
        }
        loop.advance(Duration.ofMillis(10_000));
        assertThat(rung).isEmpty();
        try (AlarmClock clock = clock(file)) {
            clock.resume();
            loop.advance(Duration.ofMillis(0));
            assertThat(rung).containsExactly("2 at 10000 retry 0");
        }
    }
}
