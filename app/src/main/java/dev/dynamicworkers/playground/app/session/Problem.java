package dev.dynamicworkers.playground.app.session;

import org.jspecify.annotations.Nullable;

/// Something that is wrong with the project, or that its author should know.
///
/// @param place null when it belongs to no file
/// @param hint what to do about it, may be empty
/// @param source who found it: `project`, `run` or `note`
public record Problem(
        Severity severity,
        String message,
        String hint,
        @Nullable Place place,
        Source source) {
    /// How bad it is.
    public enum Severity {
        ERROR("error"),
        WARNING("warning"),
        NOTE("note");

        private final String word;

        Severity(String word) {
            this.word = word;
        }

        /// As the panel shows it.
        public String word() {
            return word;
        }
    }

    /// Who found a problem; each replaces only its own.
    public enum Source {
        /// Reading the project's files.
        PROJECT,
        /// The last run.
        RUN
    }
}
