package dev.dynamicworkers.playground.core.limits;

/// Something whose running turn can be ended from outside. Safe on any thread.
public interface Interruptible {
    /// Ends the turn that runs and the isolate with it.
    ///
    /// @param reason why, for people and for the outcome
    void condemn(Condemnation reason);

    /// What people call it, empty when it has no name.
    default String label() {
        return "";
    }

    /// Called every few milliseconds while a turn of it runs.
    ///
    /// @param threadAllocatedBytes what the thread of the turn has allocated so far
    default void watched(long threadAllocatedBytes) {}
}
