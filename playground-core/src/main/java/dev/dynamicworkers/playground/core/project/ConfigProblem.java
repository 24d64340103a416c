package dev.dynamicworkers.playground.core.project;

/// Something that the author of a project should know.
///
/// @param file path within the project, with `/`
/// @param line counts from 1; 0 for the file as a whole
/// @param column counts from 1; 0 for the file as a whole
/// @param message what is wrong, in one sentence
/// @param hint what to do, in one sentence
public record ConfigProblem(Severity severity, String file, int line, int column, String message, String hint) {
    /// `file:line:column: message hint`, as editors and terminals link it; `file: message hint` for a whole file.
    public String sentence() {
        var place = line == 0 ? file : file + ":" + line + ":" + column;
        return place + ": " + message + (hint.isEmpty() ? "" : " " + hint);
    }

    /// The same problem of a file in another folder.
    ///
    /// @param folder with `/` at its end
    ConfigProblem in(String folder) {
        return new ConfigProblem(severity, folder + file, line, column, message, hint);
    }

    /// How much a problem matters.
    public enum Severity {
        /// The project does not run.
        ERROR,
        /// The project runs, but not as its configuration says.
        WARNING,
        /// Good to know.
        INFO
    }
}
