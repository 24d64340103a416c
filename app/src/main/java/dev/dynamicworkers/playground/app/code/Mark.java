package dev.dynamicworkers.playground.app.code;

/// A problem that is drawn under a line of code.
///
/// @param line counts from 1
/// @param column counts from 1
/// @param message shown by the glyph beside the line number
public record Mark(int line, int column, String message) {}
