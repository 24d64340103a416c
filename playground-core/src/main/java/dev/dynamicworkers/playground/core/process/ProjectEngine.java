package dev.dynamicworkers.playground.core.process;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.ResponseListener;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The engine process that one project has, from the project's first use of it on: lost ones are replaced. A newer
/// reading of the project shares it with the older one, which finishes there. Safe on any thread.
final class ProjectEngine {
    private static final int LATE_MILLIS = 750;

    /// The first look of a process at its classes takes 130 ms of CPU time, those after it less than ten.
    private static final int SOUND_MILLIS = 3000;

    private final EngineFleet fleet;
    private final EngineLaunch launch;
    private final EngineWatcher watcher;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private @Nullable CompletableFuture<Engine> current;

    /// Ask the fleet for an engine, and have not been told which one it will be. Who waited for one of these would wait
    /// for itself.
    @GuardedBy("lock")
    private final Set<CompletableFuture<Engine>> looking = new HashSet<>();

    /// Readings that are not closed.
    @GuardedBy("lock")
    private final Set<KnownProject> projects = new LinkedHashSet<>();

    @GuardedBy("lock")
    private final Set<Undelivered> undelivered = new HashSet<>();

    ProjectEngine(EngineFleet fleet, EngineLaunch launch, EngineWatcher watcher) {
        this.fleet = fleet;
        this.launch = launch;
        this.watcher = watcher;
    }

    /// A reading of the project that it serves from now on.
    void add(KnownProject project) {
        synchronized (lock) {
            projects.add(project);
        }
    }

    private List<KnownProject> projects() {
        synchronized (lock) {
            return List.copyOf(projects);
        }
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
        // The fleet has a lock of its own: no lock is held while another one is taken.
        var coming = new CompletableFuture<Engine>();
        synchronized (lock) {
            var present = current;
            if (present != useless && present != null) {
                return present;
            }
            current = coming;
            looking.add(coming);
        }
        lend(coming);
        return coming;
    }

