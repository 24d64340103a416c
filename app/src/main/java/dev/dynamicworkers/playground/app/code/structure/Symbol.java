package dev.dynamicworkers.playground.app.code.structure;

/// Something with a name in a file: a class, a function, a key, a heading.
///
/// @param kind one word, for example `class`
/// @param line counts from 1
/// @param column of the name, counts from 1
/// @param lastLine where it ends, counts from 1
/// @param depth how many symbols it is within
public record Symbol(String name, String kind, int line, int column, int lastLine, int depth) {}
