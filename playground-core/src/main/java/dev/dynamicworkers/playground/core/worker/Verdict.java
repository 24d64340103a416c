package dev.dynamicworkers.playground.core.worker;

/// The answer to a [Question]. It counts this once.
public enum Verdict {
    ALLOW,
    DENY
}
