package dev.dynamicworkers.playground.app.code.highlight;

import java.util.Locale;
import java.util.function.Supplier;

/// The languages that the editor colours.
public enum Language {
    JAVASCRIPT("JavaScript", "//", () -> new JavaScriptLexer(JavaScriptLexer.Dialect.JAVASCRIPT)),
    TYPESCRIPT("TypeScript", "//", () -> new JavaScriptLexer(JavaScriptLexer.Dialect.TYPESCRIPT)),
    JSON("JSON", "//", JsonLexer::new),
    HTTP("HTTP", "#", HttpLexer::new),
    MARKDOWN("Markdown", "", MarkdownLexer::new),
    TEXT("Text", "", Lexer::plain);

    private final String title;
    private final String lineComment;
    private final Supplier<Lexer> lexer;

    Language(String title, String lineComment, Supplier<Lexer> lexer) {
        this.title = title;
        this.lineComment = lineComment;
        this.lexer = lexer;
    }

    /// As the status bar shows it.
    public String title() {
        return title;
    }

    /// What starts a comment to the end of the line, empty when the language has none.
    public String lineComment() {
        return lineComment;
    }

    /// A lexer for it.
    public Lexer lexer() {
        return lexer.get();
    }

    /// The language of a file by its name.
    public static Language of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        String suffix = name.substring(name.lastIndexOf('.') + 1);
        return switch (suffix) {
            case "js", "mjs", "cjs", "jsx" -> JAVASCRIPT;
            case "ts", "mts", "cts", "tsx" -> TYPESCRIPT;
            case "json", "jsonc", "map" -> JSON;
            case "http", "rest" -> HTTP;
            case "md" -> MARKDOWN;
            default -> TEXT;
        };
    }
}
