package dev.dynamicworkers.playground.core.json;

/// A place in a text.
///
/// @param line counts from 1; 0 in [#WHOLE]
/// @param column counts UTF-16 units from 1; 0 in [#WHOLE]
public record SourcePosition(int line, int column) {
    /// The first character.
    public static final SourcePosition START = new SourcePosition(1, 1);

    /// No single place: what is said is true of the text as a whole, or the text is not there.
    public static final SourcePosition WHOLE = new SourcePosition(0, 0);
}
