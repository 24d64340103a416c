package dev.dynamicworkers.playground.core.debug;

/// How code that stands still goes on.
public enum Step {
    /// Until the next breakpoint.
    CONTINUE,
    /// To the next statement of the function, or of its caller where the function is over. An `await` is stepped over:
    /// the next statement is the one after it.
    OVER,
    /// To the next statement that runs for the event: in a function that is called, or in another worker.
    IN,
    /// To the next statement of the caller.
    OUT
}
