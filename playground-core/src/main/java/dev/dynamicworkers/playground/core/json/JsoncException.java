package dev.dynamicworkers.playground.core.json;

/// A text that is not JSON, even with comments and trailing commas allowed.
public final class JsoncException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient SourcePosition position;

    JsoncException(String message, SourcePosition position) {
        super(message);
        this.position = position;
    }

    /// Where reading stopped.
    public SourcePosition position() {
        return position;
    }
}
