package dev.dynamicworkers.playground.core.worker;

import java.time.Duration;

/// How long isolates of dynamic workers stay that nobody uses.
///
/// @param unnamedKept how many unnamed ones stay after their last use, for people who want to look at them
/// @param namedKept how many named ones stay idle at most; those unused for longest go first
/// @param namedIdleTime how long a named one stays idle at most
public record Retention(int unnamedKept, int namedKept, Duration namedIdleTime) {
    /// 20 unnamed ones, 100 named ones for ten minutes.
    public static final Retention DEFAULT = new Retention(20, 100, Duration.ofMinutes(10));

    public Retention {
        if (unnamedKept < 0 || namedKept < 0 || namedIdleTime.isNegative()) {
            throw new IllegalArgumentException("less than none can't be kept");
        }
    }
}
