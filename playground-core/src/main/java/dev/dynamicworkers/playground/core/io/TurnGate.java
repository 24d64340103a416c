package dev.dynamicworkers.playground.core.io;

/// Decides whether turns of an invocation may run now. Asked on the event loop's thread.
@FunctionalInterface
public interface TurnGate {
    /// @return whether the turn was kept back
    boolean parks(InvocationContext invocation, Runnable turn);
}
