package dev.dynamicworkers.playground.app.session;

/// A spot in a file of the project.
///
/// @param file path within the project, with `/`
/// @param line counts from 1
/// @param column counts from 1
public record Place(String file, int line, int column) {
    /// As consoles show it: `src/index.js:3`.
    public String text() {
        return file + ":" + line;
    }
}
