package dev.dynamicworkers.playground.core.trace;

import java.util.Locale;

/// Level of a console line, as in the `level` of a tail event's log.
public enum LogLevel {
    DEBUG,
    LOG,
    INFO,
    WARN,
    ERROR;

    /// The lower-case word.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
