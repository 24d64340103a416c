package dev.dynamicworkers.playground.core.io;

/// A module of a worker that is JavaScript, or became it.
///
/// @param name of the module
/// @param written its text as the worker's code has it
/// @param running the text that the engine reads, types taken out
public record RunningSource(String name, String written, String running) {}
