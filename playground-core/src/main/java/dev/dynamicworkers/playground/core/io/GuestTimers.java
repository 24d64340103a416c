package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import java.util.HashMap;
import java.util.Map;

/// The timers that guest code started on behalf of one invocation: they die with it, or pass to its object. Runs on
/// the event loop's thread.
final class GuestTimers {
    private final InvocationContext owner;
    private final Map<Integer, EventLoop.Timer> timers = new HashMap<>();

    GuestTimers(InvocationContext owner) {
        this.owner = owner;
    }

    /// @param rhythm whether it repeats the timer that runs, and so is counted from when that one was due
    /// @throws dev.dynamicworkers.playground.core.isolate.GuestThrow when the isolate has too many
    void start(int id, long millis, boolean rhythm) {
        owner.worker().countTimer();
        owner.pendingChanged(1);
        EventLoop loop = owner.worker().isolate().loop();
        timers.put(
                id,
                loop.schedule(
                        Math.max(0, millis * 1_000_000 - (rhythm ? loop.lateNanos() : 0)),
                        () -> owner.living().timers().fire(id)));
    }

    private void fire(int id) {
        if (timers.containsKey(id) && !owner.parks(() -> owner.living().timers().fire(id))) {
            timers.remove(id);
            owner.worker().timersEnded(1);
            owner.pendingChanged(-1);
            owner.run("timer", id);
        }
    }

    /// @return whether there was such a timer
    boolean stop(int id) {
        EventLoop.Timer timer = timers.remove(id);
        if (timer == null) {
            return false;
        }
        owner.worker().timersEnded(1);
        owner.pendingChanged(-1);
        timer.cancel();
        return true;
    }

    void passTo(GuestTimers home) {
        home.timers.putAll(timers);
        home.owner.pendingChanged(timers.size());
        timers.clear();
    }

    void cancelAll() {
        timers.values().forEach(EventLoop.Timer::cancel);
        owner.worker().timersEnded(timers.size());
        timers.clear();
    }
}
