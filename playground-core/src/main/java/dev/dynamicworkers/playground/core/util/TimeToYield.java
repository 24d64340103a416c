package dev.dynamicworkers.playground.core.util;

import java.time.Duration;

/// How long code may go on after it was told to end, before its process is ended for its sake: half a second on the
/// clock, of which its thread must have had a fifth as CPU time. On a busy machine, or while memory is collected, code
/// that would yield may just not have had its turn.
public final class TimeToYield {
    /// Time on the clock.
    static final Duration CLOCK = Duration.ofMillis(500);

    /// CPU time of the code's thread. Code that yields takes a few milliseconds of it, 86 at the worst that was
    /// measured. Beside an engine that warms up on two cores, code that stays gets about a fifth of the clock.
    static final Duration CPU = Duration.ofMillis(100);

    private TimeToYield() {}

    /// Whether the code had its time.
    ///
    /// @param clockNanos time since it was told to end, in nanoseconds
    /// @param cpuNanos CPU time that its thread has had since then, in nanoseconds
    public static boolean isOver(long clockNanos, long cpuNanos) {
        return clockNanos >= CLOCK.toNanos() && cpuNanos >= CPU.toNanos();
    }
}
