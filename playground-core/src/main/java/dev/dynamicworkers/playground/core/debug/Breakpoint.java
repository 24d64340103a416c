package dev.dynamicworkers.playground.core.debug;

import org.jspecify.annotations.Nullable;

/// A line of the project before which code stands still.
///
/// @param file path within the project, with `/`; every worker that runs the text of the file stops there
/// @param line from 1, as the file has it
/// @param condition a JavaScript expression: stops only where it is true, or fails; null for always
public record Breakpoint(String file, int line, @Nullable String condition) {}
