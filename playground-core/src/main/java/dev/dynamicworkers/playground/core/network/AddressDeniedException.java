package dev.dynamicworkers.playground.core.network;

import java.io.IOException;

/// A host is at an address that no rule names. The message is part of a sentence.
public final class AddressDeniedException extends IOException {
    private static final long serialVersionUID = 1;

    private final String allow;

    AddressDeniedException(String message, String allow) {
        super(message);
        this.allow = allow;
    }

    /// The host or address that a rule would have to name.
    public String allow() {
        return allow;
    }
}
