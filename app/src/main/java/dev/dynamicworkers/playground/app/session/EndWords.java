package dev.dynamicworkers.playground.app.session;

import java.util.Optional;

/// What the message of an error says of the limit that it comes from: a parent meets the end of its dynamic worker as
/// an exception, whose words are all that tells why.
public enum EndWords {
    CPU("exceeded its CPU time limit"),
    MEMORY("exceeded its memory limit"),
    /// All isolates together, which no limit of a worker is about.
    ENGINE_MEMORY("exceeded the memory of the engine"),
    SUBREQUESTS("Too many subrequests");

    private final String words;

    EndWords(String words) {
        this.words = words;
    }

    /// The limit that a message speaks of; empty for none.
    public static Optional<EndWords> in(String message) {
        for (EndWords end : values()) {
            if (message.contains(end.words)) {
                return Optional.of(end);
            }
        }
        return Optional.empty();
    }
}
