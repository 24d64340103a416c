package dev.dynamicworkers.playground.core.process;

/// The other process sent what it must not. The message is the end of a sentence that begins with "it sent".
final class WireViolation extends RuntimeException {
    private static final long serialVersionUID = 1;

    WireViolation(String what) {
        super(what);
    }

    /// What a failure of reading says to people: its own words for a violation, nothing of a parser's.
    static String of(RuntimeException failure) {
        return failure instanceof WireViolation ? String.valueOf(failure.getMessage()) : "a malformed message";
    }
}