    private void lend(CompletableFuture<Engine> coming) {
        var lent = fleet.lendTo(this);
        boolean closed;
        synchronized (lock) {
            looking.remove(coming);
            closed = current != coming;
        }
        if (closed) {
            fleet.expectOneThatComes();
        }
        var unused = lent.whenComplete((engine, failure) -> {
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
                // The project was closed before its engine was up, and waits to give it back.
                return;
            }
            var over = engine.connection().ended();
            if (over != null) {
                // Lost on the way, before anybody could see whose it was.
                var ignored = replace(engine, over.outcome(), over.reason());
                return;
            }
            // Nobody's request makes these projects in an engine that replaced another.
            projects().stream()
                    .filter(KnownProject::firesCrons)
                    .forEach(project -> engine.connection().startCrons(project));
        });
    }

    /// The connection that is up, when its engine has the project.
    @Nullable
    EngineConnection connectionThatKnows(KnownProject project) {
        var engine = engineNow();
        return engine != null && engine.connection().knows(project) ? engine.connection() : null;
    }

    /// The connection that is up, null while none is.
    @Nullable
    EngineConnection connectionIfUp() {
        var engine = engineNow();
        return engine == null ? null : engine.connection();
    }

    private @Nullable Engine engineNow() {
        synchronized (lock) {
            return current == null || current.isCompletedExceptionally() ? null : current.getNow(null);
        }
    }

    /// Delivers an invocation to the engine that is up, or comes up.
    CompletableFuture<InvocationResult> dispatch(
            KnownProject project, Invocation invocation, @Nullable ResponseListener listener) {
        var engine = engineNow();
        if (engine != null) {
            return engine.connection().dispatch(project, invocation, listener);
        }
        var later = new Undelivered(project, invocation, listener);
        synchronized (lock) {
            undelivered.add(later);
        }
        var unused = connection().whenComplete((connection, failure) -> {
            boolean delivered = connection != null && later.deliverTo(connection);
            if (connection == null) {
                later.result.complete(RemoteDispatch.withoutEngine(EventOutcome.INTERNAL_ERROR, Sentences.of(failure)));
            }
            boolean stopped;
            synchronized (lock) {
                stopped = !undelivered.remove(later);
            }
            if (stopped && delivered) {
                // The stop came in the moment of the delivery.
                var ignored = stop(project);
            }
        });
        return later.result;
    }

    /// An invocation that waits for an engine.
    private final class Undelivered {
        private final KnownProject project;
        private final Invocation invocation;
        private final @Nullable ResponseListener listener;
        final CompletableFuture<InvocationResult> result = new CompletableFuture<>();

        Undelivered(KnownProject project, Invocation invocation, @Nullable ResponseListener listener) {
            this.project = project;
            this.invocation = invocation;
            this.listener = listener;
        }

        /// @return false when it was stopped before
        boolean deliverTo(EngineConnection connection) {
            if (result.isDone()) {
                return false;
            }
            var answer = connection.dispatch(project, invocation, listener);
            var unused = answer.whenComplete((value, failure) -> result.complete(
                    value == null
                            ? RemoteDispatch.withoutEngine(EventOutcome.INTERNAL_ERROR, Sentences.of(failure))
                            : value));
            var ignored = result.whenComplete((value, failure) -> {
                if (result.isCancelled()) {
                    answer.cancel(true);
                }
            });
            return true;
        }
    }

    /// Ends the invocations that wait for an engine.
    private void stopUndelivered(KnownProject project) {
        List<Undelivered> stopped;
        synchronized (lock) {
            stopped =
                    undelivered.stream().filter(each -> each.project == project).toList();
            stopped.forEach(undelivered::remove);
        }
        stopped.forEach(each -> each.result.complete(
                RemoteDispatch.withoutEngine(EventOutcome.CANCELED, "It was stopped before an engine was there.")));
    }

    /// Ends what the project runs, with the process where guest code does not yield in time.
    CompletableFuture<Void> stop(KnownProject project) {
        stopUndelivered(project);
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

    /// Kills its engine and goes on in another one: at once, unless nothing may be left to do.
    ///
    /// @return completes when the process is gone
    CompletableFuture<Void> replace(Engine engine, EventOutcome outcome, String reason) {
        var coming = new CompletableFuture<Engine>();
        boolean waits = launch.oneCommand() && projects().stream().noneMatch(KnownProject::firesCrons);
        var next = waits ? null : coming;
        boolean wasCurrent = leave(engine, next);
        var sentence = wasCurrent ? reason + " " + whatIsLeft() : reason;
        if (wasCurrent) {
            watcher.lost(sentence);
        }
        var gone = fleet.discard(engine, outcome, sentence);
        if (!wasCurrent && leave(engine, next)) {
            // It was lent in the moment of its loss.
            watcher.lost(reason + " " + whatIsLeft());
            wasCurrent = true;
        }
        if (wasCurrent && !waits) {
            lend(coming);
        }
        return gone;
    }

    /// Lets go of an engine.
    ///
    /// @param next in its place, null for none until somebody asks
    /// @return false where it is not the one that the project has
    private boolean leave(Engine engine, @Nullable CompletableFuture<Engine> next) {
        synchronized (lock) {
            var present = current;
            boolean isCurrent =
                    present != null && !present.isCompletedExceptionally() && present.getNow(null) == engine;
            if (isCurrent) {
                current = next;
            }
            if (isCurrent && next != null) {
                looking.add(next);
            }
            return isCurrent;
        }
    }

    private String whatIsLeft() {
        return projects().stream().noneMatch(project -> project.options().stateFolder() != null)
                ? "What its workers had in memory and had stored is lost: the project keeps no state on disk."
                : "What its workers had in memory is lost; what they stored is kept.";
    }

    /// Lets go of a reading of the project, and gives the engine back with the last one, once nothing runs in it.
    void close(KnownProject project) {
        CompletableFuture<Engine> mine;
        boolean last;
        boolean looks;
        synchronized (lock) {
            looks = looking.contains(current);
            projects.remove(project);
            last = projects.isEmpty();
            mine = current;
            if (last) {
                current = null;
            }
        }
        if (mine == null) {
            return;
        }
        stopUndelivered(project);
        if (!last) {
            var unused = mine.thenAccept(engine -> engine.connection().forget(project));
            return;
        }
        if (!mine.isDone()) {
            // Whoever asks next waits for the one that comes up, rather than for another one after it.
            if (!looks) {
                fleet.expectOneThatComes();
            }
            var unused = mine.whenComplete((engine, failure) -> {
                if (engine == null) {
                    fleet.noneCame();
                } else {
                    fleet.takeBack(engine);
                }
            });
            return;
        }
        var engine = mine.isCompletedExceptionally() ? null : mine.getNow(null);
        if (engine == null) {
            return;
        }
        if (!fleet.expect(engine)) {
            return;
        }
        if (!engine.connection().knows(project)) {
            fleet.takeBack(engine);
            return;
        }
        var unused = engine.connection()
                .ask(project, FrameKind.STOP)
                // Nobody watches: a busy machine gets the time that it takes to keep a warm engine.
                .orTimeout(launch.stopGrace().toMillis() + LATE_MILLIS, TimeUnit.MILLISECONDS)
                .thenCompose(stopped -> engine.connection()
                        .ask(project, FrameKind.SOUND)
                        .orTimeout(SOUND_MILLIS, TimeUnit.MILLISECONDS))
                .whenComplete((sound, failure) -> {
                    if (failure == null) {
                        engine.connection().forget(project);
                        fleet.takeBack(engine);
                    } else {
                        fleet.giveUp(engine, "the project was closed");
                    }
                });
    }
}
