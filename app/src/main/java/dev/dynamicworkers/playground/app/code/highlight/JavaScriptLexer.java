package dev.dynamicworkers.playground.app.code.highlight;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// JavaScript and TypeScript.
///
/// Two things need memory across tokens. A slash starts a regular expression where a value may start and is a division
/// where a value just ended, so the lexer keeps whether a value just ended. Template literals nest through `${ }`, so
/// it keeps a chain of open templates, each with the count of braces open inside its current substitution.
public final class JavaScriptLexer implements Lexer {
    private static final Set<String> KEYWORDS = Set.of(
            "async",
            "await",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "debugger",
            "default",
            "delete",
            "do",
            "else",
            "export",
            "extends",
            "finally",
            "for",
            "from",
            "function",
            "get",
            "if",
            "import",
            "in",
            "instanceof",
            "let",
            "new",
            "of",
            "return",
            "set",
            "static",
            "super",
            "switch",
            "this",
            "throw",
            "try",
            "typeof",
            "using",
            "var",
            "void",
            "while",
            "with",
            "yield");
    private static final Set<String> TYPE_KEYWORDS = Set.of(
            "abstract",
            "as",
            "asserts",
            "declare",
            "enum",
            "implements",
            "infer",
            "interface",
            "is",
            "keyof",
            "namespace",
            "override",
            "private",
            "protected",
            "public",
            "readonly",
            "satisfies",
            "type");
    private static final Set<String> TYPE_NAMES =
            Set.of("any", "bigint", "boolean", "never", "number", "object", "string", "symbol", "unknown");
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null", "undefined", "NaN", "Infinity");
    private static final Set<String> VALUE_KEYWORDS = Set.of("this", "super");
    private static final Set<String> SOFT_KEYWORDS =
            Set.of("get", "set", "of", "from", "async", "static", "type", "is");

    private final Dialect dialect;

    /// Which words are keywords.
    public enum Dialect {
        JAVASCRIPT,
        TYPESCRIPT
    }

    private enum Mode {
        CODE,
        COMMENT,
        TEMPLATE
    }

    private record Open(int braces, @Nullable Open outer) {}

    private record Position(
            Mode mode, boolean valueEnded, @Nullable Open template) implements State {}

