package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.project.CronSchedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Fires cron triggers at their times, by the clock of an event loop. What was missed while nothing ran, or while the
/// machine slept, is not made up for. Runs on the event loop's thread.
public final class CronClock {
    private final EventLoop loop;
    private final Target target;
    private final List<EventLoop.Timer> timers = new ArrayList<>();

    /// Gets what is due.
    @FunctionalInterface
    public interface Target {
        /// @param cron the expression as it is written
        /// @param scheduledTime milliseconds since 1970
        void fire(String cron, long scheduledTime);
    }

    public CronClock(EventLoop loop, List<CronSchedule> schedules, Target target) {
        this.loop = loop;
        this.target = target;
        for (CronSchedule each : schedules) {
            timers.add(arm(each, timers.size()));
        }
    }

    private EventLoop.Timer arm(CronSchedule schedule, int number) {
        long now = loop.currentTimeMillis();
        return schedule.next(Instant.ofEpochMilli(now))
                .map(time -> loop.schedule(
                        Math.max(1, time.toEpochMilli() - now) * 1_000_000,
                        () -> ring(schedule, number, time.toEpochMilli())))
                .orElse(() -> {});
    }

    private void ring(CronSchedule schedule, int number, long time) {
        timers.set(number, arm(schedule, number));
        target.fire(schedule.expression(), time);
    }

    /// Fires no more.
    public void stop() {
        timers.forEach(EventLoop.Timer::cancel);
    }
}
