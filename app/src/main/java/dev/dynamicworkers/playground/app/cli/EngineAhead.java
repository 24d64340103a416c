package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.process.EngineFailureException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Starts the engine process of a command before the command line is read: it comes up while this process reads the
/// command line and the project.
final class EngineAhead implements CommandEngine.Source, AutoCloseable {
    private static final List<String> ENGINELESS = List.of("--help", "-h", "--version", "-V");

    private final AtomicReference<@Nullable CommandEngine> started;

    private EngineAhead(@Nullable CommandEngine started) {
        this.started = new AtomicReference<>(started);
    }

    /// Starts one where the first word names a command that needs it.
    static EngineAhead of(String... words) {
        var use = use(words);
        if (use == null || Arrays.stream(words).anyMatch(ENGINELESS::contains)) {
            return new EngineAhead(null);
        }
        try {
            return new EngineAhead(CommandEngine.start(use));
        } catch (EngineFailureException told) {
            // The command tries again, and says why it can't.
            return new EngineAhead(null);
        }
    }

    private static CommandEngine.@Nullable Use use(String... words) {
        return switch (words.length == 0 ? "" : words[0]) {
            case "run", "test" -> CommandEngine.Use.ONE_COMMAND;
            case "serve" -> CommandEngine.Use.SERVER;
            default -> null;
        };
    }

    @Override
    public CommandEngine engine(CommandEngine.Use use) {
        var ready = started.getAndSet(null);
        return ready == null ? CommandEngine.start(use) : ready;
    }

    /// Ends an engine that no command wanted.
    @Override
    public void close() {
        var unwanted = started.getAndSet(null);
        if (unwanted != null) {
            unwanted.close();
        }
    }
}
