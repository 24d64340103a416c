package dev.dynamicworkers.playground.app.session.explain;

/// Something that a button beside an explanation does.
///
/// @param title as the button says it
/// @param argument what it is done to: a name, an address, a path; empty for none
public record Fix(Kind kind, String title, String argument) {
    /// What is done.
    public enum Kind {
        /// Gives a dynamic worker the grant of this name.
        GRANT,
        /// Makes a network rule for this address.
        ADD_RULE,
        /// Shows the limits of the dynamic worker.
        LIMITS,
        /// Shows the calls of the run.
        SHOW_CALLS,
        /// Shows the outgoing requests of the run.
        SHOW_NETWORK,
        /// Shows the isolates.
        SHOW_ISOLATES,
        /// Shows the problems of the project.
        SHOW_PROBLEMS,
        /// Shows the console, only with the lines of the run.
        SHOW_CONSOLE,
        /// Opens this file.
        OPEN_FILE,
        /// Sends the same request again.
        RUN_AGAIN,
        /// Sends the same request to fresh isolates.
        RUN_FRESH
    }

    /// A fix that needs no argument.
    public static Fix of(Kind kind, String title) {
        return new Fix(kind, title, "");
    }
}
