package dev.dynamicworkers.playground.core.project.share;

import java.io.InterruptedIOException;

/// Work on many files that a person may stop: between two files it looks whether its thread was interrupted.
final class Interrupted {
    private Interrupted() {}

    /// @throws InterruptedIOException when it was; whoever made something by halves then takes it away
    static void check() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("it was stopped");
        }
    }
}
