package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.process.EngineFailureException;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.ProjectException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `playground serve DIR`: a web server on the loopback address whose requests go to the parent worker.
@Command(
        name = "serve",
        description =
                "Answers HTTP requests on this machine with the parent worker, until Ctrl+C; files that change are"
                        + " read again.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineMain.Version.class)
final class ServeCommand implements Callable<Integer> {
    private static final int LARGEST_PORT = 65_535;

    private final CommandEngine.Source engines;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final ProjectOptions project = new ProjectOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port on 127.0.0.1, 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port = 8787;

    @Option(names = "--crons", description = "Also fire the cron triggers of the configuration at their times, in UTC.")
    private boolean firesCrons;

    /// @param engines give the process that guest code runs in
    ServeCommand(CommandEngine.Source engines) {
        this.engines = engines;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LARGEST_PORT) {
            throw new UsageException("--port wants a number from 0 to 65535, not " + port);
        }
        var out = spec.commandLine().getOut();
        var log = new ServeLog(out, Terminal.ofProcess());
        var first = project.read();
        ProblemLines.print(first.problems(), out);
        try (var engine = engines.engine(CommandEngine.Use.SERVER);
                var served = new ServedProject(
                        engine,
                        project.serving(),
                        log,
                        firesCrons ? ServedProject.Crons.FIRED : ServedProject.Crons.NOT_FIRED);
                var watch = new FolderWatch(folders(first), () -> reload(served, out))) {
            engine.onLost(log::engine);
            served.use(first);
            engine.status().warning().ifPresent(log::engine);
            try (var front = listen(served)) {
                out.println("Listening on http://127.0.0.1:" + front.port());
                if (firesCrons) {
                    CronLines.print(first.config(), out);
                }
                out.flush();
                watch.start();
                untilStopped(front, served, engine, out);
            }
        }
        return ExitCode.HANDLED;
    }

    private static List<Path> folders(Project project) {
        return Stream.concat(Stream.of(project), project.paired().stream())
                .map(Project::folder)
                .toList();
    }

    private HttpFront listen(ServedProject served) throws InterruptedException {
        try {
            return HttpFront.listen(port, served);
        } catch (IOException taken) {
            throw new UsageException("port " + port + " of 127.0.0.1 can't be used (" + taken.getMessage()
                    + "); choose another one with --port");
        }
    }

    private void reload(ServedProject served, PrintWriter out) {
        try {
            var read = project.read();
            if (served.useNetwork(project.lasting().network())) {
                out.println("Network rules reloaded.");
            }
            if (served.use(read)) {
                out.println("Reloaded.");
            }
        } catch (ProjectException broken) {
            ProblemLines.print(broken.problems(), out);
            out.println("Not reloaded: the project as it was goes on.");
        } catch (UsageException | EngineFailureException refused) {
            out.println("Not reloaded, and the project as it was goes on: " + refused.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        out.flush();
    }

    /// Waits for the end of the process: Ctrl+C and a polite kill end it with exit code 0, because that is how one
    /// leaves a server.
    private static void untilStopped(HttpFront front, ServedProject served, CommandEngine engine, PrintWriter out)
            throws InterruptedException {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("serve-stop").unstarted(() -> {
                    front.close();
                    served.close();
                    engine.close();
                    out.println("Stopped.");
                    out.flush();
                    Runtime.getRuntime().halt(ExitCode.HANDLED);
                }));
        new CountDownLatch(1).await();
    }
}
