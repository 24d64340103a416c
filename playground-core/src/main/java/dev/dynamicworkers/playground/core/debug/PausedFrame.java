package dev.dynamicworkers.playground.core.debug;

import org.jspecify.annotations.Nullable;

/// A function that is being run while code stands still.
///
/// @param function its name, empty for none
/// @param file path within the project of the file whose text it is; null for code that no file has
/// @param module the name of the module in its worker
/// @param line from 1, as it was written
/// @param column from 1, as it was written
/// @param code the line as it was written, cut when long
public record PausedFrame(String function, @Nullable String file, String module, int line, int column, String code) {}
