package dev.dynamicworkers.playground.app.task;

/// Hears how far a piece of work is. Safe on any thread.
@FunctionalInterface
public interface Progress {
    /// Takes note of a step.
    ///
    /// @param done how many of `all` things are done
    /// @param all more than 0
    void at(long done, long all);
}
