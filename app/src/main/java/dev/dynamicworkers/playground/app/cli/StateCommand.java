package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.runtime.ProjectState;
import dev.dynamicworkers.playground.core.state.StateAnswer;
import dev.dynamicworkers.playground.core.state.StateQuery;
import dev.dynamicworkers.playground.core.state.StoreKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `playground state DIR STORE ACTION NAME ...`: looks into what a project keeps, and changes it.
@Command(
        name = "state",
        description = "Looks into the stores that a project keeps, and changes them; code of the project does not run.",
        footer = {
            "",
            "  state DIR                                   all stores",
            "  state DIR kv|r2 list NAME                   keys",
            "  state DIR kv|r2 get|delete NAME KEY",
            "  state DIR kv|r2 put NAME KEY VALUE          or --file instead of VALUE",
            "  state DIR kv|r2|d1 export|import NAME FILE",
            "  state DIR d1 execute NAME SQL               reads only, unless --write",
            "  state DIR d1 migrate NAME                   applies pending migrations",
            "  state DIR do list NAME                      objects; with --object ID its keys",
            "  state DIR do get|put|delete NAME KEY ...    with --object ID; values are JSON",
            "  state DIR do execute NAME SQL               with --object ID",
            "  state DIR do export|import NAME FILE        with --object ID",
            "  state DIR analytics execute NAME SQL        the table is named point",
            "  state DIR queue list QUEUE                  messages that wait",
            "  state DIR queue get|delete QUEUE ID",
            "  state DIR queue send QUEUE BODY             or --file; delivered by the next run",
            "  state DIR queue purge QUEUE"
        },
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineMain.Version.class)
final class StateCommand implements Callable<Integer> {
    private static final int PAGE = 1000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the project.")
    private Path folder = Path.of(".");

    @Parameters(index = "1..*", paramLabel = "WORD", description = "What to do, see below.")
    private List<String> words = List.of();

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME",
            description = "Environment of the configuration (env.NAME). Default: its top level.")
    private @Nullable String environment;

    @Option(names = "--prefix", paramLabel = "TEXT", description = "Only keys that begin with this.")
    private String prefix = "";

    @Option(names = "--object", paramLabel = "ID", description = "A Durable Object, by its id in 64 hex digits.")
    private @Nullable String object;

    @Option(names = "--file", paramLabel = "FILE", description = "put, send: read the value from this file.")
    private @Nullable Path file;

    @Option(names = "--metadata", paramLabel = "JSON", description = "put: metadata of the key.")
    private @Nullable String metadata;

    @Option(names = "--ttl", paramLabel = "SECONDS", description = "kv put: how long the key lasts.")
    private @Nullable Long seconds;

    @Option(
            names = "--content-type",
            paramLabel = "TYPE",
            description = "queue send: json, text or bytes. Default: ${DEFAULT-VALUE}.")
    private String contentType = "json";

    @Option(names = "--delay", paramLabel = "SECONDS", description = "queue send: how long the message waits.")
    private int delay;

    @Option(names = "--write", description = "execute: let the SQL write.")
    private boolean mayWrite;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "text for people, json for programs. Default: ${DEFAULT-VALUE}.")
    private OutputFormat output = OutputFormat.TEXT;

    @Override
    public Integer call() throws IOException {
        var project = new ProjectReader().read(folder, Map.of(), environment);
        var state = folder.resolve(".playground").resolve("state").toAbsolutePath();
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        try (var stores = new ProjectState(project, state, notice -> err.println("playground: " + notice))) {
            var report = new StateReport(out, output);
            if (words.isEmpty()) {
                report.print(stores.ask(new StateQuery.Stores()));
            } else {
                run(stores, report);
            }
        }
        out.flush();
        return ExitCode.HANDLED;
    }

    private void run(ProjectState stores, StateReport report) throws IOException {
        if (words.size() < 3) {
            throw new UsageException("state wants a store, an action and a name, for example: state DIR kv list NAME");
        }
        var kind = kind(words.get(0));
        var name = words.get(2);
        switch (words.get(1)) {
            case "list" -> list(stores, kind, name, report);
            case "get" -> {
                if (!report.value(stores.ask(new StateQuery.Read(kind, name, object, word(3, "a key"))))) {
                    throw new UsageException("there is no key \"" + words.get(3) + "\" in " + name);
                }
            }
            case "put" -> report.print(stores.ask(put(kind, name)));
            case "delete" -> report.print(stores.ask(new StateQuery.Delete(kind, name, object, word(3, "a key"))));
            case "execute" ->
                report.print(stores.ask(new StateQuery.Sql(
                        kind,
                        name,
                        object,
                        word(3, "SQL"),
                        mayWrite ? StateQuery.Access.READ_AND_WRITE : StateQuery.Access.READ)));
            case "send" ->
                report.print(stores.ask(new StateQuery.Send(queue(kind, name), contentType, value(3), delay)));
            case "purge" -> report.print(stores.ask(new StateQuery.Purge(queue(kind, name))));
            case "migrate" -> report.print(stores.ask(new StateQuery.Migrate(name)));
            case "export" -> {
                var answer = stores.ask(new StateQuery.Export(kind, name, object));
                if (answer instanceof StateAnswer.Value value && value.bytes() != null) {
                    Files.write(Path.of(word(3, "a file")), value.bytes());
                }
            }
            case "import" ->
                report.print(stores.ask(
                        new StateQuery.Import(kind, name, object, Files.readAllBytes(Path.of(word(3, "a file"))))));
            default ->
                throw new UsageException("state knows no action \"" + words.get(1)
                        + "\"; it knows list, get, put, delete, execute, migrate, export, import, send and purge");
        }
    }

    private static StoreKind kind(String word) {
        return Stream.of(StoreKind.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "state knows no store \"" + word + "\"; it knows kv, d1, r2, do, analytics and queue"));
    }

    private static String queue(StoreKind kind, String name) {
        if (kind != StoreKind.QUEUE) {
            throw new UsageException("send and purge are for queues: state DIR queue send QUEUE BODY");
        }
        return name;
    }

    /// A value that the command line has, or a file.
    private byte[] value(int index) throws IOException {
        return file == null ? word(index, "a value").getBytes(StandardCharsets.UTF_8) : Files.readAllBytes(file);
    }

    private String word(int index, String what) {
        if (index >= words.size()) {
            throw new UsageException("state " + words.get(0) + " " + words.get(1) + " wants " + what);
        }
        return words.get(index);
    }

    private void list(ProjectState stores, StoreKind kind, String name, StateReport report) {
        String cursor = null;
        do {
            var answer = stores.ask(new StateQuery.Entries(kind, name, object, prefix, cursor, PAGE));
            report.print(answer);
            cursor = answer instanceof StateAnswer.Entries entries ? entries.cursor() : null;
        } while (cursor != null);
        report.endOfList();
    }

    private StateQuery put(StoreKind kind, String name) throws IOException {
        var key = word(3, "a key");
        byte[] value = value(4);
        if (seconds != null && seconds < 1) {
            throw new UsageException("--ttl wants a number from 1 on");
        }
        var expiration = seconds == null ? null : (Long) (Instant.now().getEpochSecond() + seconds);
        return new StateQuery.Write(kind, name, object, key, value, metadata, expiration);
    }
}
