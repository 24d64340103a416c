package dev.dynamicworkers.playground.app.session;

/// What a file is to the project.
public enum FileRole {
    /// The parent worker's own modules, trusted.
    PARENT("parent"),
    /// Code that the parent loads into dynamic workers, untrusted.
    DYNAMIC("dynamic"),
    /// A kept request.
    REQUEST("request"),
    /// The project's configuration.
    CONFIG("configuration"),
    /// Anything else.
    OTHER("file");

    private final String word;

    FileRole(String word) {
        this.word = word;
    }

    /// As the window shows it.
    public String word() {
        return word;
    }
}
