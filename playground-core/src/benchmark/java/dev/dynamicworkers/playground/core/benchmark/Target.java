package dev.dynamicworkers.playground.core.benchmark;

import java.io.IOException;

/// A runtime that runs the measured programs.
interface Target extends AutoCloseable {
    /// For the head of a column.
    String name();

    /// Sends one request to the parent worker and waits for the whole response.
    ///
    /// @param path with query, such as `/load?n=10`
    /// @return nanoseconds from sending to the last byte
    /// @throws IOException when the program fails
    long request(String path) throws IOException, InterruptedException;

    /// Lets go of dynamic workers, where that can be asked for.
    void reset() throws IOException, InterruptedException;

    /// Bytes of memory that it uses now, garbage not counted where that can be told.
    long memoryBytes() throws IOException, InterruptedException;

    /// CPU time so far: of the threads that make and run isolates here, of the process elsewhere. Other programs on the
    /// machine do not count in it.
    long cpuNanos() throws IOException;

    /// Threads that it has now.
    int threads() throws IOException;

    @Override
    void close();
}
