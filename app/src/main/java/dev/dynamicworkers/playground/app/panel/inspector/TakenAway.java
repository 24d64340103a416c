package dev.dynamicworkers.playground.app.panel.inspector;

/// One thing that the rules take from the worker that is shown.
///
/// @param text for people: `NOTES read-only`, `cpuMs 20`
/// @param undo takes the rule away
public record TakenAway(String text, Runnable undo) {}
