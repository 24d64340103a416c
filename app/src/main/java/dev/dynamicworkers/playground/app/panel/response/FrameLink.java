package dev.dynamicworkers.playground.app.panel.response;

import dev.dynamicworkers.playground.app.session.Place;
import org.jspecify.annotations.Nullable;

/// One frame of an error's stack.
///
/// @param place where a click goes; null when the frame is not in the project
public record FrameLink(
        String function, String source, @Nullable Place place) {}
