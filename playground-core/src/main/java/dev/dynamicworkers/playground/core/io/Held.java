package dev.dynamicworkers.playground.core.io;

/// Something that a handle of an isolate keeps in use. Runs on the event loop's thread.
public interface Held {
    /// The handle's holder lets go of it.
    void release();
}