    /// @param dialect which words are keywords
    public JavaScriptLexer(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public State start() {
        return new Position(Mode.CODE, /* valueEnded= */ false, null);
    }

    @Override
    public State line(String line, State before, Sink sink) {
        return new Pass(line, (Position) before, sink).run();
    }

    private final class Pass {
        private final String line;
        private final Sink sink;
        private Mode mode;
        private boolean valueEnded;
        private @Nullable Open template;
        private int at;
        private boolean afterDot;
        private boolean nextIsType;

        Pass(String line, Position before, Sink sink) {
            this.line = line;
            this.sink = sink;
            mode = before.mode();
            valueEnded = before.valueEnded();
            template = before.template();
        }

        Position run() {
            if (line.startsWith("#!")) {
                sink.token(0, line.length(), TokenKind.COMMENT);
                return new Position(mode, valueEnded, template);
            }
            while (at < line.length()) {
                switch (mode) {
                    case COMMENT -> blockComment(at);
                    case TEMPLATE -> templateText(at);
                    case CODE -> code();
                }
            }
            return new Position(mode, valueEnded, template);
        }

        private void blockComment(int start) {
            int end = line.indexOf("*/", at);
            at = end < 0 ? line.length() : end + 2;
            mode = end < 0 ? Mode.COMMENT : Mode.CODE;
            sink.token(start, at, TokenKind.COMMENT);
        }

        private void templateText(int start) {
            while (at < line.length()) {
                char c = line.charAt(at);
                if (c == '\\') {
                    at = Math.min(line.length(), at + 2);
                } else if (c == '`') {
                    at++;
                    sink.token(start, at, TokenKind.STRING);
                    template = template == null ? null : template.outer();
                    mode = Mode.CODE;
                    valueEnded = true;
                    return;
                } else if (c == '$' && at + 1 < line.length() && line.charAt(at + 1) == '{') {
                    if (at > start) {
                        sink.token(start, at, TokenKind.STRING);
                    }
                    sink.token(at, at + 2, TokenKind.PUNCTUATION);
                    at += 2;
                    mode = Mode.CODE;
                    valueEnded = false;
                    return;
                } else {
                    at++;
                }
            }
            if (at > start) {
                sink.token(start, at, TokenKind.STRING);
            }
        }

        private void code() {
            char c = line.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
                return;
            }
            int start = at;
            boolean dot = afterDot;
            afterDot = false;
            if (c == '/' && next() == '/') {
                at = line.length();
                sink.token(start, at, TokenKind.COMMENT);
            } else if (c == '/' && next() == '*') {
                at += 2;
                blockComment(start);
            } else if (c == '"' || c == '\'') {
                quoted(c);
            } else if (c == '`') {
                at++;
                template = new Open(0, template);
                mode = Mode.TEMPLATE;
                templateText(start);
            } else if (Character.isDigit(c) || (c == '.' && Character.isDigit(next()))) {
                number();
            } else if (Character.isJavaIdentifierStart(c) || c == '#' || c == '@') {
                word(dot);
            } else if (c == '/' && !valueEnded && regularExpression()) {
                sink.token(start, at, TokenKind.REGEX);
                valueEnded = true;
            } else {
                punctuation(c);
            }
        }

        private char next() {
            return at + 1 < line.length() ? line.charAt(at + 1) : '\0';
        }

        private void quoted(char quote) {
            int start = at++;
            while (at < line.length()) {
                char c = line.charAt(at++);
                if (c == '\\') {
                    at = Math.min(line.length(), at + 1);
                } else if (c == quote) {
                    break;
                }
            }
            sink.token(start, at, TokenKind.STRING);
            valueEnded = true;
        }

        private void number() {
            int start = at++;
            while (at < line.length()) {
                char c = line.charAt(at);
                boolean sign = (c == '+' || c == '-')
                        && (line.charAt(at - 1) == 'e' || line.charAt(at - 1) == 'E')
                        && !line.startsWith("0x", start);
                if (!Character.isLetterOrDigit(c) && c != '.' && c != '_' && !sign) {
                    break;
                }
                at++;
            }
            sink.token(start, at, TokenKind.NUMBER);
            valueEnded = true;
        }

        private void word(boolean dot) {
            int start = at++;
            while (at < line.length() && Character.isJavaIdentifierPart(line.charAt(at))) {
                at++;
            }
            String word = line.substring(start, at);
            TokenKind kind = kind(word, dot);
            boolean declaresType = kind == TokenKind.KEYWORD
                    && (word.equals("class")
                            || word.equals("extends")
                            || word.equals("new")
                            || word.equals("interface")
                            || word.equals("implements")
                            || word.equals("enum"));
            if (kind != TokenKind.TEXT) {
                sink.token(start, at, kind);
            }
            nextIsType = declaresType;
            valueEnded = kind != TokenKind.KEYWORD || VALUE_KEYWORDS.contains(word);
        }

        private TokenKind kind(String word, boolean dot) {
            boolean call = followedBy('(');
            if (word.charAt(0) == '@') {
                return TokenKind.FUNCTION;
            }
            if (dot) {
                return call ? TokenKind.FUNCTION : TokenKind.PROPERTY;
            }
            boolean key = followedBy(':') && !valueEnded;
            if (isKeyword(word) && !(SOFT_KEYWORDS.contains(word) && (call || key || followedBy(',')))) {
                return key && !word.equals("default") ? TokenKind.PROPERTY : TokenKind.KEYWORD;
            }
            if (CONSTANTS.contains(word)) {
                return TokenKind.NUMBER;
            }
            if (call && !Character.isUpperCase(word.charAt(0))) {
                return TokenKind.FUNCTION;
            }
            if (nextIsType || Character.isUpperCase(word.charAt(0)) && !isShouted(word)) {
                return TokenKind.TYPE;
            }
            if (dialect == Dialect.TYPESCRIPT && TYPE_NAMES.contains(word)) {
                return TokenKind.TYPE;
            }
            if (isShouted(word)) {
                return TokenKind.NUMBER;
            }
            return key ? TokenKind.PROPERTY : TokenKind.TEXT;
        }

        private boolean isKeyword(String word) {
            return KEYWORDS.contains(word) || dialect == Dialect.TYPESCRIPT && TYPE_KEYWORDS.contains(word);
        }

        private static boolean isShouted(String word) {
            return word.length() > 1 && word.matches("[A-Z][A-Z0-9_]+");
        }

        private boolean followedBy(char wanted) {
            int i = at;
            while (i < line.length() && (line.charAt(i) == ' ' || wanted == ':' && line.charAt(i) == '?')) {
                i++;
            }
            return i < line.length() && line.charAt(i) == wanted;
        }

        /// Moves behind a regular expression; false when the line does not hold its end.
        private boolean regularExpression() {
            boolean inClass = false;
            for (int i = at + 1; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '\\') {
                    i++;
                } else if (c == '[') {
                    inClass = true;
                } else if (c == ']') {
                    inClass = false;
                } else if (c == '/' && !inClass) {
                    at = i + 1;
                    while (at < line.length() && Character.isLetter(line.charAt(at))) {
                        at++;
                    }
                    return true;
                }
            }
            return false;
        }

        private void punctuation(char c) {
            int start = at++;
            nextIsType = false;
            if (c == '{' && template != null) {
                template = new Open(template.braces() + 1, template.outer());
            } else if (c == '}' && template != null) {
                if (template.braces() == 0) {
                    mode = Mode.TEMPLATE;
                    sink.token(start, at, TokenKind.PUNCTUATION);
                    return;
                }
                template = new Open(template.braces() - 1, template.outer());
            }
            afterDot = c == '.' && !line.startsWith("..", at);
            if (c == '.' && line.startsWith("..", at)) {
                at += 2;
            }
            valueEnded = c == ')' || c == ']' || c == '}';
            sink.token(start, at, TokenKind.PUNCTUATION);
        }
    }
}
