package dev.dynamicworkers.playground.app;

import dev.dynamicworkers.playground.app.cli.CommandLineMain;
import dev.dynamicworkers.playground.app.settings.UserFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The process's entry point: decides between the window and the command line.
///
/// The command line never loads a JavaFX class, and a machine without a display gets a sentence instead of a stack
/// trace.
public final class Main {
    private static final Set<String> COMMAND_LINE =
            Set.of("run", "serve", "test", "check", "state", "export", "import", "help");
    private static final int WRONG_USE = 2;

    /// System property of a run whose classes an installer records: the project runs in the terminal, then its window
    /// opens and closes by itself.
    private static final String REHEARSAL = "playground.rehearsal";

    private Main() {}

    public static void main(String[] arguments) {
        boolean command = arguments.length > 0 && COMMAND_LINE.contains(arguments[0]);
        if (command || !StartOptions.areForWindow(List.of(arguments))) {
            System.exit(CommandLineMain.run(arguments));
        }
        StartOptions options = StartOptions.of(List.of(arguments));
        String first = options.folder() == null ? "" : options.folder().toString();
        if (!first.isEmpty() && !Files.isDirectory(Path.of(first)) && !StartOptions.isShared(first)) {
            System.exit(
                    wrongUse(first + " is neither a command nor a folder nor a .dwplay file; see playground --help."));
        }
        if (!hasDisplay()) {
            System.exit(withoutWindow("There is no display here", first));
        }
        // Another window reads its projects with its own environment.
        boolean alone = options.newWindow() || options.environment() != null || options.safe() || isRehearsal();
        String folder = first.isEmpty()
                ? ""
                : Path.of(first).toAbsolutePath().normalize().toString();
        if (!alone && SingleInstance.handOver(UserFolders.data(), folder)) {
            return;
        }
        if (isRehearsal()) {
            int unused = CommandLineMain.run("run", first);
        }
        String failure = PlaygroundApplication.start(arguments);
        if (!failure.isEmpty()) {
            System.exit(withoutWindow("The window can't be opened (" + failure + ")", first));
        }
        if (isRehearsal()) {
            EngineRecording.run();
            System.exit(0);
        }
    }

    static boolean isRehearsal() {
        return Boolean.getBoolean(REHEARSAL);
    }

    private static boolean hasDisplay() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        return !linux || headless || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }

    private static int withoutWindow(String reason, String folder) {
        if (folder.isEmpty()) {
            return wrongUse(reason + ": name a project's folder to run it in the terminal.");
        }
        say(reason + ": " + folder + " runs in the terminal instead of a window.");
        return CommandLineMain.run("run", folder);
    }

    private static int wrongUse(String sentence) {
        say(sentence);
        return WRONG_USE;
    }

    // To standard error, so that the run's own output stays clean.
    @SuppressWarnings("SystemOut")
    private static void say(String sentence) {
        System.err.println("playground: " + sentence);
    }
}
