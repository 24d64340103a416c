package dev.dynamicworkers.playground.app.panel.response;

import dev.dynamicworkers.playground.app.session.IsolateTag;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.Wish;
import org.jspecify.annotations.Nullable;

/// One frame of an error's stack.
///
/// @param isolate where the frames that begin with this one are from; null where that is the isolate of the frame
/// above, or the only one there is
/// @param place where a click goes; null when the frame is not in the project
/// @param module where it goes then, in the code that the isolate ran; null where there is no such place
public record FrameLink(
        @Nullable IsolateTag isolate,
        String function,
        String source,
        @Nullable Place place,
        Wish.@Nullable ShowModule module) {
    /// Whether a click goes anywhere.
    boolean leads() {
        return place != null || module != null;
    }
}
