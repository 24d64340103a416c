package dev.dynamicworkers.playground.app.cli;

/// How a command writes what it has to say.
enum OutputFormat {
    /// For people.
    TEXT,
    /// One JSON object for programs.
    JSON;

    /// The word of the option.
    @Override
    public String toString() {
        return this == TEXT ? "text" : "json";
    }
}
