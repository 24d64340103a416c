package dev.dynamicworkers.playground.app.code.search;

/// A piece of text that a query found.
///
/// @param start offset of its first character
/// @param end offset after its last character
public record TextMatch(int start, int end) {}
