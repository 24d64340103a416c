package dev.dynamicworkers.playground.app.session;

import java.time.Instant;

/// Something that happened and that a person should read once.
///
/// @param actionName words on its button, empty when there is nothing to do
/// @param action what the button does
public record Notice(Instant at, Tone tone, String text, String actionName, Runnable action) {
    /// How it is meant.
    public enum Tone {
        INFO,
        PROBLEM
    }
}
