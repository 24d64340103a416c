package dev.dynamicworkers.playground.app.panel.editor;

/// What is wrong on a line, in words.
///
/// @param words the worst of it; empty for nothing
/// @param more what else is, may be empty
public record LineProblem(String words, String more) {
    /// A line on which nothing is wrong.
    public static final LineProblem NONE = new LineProblem("", "");
}
