package dev.dynamicworkers.playground.app.window;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// What the window can do for people who use it without a mouse or without seeing it, and what it can't.
///
/// @param parts in the order in which they are read
record AccessHelp(List<Part> parts) {
    AccessHelp {
        parts = List.copyOf(parts);
    }

    /// @param sentences one paragraph each
    /// @param commands for a terminal
    record Part(String title, List<String> sentences, List<Line> commands) {
        Part {
            sentences = List.copyOf(sentences);
            commands = List.copyOf(commands);
        }
    }

    /// A command for a terminal.
    ///
    /// @param does what it does, in a few words
    record Line(String does, String text) {}

    /// @param system name of the operating system, as the virtual machine says it
    /// @param folder of the open project
    /// @param keys gives the keys of a command by its id, empty for none
    static AccessHelp of(String system, String folder, UnaryOperator<String> keys) {
        String name = system.toLowerCase(Locale.ROOT);
        boolean isHeard = name.contains("windows") || name.contains("mac");
        Part terminal = terminal(quoted(folder, name.contains("windows")), isHeard);
        return new AccessHelp(List.of(
                isHeard ? heard(name.contains("mac") ? "VoiceOver" : "Narrator and NVDA") : unheard(),
                terminal,
                keyboard(keys)));
    }

    private static Part unheard() {
        return new Part(
                "Screen readers on Linux",
                List.of(
                        "No screen reader reads this window on Linux: JavaFX, which it is made with, has no bridge to"
                                + " AT-SPI, through which Orca and others listen. It has one on Windows and on macOS.",
                        "The command playground does the same in a terminal, which screen readers read."),
                List.of());
    }

    private static Part heard(String readers) {
        return new Part(
                "Screen readers",
                List.of(
                        "This window tells its controls, its tables and its code to " + readers + ". It says how a run"
                                + " ended, who waits"
                                + " for an answer, and"
                                + " what is wrong on"
                                + " the line that the"
                                + " caret comes to;"
                                + " Settings,"
                                + " Appearance has how"
                                + " much of that is"
                                + " said.",
                        "On Linux JavaFX has no bridge to screen readers. The command playground does the same in a"
                                + " terminal, there and here."),
                List.of());
    }

    private static Part terminal(String folder, boolean isHeard) {
        String lead = isHeard ? "Outcomes as text" : "Outcomes as text, of this project";
        return new Part(
                lead,
                List.of("Each tells in words how it ended, and by its exit code: 0 for handled, 1 where a worker"
                        + " failed or a limit ended it, 2 for a project that can't be run."),
                List.of(
                        new Line(
                                "Sends a request, and tells response, log lines, isolates and outcome",
                                "playground run " + folder + " --url /"),
                        new Line(
                                "The same with each call that left an isolate, and what refused it",
                                "playground run " + folder + " --url / --calls"),
                        new Line("Runs the project's tests", "playground test " + folder),
                        new Line("Tells problems by file, line and column; runs nothing", "playground check " + folder),
                        new Line("Answers requests of a browser or of curl", "playground serve " + folder)));
    }

    private static Part keyboard(UnaryOperator<String> keys) {
        return new Part(
                "Without a mouse",
                List.of(
                        "From region to region: " + named(keys, "next-region") + ", and back: "
                                + named(keys, "previous-region") + ". Everything that can be done is in the palette: "
                                + named(keys, "palette") + ".",
                        "The Tab key indents in code; " + named(keys, "edit-toggle-tab-focus")
                                + " lets it leave the code instead. " + named(keys, "edit-accessible-view")
                                + " shows the code in a plain text field.",
                        "From problem to problem of a file: " + named(keys, "edit-next-problem") + ", "
                                + named(keys, "edit-previous-problem") + ". All keys: " + named(keys, "keyboard")
                                + "."),
                List.of());
    }

    private static String named(UnaryOperator<String> keys, String command) {
        String text = keys.apply(command);
        return text.isEmpty() ? "(no keys)" : text;
    }

    /// A path as a shell takes it.
    private static String quoted(String path, boolean isWindows) {
        if (path.matches("[A-Za-z0-9_./:\\\\~-]+")) {
            return path;
        }
        return isWindows ? '"' + path + '"' : '\'' + path.replace("'", "'\\''") + '\'';
    }
}
