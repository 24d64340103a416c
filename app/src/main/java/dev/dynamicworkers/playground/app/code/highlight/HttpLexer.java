package dev.dynamicworkers.playground.app.code.highlight;

/// Request files: comments, a request line, header fields, a body.
public final class HttpLexer implements Lexer {
    private static final JsonLexer JSON = new JsonLexer();

    private enum Part {
        BEFORE,
        HEADERS,
        BODY
    }

    private record Position(Part part, State json) implements State {}

    @Override
    public State start() {
        return new Position(Part.BEFORE, JSON.start());
    }

    @Override
    public State line(String line, State before, Sink sink) {
        Position position = (Position) before;
        if (line.startsWith("###")) {
            sink.token(0, line.length(), TokenKind.HEADING);
            return start();
        }
        return switch (position.part()) {
            case BEFORE -> beforeRequest(line, sink);
            case HEADERS -> header(line, sink);
            case BODY -> new Position(Part.BODY, JSON.line(line, position.json(), sink));
        };
    }

    private State beforeRequest(String line, Sink sink) {
        if (line.isBlank()) {
            return start();
        }
        if (line.startsWith("#") || line.startsWith("//")) {
            sink.token(0, line.length(), TokenKind.COMMENT);
            return start();
        }
        if (line.startsWith("@")) {
            sink.token(0, line.length(), TokenKind.PROPERTY);
            return start();
        }
        int space = line.indexOf(' ');
        if (space > 0) {
            sink.token(0, space, TokenKind.KEYWORD);
            sink.token(space, line.length(), TokenKind.STRING);
        } else {
            sink.token(0, line.length(), TokenKind.STRING);
        }
        return new Position(Part.HEADERS, JSON.start());
    }

    private State header(String line, Sink sink) {
        if (line.isBlank()) {
            return new Position(Part.BODY, JSON.start());
        }
        int colon = line.indexOf(':');
        if (line.startsWith("#") || line.startsWith("//")) {
            sink.token(0, line.length(), TokenKind.COMMENT);
        } else if (colon > 0) {
            sink.token(0, colon, TokenKind.PROPERTY);
            sink.token(colon, colon + 1, TokenKind.PUNCTUATION);
        }
        return new Position(Part.HEADERS, JSON.start());
    }
}
