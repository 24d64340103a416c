package dev.dynamicworkers.playground.core.worker;

import java.io.IOException;

/// A file, socket or database of the host failed.
public final class HostIoException extends PlaygroundException {
    private static final long serialVersionUID = 1;

    /// @param message what was tried, in one sentence
    public HostIoException(String message, IOException cause) {
        super(message, cause);
    }
}
