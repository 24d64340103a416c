package dev.dynamicworkers.playground.core.debug;

/// A value as a person sees it, with secrets masked.
///
/// @param name of the variable or property; of a scope, what it belongs to
/// @param value as text, cut when long
/// @param handle by which its parts are asked for, 0 when it has none
public record Seen(String name, String value, Kind kind, long handle) {
    /// The most that one answer holds.
    public static final int MOST = 100;

    /// The longest text of a value.
    public static final int LONGEST = 1000;

    /// What it is, which says how it is shown.
    public enum Kind {
        SCOPE,
        STRING,
        NUMBER,
        /// `true`, `false`, `null`, `undefined`.
        WORD,
        FUNCTION,
        OBJECT,
        /// A getter, which is called when its part is asked for.
        GETTER,
        /// Has no value yet.
        UNSET,
        ERROR,
        /// So many more are there: asked for with the handle.
        MORE
    }
}
