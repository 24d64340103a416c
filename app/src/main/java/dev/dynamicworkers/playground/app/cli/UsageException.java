package dev.dynamicworkers.playground.app.cli;

/// Options that can't be obeyed. The message is a sentence for people.
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
