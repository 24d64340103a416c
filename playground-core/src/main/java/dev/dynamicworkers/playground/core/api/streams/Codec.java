package dev.dynamicworkers.playground.core.api.streams;

/// A compression or decompression in progress, owned by the isolate that started it. One thread at a time.
interface Codec extends AutoCloseable {
    /// Takes input and gives the output that is ready.
    byte[] write(byte[] input);

    /// Ends the input and gives the rest of the output.
    byte[] finish();

    /// Frees native memory; idempotent.
    @Override
    void close();
}
