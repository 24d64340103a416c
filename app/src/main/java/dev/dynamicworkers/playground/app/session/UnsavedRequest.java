package dev.dynamicworkers.playground.app.session;

import org.jspecify.annotations.Nullable;

/// A request as it is written in the window, where that is not what its file has.
///
/// @param kept the request of the project that it changes; null for one that is not kept yet
/// @param onDisk what its file had when the change began
/// @param written what is on screen
public record UnsavedRequest(@Nullable KeptRequest kept, RequestDraft onDisk, RequestDraft written) {
    /// As sentences begin with it.
    public String title() {
        return kept == null ? "The request that was not kept yet" : kept.title();
    }
}
