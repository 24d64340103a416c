package dev.dynamicworkers.playground.core.process;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.ResponseListener;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The engine process that one project has, from the project's first use of it on: lost ones are replaced. Safe on any
/// thread.
final class ProjectEngine {
    private static final int LATE_MILLIS = 750;

    private final KnownProject project;
    private final EngineFleet fleet;
    private final EngineLaunch launch;
    private final EngineWatcher watcher;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private @Nullable CompletableFuture<Engine> current;

    ProjectEngine(KnownProject project, EngineFleet fleet, EngineLaunch launch, EngineWatcher watcher) {
        this.project = project;
        this.fleet = fleet;
        this.launch = launch;
        this.watcher = watcher;
    }

    /// The engine that it has, or gets.
    CompletableFuture<EngineConnection> connection() {
        CompletableFuture<Engine> mine;
        synchronized (lock) {
            mine = current;
        }
        if (mine == null || mine.isCompletedExceptionally()) {
            mine = borrow(mine);
        }
        return mine.thenApply(Engine::connection);
    }

    private CompletableFuture<Engine> borrow(@Nullable CompletableFuture<Engine> useless) {
        // Lent before it is known whether another thread has borrowed meanwhile: no lock is held while another is
        // taken.
        var coming = new CompletableFuture<Engine>();
        synchronized (lock) {
            var present = current;
            if (present != useless && present != null) {
                return present;
            }
            current = coming;
        }
        lend(coming);
        return coming;
    }

    private void lend(CompletableFuture<Engine> coming) {
        var unused = fleet.lendTo(this).whenComplete((engine, failure) -> {
            if (failure != null) {
                coming.completeExceptionally(failure);
                return;
            }
            coming.complete(engine);
            boolean wanted;
            synchronized (lock) {
                wanted = current == coming;
            }
            if (!wanted) {
                // The project was closed before its engine was up.
                fleet.expect(engine);
                fleet.takeBack(engine);
            }
        });
    }

    /// The connection that is up, when its engine has the project.
    @Nullable
    EngineConnection connectionThatKnows() {
        var engine = engineNow();
        return engine != null && engine.connection().knows(project) ? engine.connection() : null;
    }

    private @Nullable Engine engineNow() {
        synchronized (lock) {
            return current == null || current.isCompletedExceptionally() ? null : current.getNow(null);
        }
    }

    /// Delivers an invocation to the engine that is up, or comes up.
    CompletableFuture<InvocationResult> dispatch(Invocation invocation, @Nullable ResponseListener listener) {
        var engine = engineNow();
        if (engine != null) {
            return engine.connection().dispatch(project, invocation, listener);
        }
        return connection()
                .thenCompose(connection -> connection.dispatch(project, invocation, listener))
                .exceptionally(
                        failure -> RemoteDispatch.withoutEngine(EventOutcome.INTERNAL_ERROR, Sentences.of(failure)));
    }

    /// Ends what the project runs, with the process where guest code does not yield in time.
    CompletableFuture<Void> stop() {
        var engine = engineNow();
        if (engine == null || !engine.connection().knows(project)) {
            return CompletableFuture.completedFuture(null);
        }
        long grace = launch.stopGrace().toMillis();
        // An invocation that was not yet delivered when the stop came may begin after it: it gets another moment.
        return engine.connection()
                .ask(project, FrameKind.STOP)
                .orTimeout(grace, TimeUnit.MILLISECONDS)
                .thenCompose(answer ->
                        engine.connection().idle(project).copy().orTimeout(LATE_MILLIS, TimeUnit.MILLISECONDS))
                .exceptionallyCompose(failure -> isTimeout(failure)
                        ? replace(
                                engine,
                                EventOutcome.CANCELED,
                                "The code did not stop within " + grace + " ms, so the engine was restarted.")
                        : CompletableFuture.completedFuture(null));
    }

    private static boolean isTimeout(Throwable failure) {
        return failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException;
    }

    /// Kills its engine and goes on in another one.
    ///
    /// @return completes when the process is gone
    CompletableFuture<Void> replace(Engine engine, EventOutcome outcome, String reason) {
        var coming = new CompletableFuture<Engine>();
        boolean wasCurrent;
        synchronized (lock) {
            wasCurrent = current != null && current.getNow(null) == engine;
            if (wasCurrent) {
                current = coming;
            }
        }
        var sentence = wasCurrent ? reason + " " + whatIsLeft() : reason;
        var gone = fleet.discard(engine, outcome, sentence);
        if (wasCurrent) {
            watcher.lost(sentence);
            lend(coming);
        }
        return gone;
    }

    private String whatIsLeft() {
        return project.options().stateFolder() == null
                ? "What its workers had in memory and had stored is lost: the project keeps no state on disk."
                : "What its workers had in memory is lost; what they stored is kept.";
    }

    /// Gives the engine back, once nothing of the project runs in it.
    void close() {
        CompletableFuture<Engine> mine;
        synchronized (lock) {
            mine = current;
            current = null;
        }
        var engine = mine == null || mine.isCompletedExceptionally() ? null : mine.getNow(null);
        if (engine == null) {
            // One that comes up goes back by itself.
            return;
        }
        fleet.expect(engine);
        if (!engine.connection().knows(project)) {
            fleet.takeBack(engine);
            return;
        }
        var unused = engine.connection()
                .ask(project, FrameKind.STOP)
                .orTimeout(launch.stopGrace().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((stopped, failure) -> {
                    if (failure == null) {
                        engine.connection().forget(project);
                        fleet.takeBack(engine);
                    } else {
                        fleet.giveUp(engine, "the project was closed");
                    }
                });
    }
}
