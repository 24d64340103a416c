package dev.dynamicworkers.playground.core.debug;

/// Hears of code that stands still. Called on a thread of the engine; must return quickly.
public interface PauseListener {
    /// It stands still until it is told how to go on, is stopped, or the engine ends.
    void paused(Pause pause);

    /// It does not stand still any more.
    ///
    /// @param number of the pause
    void goesOn(long number);
}
