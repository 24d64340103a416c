package dev.dynamicworkers.playground.app.panel.search;

/// A row of the results: a line with a match, or a file with its matches below it.
///
/// @param path of the file
/// @param line counts from 1; 0 for the file itself
/// @param column counts from 1
/// @param text of the line
/// @param start of the match in `text`
/// @param end of the match in `text`
/// @param count how many matches the file has
public record SearchHit(String path, int line, int column, String text, int start, int end, int count) {
    static SearchHit file(String path, int count) {
        return new SearchHit(path, 0, 0, path, 0, 0, count);
    }

    /// Whether it stands for a file.
    public boolean isFile() {
        return line == 0;
    }
}
