package dev.dynamicworkers.playground.app.error;

/// A failure of the application itself, told to the person at the screen.
///
/// @param title one sentence
/// @param report what to copy into a bug report
public record ErrorNotice(String title, String report) {}
