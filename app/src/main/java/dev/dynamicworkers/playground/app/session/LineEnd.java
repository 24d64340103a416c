package dev.dynamicworkers.playground.app.session;

/// What a file has at the end of its lines.
public enum LineEnd {
    LF("\n"),
    CRLF("\r\n");

    private final String characters;

    LineEnd(String characters) {
        this.characters = characters;
    }

    /// As they stand in the file.
    public String characters() {
        return characters;
    }
}
