package dev.dynamicworkers.playground.core.trace;

/// Receives what happens in a running project. Called on the event loop's thread, in order; must return quickly.
@FunctionalInterface
public interface TailConsumer {
    /// Takes one event.
    void accept(TailEvent event);
}
