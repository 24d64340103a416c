package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.process.EngineFailureException;
import dev.dynamicworkers.playground.core.project.ProjectException;
import dev.dynamicworkers.playground.core.worker.PlaygroundException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The commands that need no window. Knows nothing of JavaFX, so it runs on a machine without a display.
@Command(
        name = "playground",
        description = "Runs Workers projects, with Dynamic Workers, on this machine and offline.",
        synopsisHeading = "Usage: playground [DIR|X.dwplay]  opens the window%n       ",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "The window takes --new-window (another one beside one that is open), --safe (presets, nothing restored)"
                    + " and --reset-layout.",
            "",
            "Exit codes: 0 handled, 1 the worker failed or a limit ended it, 2 wrong use or bad project, 70 a fault of"
                    + " the playground."
        },
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineMain.Version.class,
        subcommands = {
            RunCommand.class,
            ServeCommand.class,
            TestCommand.class,
            CheckCommand.class,
            StateCommand.class,
            ExportCommand.class,
            ImportCommand.class
        })
public final class CommandLineMain implements Runnable {
    private final CommandLine commandLine;

    private CommandLineMain(CommandEngine.Source engines) {
        commandLine = new CommandLine(this, new Commands(engines));
    }

    /// Runs a command and returns the process's exit code.
    public static int run(String... args) {
        // UTF-8 whatever the locale, as files and JSON are.
        var out = writer(new FileOutputStream(FileDescriptor.out));
        var err = writer(new FileOutputStream(FileDescriptor.err));
        try (var engines = EngineAhead.of(args)) {
            return run(engines, out, err, args);
        }
    }

    static int run(CommandEngine.Source engines, PrintWriter out, PrintWriter err, String... args) {
        var main = new CommandLineMain(engines);
        main.commandLine
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        Terminal.ofProcess().hasColors() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setUsageHelpAutoWidth(true)
                // `--data @FILE` is ours.
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, arguments) -> misused(wrong, err))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, err));
        int code = main.commandLine.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    @Override
    public void run() {
        commandLine.usage(commandLine.getOut());
    }

    // One sentence, not the whole usage: what is wrong must not scroll away.
    private static int misused(CommandLine.ParameterException wrong, PrintWriter err) {
        err.println("playground: " + Terminal.safe(wrong.getMessage()) + "; see "
                + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help.");
        return ExitCode.WRONG_USE;
    }

    private static int failed(Exception failure, PrintWriter err) {
        switch (failure) {
            case ProjectException problems -> ProblemLines.print(problems.problems(), err);
            case UsageException wrong -> err.println("playground: " + wrong.getMessage());
            case EngineFailureException broken -> {
                err.println("playground: " + broken.getMessage());
                return ExitCode.FAULT;
            }
            case PlaygroundException foreseen -> err.println("playground: " + foreseen.getMessage());
            default -> {
                err.println("playground: a fault of the playground itself:");
                failure.printStackTrace(err);
                return ExitCode.FAULT;
            }
        }
        return ExitCode.WRONG_USE;
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /// Makes commands, with what those need that run guest code.
    private record Commands(CommandEngine.Source engines) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == RunCommand.class) {
                return type.cast(new RunCommand(engines));
            }
            if (type == ServeCommand.class) {
                return type.cast(new ServeCommand(engines));
            }
            if (type == TestCommand.class) {
                return type.cast(new TestCommand(engines));
            }
            return CommandLine.defaultFactory().create(type);
        }
    }

    /// The version that Maven wrote into the module's jar.
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var descriptor = CommandLineMain.class.getModule().getDescriptor();
            var version =
                    descriptor == null ? "development" : descriptor.rawVersion().orElse("development");
            return new String[] {"playground " + version};
        }
    }
}
