package dev.dynamicworkers.playground.app.code;

/// A problem that is drawn under a line of code.
///
/// @param line counts from 1
/// @param column counts from 1
/// @param message shown by the glyph beside the line number, and at the end of the line
/// @param sign what is drawn beside the line
public record Mark(int line, int column, String message, Tone tone, Sign sign) {
    /// A problem that is drawn by its tone.
    public Mark(int line, int column, String message, Tone tone) {
        this(line, column, message, tone, Sign.TONE);
    }

    /// What stands beside the line number.
    public enum Sign {
        /// As bad as it is.
        TONE,
        /// A limit on time ended it there.
        TIME,
        /// The limit on memory ended it there.
        MEMORY,
        /// It made one request too many there.
        REQUESTS
    }

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
