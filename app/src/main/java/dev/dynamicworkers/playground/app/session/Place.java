package dev.dynamicworkers.playground.app.session;

/// A spot in a file of the project.
///
/// @param file path within the project, with `/`
/// @param line counts from 1; 0 for the file as a whole
/// @param column counts from 1; 0 for the file as a whole
public record Place(String file, int line, int column) {
    /// As consoles show it: `src/index.js:3`, and `src/index.js` for a whole file.
    public String text() {
        return line == 0 ? file : file + ":" + line;
    }
}
