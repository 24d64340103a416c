package dev.dynamicworkers.playground.app.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that is wrong with the project, or that its author should know.
///
/// @param place null when it belongs to no file
/// @param hint what to do about it, may be empty
/// @param source who found it
/// @param fixes what can be done about it at once, the best first
public record Problem(
        Severity severity,
        String message,
        String hint,
        @Nullable Place place,
        Source source,
        List<Fix> fixes) {
    public Problem {
        fixes = List.copyOf(fixes);
    }

    /// A problem that only a person can solve.
    public Problem(
            Severity severity,
            String message,
            String hint,
            @Nullable Place place,
            Source source) {
        this(severity, message, hint, place, source, List.of());
    }

    /// A change of one file that solves a problem.
    ///
    /// @param title what it does, in a few words
    /// @param file path within the project
    /// @param line whose first `find` becomes `replace`, counted from 1; 0 to add key `find` with the JSON `replace` to
    ///     the configuration
    public record Fix(String title, String file, int line, String find, String replace) {
        /// The text after the fix; the same text when it does not fit any more.
        public String apply(String text) {
            if (line == 0) {
                int dot = find.indexOf('.');
                return dot < 0
                        ? JsoncEdit.addValue(text, find, replace)
                        : JsoncEdit.addWithin(text, find.substring(0, dot), find.substring(dot + 1), replace);
            }
            String[] lines = text.split("\n", -1);
            if (line > lines.length || !lines[line - 1].contains(find)) {
                return text;
            }
            int at = lines[line - 1].indexOf(find);
            lines[line - 1] = lines[line - 1].substring(0, at) + replace + lines[line - 1].substring(at + find.length());
            return String.join("\n", lines);
        }
    }

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
        /// Reading the code as it is typed.
        SYNTAX,
        /// Rules for code in sandboxes.
        LINT,
        /// The last run.
        RUN
    }
}
