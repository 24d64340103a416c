package dev.dynamicworkers.playground.app.panel.response;

import java.util.List;

/// One of the errors that an error comes from.
///
/// @param depth 0 for what the error itself names
/// @param text `Caused by: TypeError: no`
/// @param frames of its own stack, innermost first; those of the runtime are left out
public record CauseLine(int depth, String text, List<FrameLink> frames) {
    public CauseLine {
        frames = List.copyOf(frames);
    }
}
