package dev.dynamicworkers.playground.core.debug;

import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Code of a project that stands still, and with it all isolates of the project.
///
/// @param number of this pause within the running project
/// @param detail what was thrown, or why a condition failed, for people; null for nothing
/// @param worker short name of the isolate for people
/// @param invocation number of the invocation that it runs for, 0 while a worker starts
/// @param frames the innermost first; what is the runtime's own is left out
public record Pause(
        long number,
        Reason reason,
        @Nullable String detail,
        IsolateId isolate,
        String worker,
        long invocation,
        List<PausedFrame> frames) {
    public Pause {
        frames = List.copyOf(frames);
    }

    /// Why it stands still.
    public enum Reason {
        BREAKPOINT,
        STEP,
        STATEMENT,
        EXCEPTION
    }
}
