package dev.dynamicworkers.playground.app.code.structure;

import dev.dynamicworkers.playground.app.code.highlight.Language;
import dev.dynamicworkers.playground.app.code.highlight.Lexer;
import dev.dynamicworkers.playground.app.code.highlight.TokenKind;
import java.util.ArrayList;
import java.util.List;

/// The lines of a text with the contents of strings, comments and regular expressions painted over, so that what looks
/// like code is code. Safe on any thread.
///
/// @param lines as they are
/// @param code the same lines, each of the same length: comments are spaces, strings and expressions are `"`
/// @param comment whether a line is nothing but comment
public record CodeMask(List<String> lines, List<String> code, List<Boolean> comment) {
    /// Paints over a text.
    public static CodeMask of(String text, Language language) {
        List<String> lines = List.of(text.split("\n", -1));
        List<String> code = new ArrayList<>(lines.size());
        List<Boolean> comment = new ArrayList<>(lines.size());
        Lexer lexer = language.lexer();
        Lexer.State state = lexer.start();
        for (String line : lines) {
            StringBuilder only = new StringBuilder(line);
            boolean[] commented = {false};
            state = lexer.line(line, state, (start, end, kind) -> {
                boolean painted = kind == TokenKind.STRING || kind == TokenKind.REGEX || kind == TokenKind.COMMENT;
                for (int at = start; painted && at < end; at++) {
                    only.setCharAt(at, kind == TokenKind.COMMENT ? ' ' : '"');
                }
                commented[0] |= kind == TokenKind.COMMENT;
            });
            code.add(only.toString());
            comment.add(commented[0] && only.toString().isBlank());
        }
        return new CodeMask(lines, code, comment);
    }
}
