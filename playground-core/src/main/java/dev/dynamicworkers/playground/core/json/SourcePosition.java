package dev.dynamicworkers.playground.core.json;

/// A place in a text.
///
/// @param line counts from 1
/// @param column counts UTF-16 units from 1
public record SourcePosition(int line, int column) {
    /// The first character.
    public static final SourcePosition START = new SourcePosition(1, 1);
}
