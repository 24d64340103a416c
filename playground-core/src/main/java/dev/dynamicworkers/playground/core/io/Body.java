package dev.dynamicworkers.playground.core.io;

/// A request's or response's body on its way between isolates or to the outside.
public sealed interface Body {
    Body NONE = new None();

    /// There is none.
    record None() implements Body {}

    /// A text that has been given as a string.
    record Text(String text) implements Body {}

    /// Bytes known as a whole.
    record Bytes(byte[] bytes) implements Body {}

    /// Bytes that are pulled.
    record Stream(StreamSource source) implements Body {}

    /// The code that runtime source `io/body` uses.
    default int kind() {
        return switch (this) {
            case None none -> 0;
            case Text text -> 1;
            case Bytes bytes -> 2;
            case Stream stream -> 3;
        };
    }
}
