package dev.dynamicworkers.playground.app.settings.layout;

/// A panel that stands in a window of its own.
///
/// @param from the area that it goes back to when its window is closed
/// @param index its tab there
public record OwnWindow(Panel panel, Bounds bounds, Area from, int index) {}
