package dev.dynamicworkers.playground.core.api.streams;

import dev.dynamicworkers.playground.core.io.NativeStream;

/// A compression or decompression in progress, owned by the isolate that started it. One thread at a time.
///
/// Output is made when it is asked for, in the pieces in which workerd hands it out: what a small input can become
/// takes no memory before it is read, and between two pieces a guest can be ended.
interface Codec extends AutoCloseable, NativeStream {
    /// The longest piece, in bytes.
    int PIECE = 4096;

    /// Takes input, once all output of the input before it was read.
    void write(byte[] input);

    /// The next piece of output, empty when more input is wanted.
    byte[] read();

    /// Ends the input, once all output was read, and gives the rest of the output.
    byte[] finish();

    /// Frees native memory; idempotent.
    @Override
    void close();

    @Override
    default void release() {
        close();
    }
}
