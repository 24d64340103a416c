package dev.dynamicworkers.playground.core.runtime;

import java.io.InputStream;

/// Body of a request that comes from outside.
public sealed interface RequestBody {
    /// No body at all.
    record None() implements RequestBody {}

    /// A body that is known as a whole.
    record Bytes(byte[] bytes) implements RequestBody {}

    /// A body that arrives over time; read on a thread of its own and closed at its end.
    record Stream(InputStream input) implements RequestBody {}
}
