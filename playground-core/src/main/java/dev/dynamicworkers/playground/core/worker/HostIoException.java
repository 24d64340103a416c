package dev.dynamicworkers.playground.core.worker;

/// A file, socket or database of the host failed.
public final class HostIoException extends PlaygroundException {
    private static final long serialVersionUID = 1;

    /// @param message what was tried, in one sentence
    public HostIoException(String message, Exception cause) {
        super(message, cause);
    }
}
