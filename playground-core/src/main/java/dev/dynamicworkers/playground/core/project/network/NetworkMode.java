package dev.dynamicworkers.playground.core.project.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What happens to requests that no rule decides.
public enum NetworkMode {
    /// Nothing leaves, whatever the rules say.
    BLOCKED,
    /// A person is asked.
    ASK,
    /// They are denied: only what a rule lets through leaves.
    RULES,
    /// They leave, unless they go to a private address.
    OPEN;

    /// The word in the configuration and on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The mode with this word.
    public static Optional<NetworkMode> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }
}
