package dev.dynamicworkers.playground.core.isolate;

/// The invocation that a turn belongs to, as the isolate sees it. Runs on the isolate thread.
public interface TurnOwner {
    /// Number of the invocation, greater than 0.
    long number();

    /// CPU time that its further turns may use, in nanoseconds.
    long remainingCpuNanos();

    /// Its whole limit, in nanoseconds.
    long cpuLimitNanos();

    /// A turn of it is over, microtasks included.
    ///
    /// @param cpuNanos CPU time the turn took
    void turnEnded(long cpuNanos);

    /// A host operation of it began or ended.
    ///
    /// @param delta 1 or -1
    void pendingChanged(int delta);

    /// Keeps a turn of it back until its time comes.
    ///
    /// @return false when the turn may run now
    default boolean parks(Runnable turn) {
        return false;
    }
}
