package dev.dynamicworkers.playground.app.code;

import org.jspecify.annotations.Nullable;

/// What stands beside a line: a breakpoint or a logpoint. Immutable.
///
/// @param expression its condition, or what it logs; may be empty
/// @param lostCode code of the line that it was at and that is gone; null while the line is there
public record LineSign(String expression, @Nullable String lostCode) {
    /// Whether the line that it was at is gone.
    public boolean isLost() {
        return lostCode != null;
    }
}
