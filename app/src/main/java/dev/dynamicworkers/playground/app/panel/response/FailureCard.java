package dev.dynamicworkers.playground.app.panel.response;

import java.util.List;

/// Why a run did not end well, and what can be done about it.
///
/// @param glyph what kind of end it was
/// @param tone style class of its colour: `killed` or `warning`
/// @param title one line
/// @param details more lines, none for most
/// @param explanation cause in words for people, empty when none is known
/// @param frames of the error's stack, innermost first
/// @param runtimeFrames frames that are no code of the project, folded
/// @param causes what the error comes from, each right behind what it is the cause of
/// @param copyText what the copy button takes
public record FailureCard(
        Glyph glyph,
        String tone,
        String title,
        List<String> details,
        String explanation,
        List<FrameLink> frames,
        List<FrameLink> runtimeFrames,
        List<CauseLine> causes,
        List<CardAction> actions,
        String copyText) {
    public FailureCard {
        details = List.copyOf(details);
        frames = List.copyOf(frames);
        runtimeFrames = List.copyOf(runtimeFrames);
        causes = List.copyOf(causes);
        actions = List.copyOf(actions);
    }

    /// Kinds of ends, each with a sign of its own.
    public enum Glyph {
        ERROR,
        TIME,
        MEMORY,
        SUBREQUESTS,
        STOPPED,
        ENGINE_LOST,
        WARNING
    }
}
