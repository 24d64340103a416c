package dev.dynamicworkers.playground.core.storage;

/// SQL that the database refuses, in the words that guest code gets.
public final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SqlFailure(String message) {
        super(message);
    }

    /// The text, never null.
    public String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
