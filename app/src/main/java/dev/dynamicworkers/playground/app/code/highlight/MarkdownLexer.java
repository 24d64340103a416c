package dev.dynamicworkers.playground.app.code.highlight;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The part of Markdown that a README needs: headings, fences, code, emphasis, links, lists.
public final class MarkdownLexer implements Lexer {
    private static final Pattern INLINE = Pattern.compile(
            "(?<code>`[^`]+`)|(?<strong>\\*\\*[^*]+\\*\\*|__[^_]+__)|(?<link>\\[[^\\]]*\\]\\([^)]*\\))");
    private static final Pattern MARKER = Pattern.compile("\\s*([-*+]|\\d+\\.)\\s");

    private enum Position implements State {
        TEXT,
        FENCE
    }

    @Override
    public State start() {
        return Position.TEXT;
    }

    @Override
    public State line(String line, State before, Sink sink) {
        boolean fence = line.stripLeading().startsWith("```");
        if (before == Position.FENCE || fence) {
            sink.token(0, line.length(), fence ? TokenKind.COMMENT : TokenKind.STRING);
            return fence == (before == Position.FENCE) ? Position.TEXT : Position.FENCE;
        }
        if (line.startsWith("#")) {
            sink.token(0, line.length(), TokenKind.HEADING);
            return Position.TEXT;
        }
        int from = 0;
        Matcher marker = MARKER.matcher(line);
        if (marker.lookingAt()) {
            sink.token(marker.start(1), marker.end(1), TokenKind.KEYWORD);
            from = marker.end(1);
        }
        Matcher inline = INLINE.matcher(line);
        while (inline.find(from)) {
            TokenKind kind = inline.group("code") != null
                    ? TokenKind.STRING
                    : inline.group("strong") != null ? TokenKind.EMPHASIS : TokenKind.FUNCTION;
            sink.token(inline.start(), inline.end(), kind);
            from = inline.end();
        }
        return Position.TEXT;
    }
}
