package dev.dynamicworkers.playground.app.task;

/// Work that says how far it is. Whoever cancels it interrupts its thread; it stops with an exception of any kind, and
/// leaves nothing half done.
@FunctionalInterface
public interface LongWork<T> {
    /// Does the work.
    ///
    /// @param progress may be told of steps
    T call(Progress progress) throws Exception;
}
