package dev.dynamicworkers.playground.core.io;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A byte stream whose consumer is in another isolate.
public interface StreamSink {
    /// Does one of `write`, `close`, `abort`.
    ///
    /// @param done hears null or the failure, on the event loop's thread
    void operate(String operation, byte @Nullable [] bytes, Consumer<@Nullable Failure> done);
}
