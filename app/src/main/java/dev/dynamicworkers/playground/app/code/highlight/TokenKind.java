package dev.dynamicworkers.playground.app.code.highlight;

import java.util.Locale;

/// What a piece of source text is, as far as its colour goes.
public enum TokenKind {
    TEXT,
    KEYWORD,
    STRING,
    COMMENT,
    FUNCTION,
    NUMBER,
    TYPE,
    PROPERTY,
    REGEX,
    PUNCTUATION,
    HEADING,
    EMPHASIS;

    private final String styleClass = "tok-" + name().toLowerCase(Locale.ROOT);

    /// Style class of the piece in the editor.
    public String styleClass() {
        return styleClass;
    }
}
