package dev.dynamicworkers.playground.app.code.structure;

/// Lines that can be folded into their first one.
///
/// @param first line that stays, counts from 0
/// @param last line that goes last, counts from 0
public record FoldRegion(int first, int last) {}
