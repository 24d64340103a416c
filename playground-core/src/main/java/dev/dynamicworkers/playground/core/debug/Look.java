package dev.dynamicworkers.playground.core.debug;

/// A question about code that stands still.
public sealed interface Look {
    /// The scopes of a frame, the innermost first.
    ///
    /// @param frame index in the pause's frames
    record Scopes(int frame) implements Look {}

    /// What a value consists of.
    ///
    /// @param handle from [Seen#handle]
    /// @param from how many are left out
    record Parts(long handle, int from) implements Look {}

    /// The value of an expression of JavaScript, which may change what it names.
    record Evaluate(int frame, String expression) implements Look {}
}
