package dev.dynamicworkers.playground.core.transpile;

/// An edit of a line of which the text after it moved sideways. Lines and columns count from 1.
///
/// @param from the column where the new text begins
/// @param to the column where the old text goes on
/// @param source the column that `to` had before
record ColumnShift(int line, int from, int to, int source) {
    /// The column before the edit of one at or behind it.
    int undo(int column) {
        return column < to ? source : column - to + source;
    }
}
