package dev.dynamicworkers.playground.app.code;

/// A problem that is drawn under a line of code.
///
/// @param line counts from 1
/// @param column counts from 1
/// @param message shown by the glyph beside the line number, and at the end of the line
public record Mark(int line, int column, String message, Tone tone) {
    /// How bad it is.
    public enum Tone {
        ERROR("error"),
        WARNING("warning"),
        NOTE("note");

        private final String word;

        Tone(String word) {
            this.word = word;
        }

        /// Word in messages, and the start of its style classes.
        public String word() {
            return word;
        }
    }
}
