package dev.dynamicworkers.playground.core.worker;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An error that guest code threw and nobody caught, as text.
///
/// @param name the error's class or `name`
/// @param message its message, without the name
/// @param stack the stack as guest code would see it, already mapped to source lines; null when there is none
/// @param frames the same stack taken apart, innermost first; empty when there is none
/// @param hint what the playground knows beyond the platform's message, such as which part of a value cannot be cloned
public record GuestError(
        String name,
        String message,
        @Nullable String stack,
        List<Frame> frames,
        @Nullable String hint) {
    public GuestError {
        frames = List.copyOf(frames);
    }

    /// An error of which nothing more is known.
    public GuestError(String name, String message, @Nullable String stack, List<Frame> frames) {
        this(name, message, stack, frames, null);
    }

    /// The same error with a hint.
    public GuestError hinting(@Nullable String text) {
        return new GuestError(name, message, stack, frames, text);
    }

    /// One stack frame.
    ///
    /// @param function name of the function, empty for module code
    /// @param file module name within the worker, which for the parent is the path within the project
    /// @param line counts from 1
    /// @param column counts from 1
    public record Frame(String function, String file, int line, int column) {}
}
