package dev.dynamicworkers.playground.core.debug;

/// The code does not stand still any more, so that nothing of it can be seen.
public final class NotPausedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotPausedException() {
        super("The code does not stand still any more.");
    }
}
