package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.runtime.EngineStatus;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// An engine process that is up, and the pipe to it. Owned by the [EngineFleet], lent to one project at a time. Safe on
/// any thread.
final class Engine {
    private final EngineProcess process;
    private final EngineConnection connection;
    private final EngineStatus status;
    private final TurnWatch turns;

    /// volatile: set by the thread that lends it, read by those that watch it
    private volatile @Nullable ProjectEngine borrower;

    Engine(EngineProcess process, EngineConnection connection, EngineStatus status) {
        this.process = process;
        this.connection = connection;
        this.status = status;
        turns = new TurnWatch(process.pid(), process.folder());
    }

    EngineProcess process() {
        return process;
    }

    EngineConnection connection() {
        return connection;
    }

    /// The look at its turns.
    TurnWatch turns() {
        return turns;
    }

    EngineStatus status() {
        return status;
    }

    /// The project that has it, or null.
    @Nullable
    ProjectEngine borrower() {
        return borrower;
    }

    void lendTo(@Nullable ProjectEngine project) {
        borrower = project;
    }

    /// Kills the process; what is outstanding completes with this outcome and sentence.
    CompletableFuture<Void> kill(EventOutcome outcome, String reason) {
        var gone = process.kill();
        connection.close(outcome, reason);
        return gone;
    }

    /// Lets the process end by itself.
    ///
    /// @return completes when it is gone
    CompletableFuture<Void> end() {
        connection.close(EventOutcome.CANCELED, "the engine is closed");
        return process.letEnd();
    }
}
