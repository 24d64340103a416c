package dev.dynamicworkers.playground.app.code.highlight;

/// Splits one line of source text into coloured pieces, knowing only how the line before it ended.
///
/// Immutable and safe on any thread, so a change needs only the lines from it to the first one whose end is as before.
public interface Lexer {
    /// How a line ends; compared with `equals`.
    interface State {}

    /// The state before the first line.
    State start();

    /// Reads one line.
    ///
    /// @param line without its line end
    /// @param before how the line before it ended
    /// @return how this line ends
    State line(String line, State before, Sink sink);

    /// Takes the pieces in order; what lies between them is plain.
    @FunctionalInterface
    interface Sink {
        /// @param start offset in the line
        /// @param end offset after the last character
        void token(int start, int end, TokenKind kind);
    }

    /// A lexer for files without colours.
    static Lexer plain() {
        return new Lexer() {
            private static final State ONLY = new State() {};

            @Override
            public State start() {
                return ONLY;
            }

            @Override
            public State line(String line, State before, Sink sink) {
                return ONLY;
            }
        };
    }
}
