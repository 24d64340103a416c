package dev.dynamicworkers.playground.core.process;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The engine processes of a runtime: one for each project that runs, and one in reserve, so that a project whose
/// engine had to be killed goes on in one that is warm already; two for a while after that. Starts them, watches them,
/// takes them back. Safe on any thread.
final class EngineFleet implements AutoCloseable {
    /// As long as it takes a project to give its engine back.
    private static final Duration A_MOMENT = Duration.ofMillis(500);

    /// Long enough for a person to see the first results; what records runs behind everything else from then on.
    private static final Duration UNTIL_RECORDING = Duration.ofSeconds(20);

    /// Engines that are kept although no project has them.
    private static final int MOST_IDLE = 1;

    /// As many while engines are lost, for so long after the last: code that cost one is soon run again.
    private static final int MOST_IDLE_AFTER_A_LOSS = 2;

    private static final Duration AFTER_A_LOSS = Duration.ofMinutes(1);

    private final EngineLaunch launch;
    private final EngineWatcher watcher;
    private final ArchiveRecorder recorder;
    private final FleetWatch watch;
    private final EngineStarts starts;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final Set<Engine> engines = new LinkedHashSet<>();

    @GuardedBy("lock")
    private final Deque<Engine> idle = new ArrayDeque<>();

    /// Come up, and nobody has asked for them yet.
    @GuardedBy("lock")
    private final Deque<CompletableFuture<Engine>> reserve = new ArrayDeque<>();

    /// When an engine was killed last, by the clock of [System#nanoTime], null while none was.
    @GuardedBy("lock")
    private @Nullable Long lastLoss;

    /// Engines whose project is closing; they are waited for rather than started anew.
    @GuardedBy("lock")
    private int returning;

    @GuardedBy("lock")
    private final Deque<CompletableFuture<Engine>> waiting = new ArrayDeque<>();

    /// The one that people see the state of.
    @GuardedBy("lock")
    private CompletableFuture<Engine> shown;

    @GuardedBy("lock")
    private @Nullable Engine told;

    @GuardedBy("lock")
    private boolean closed;

    EngineFleet(EngineLaunch launch, EngineWatcher watcher) {
        this.launch = launch;
        this.watcher = watcher;
        recorder = new ArchiveRecorder(launch);
        watch = new FleetWatch(launch, new Watched());
        starts = new EngineStarts(launch, this::ended, watch);
        shown = new CompletableFuture<>();
    }

    /// Starts the first engine, and the watch over all.
    void begin() {
        watch.later(Duration.ZERO, ChildFolders::deleteLeftBehind);
        var first = startWanted();
        synchronized (lock) {
            reserve.add(first);
            shown = first;
        }
        var unused = first.whenComplete((engine, failure) -> {
            if (failure == null) {
                show(engine);
                keepInReserve(first, engine);
                // A command is over before.
                watch.later(launch.reserveAfter() == null ? null : UNTIL_RECORDING, recorder::begin);
            } else {
                // The next who asks tries again.
                dropReserve(first);
            }
        });
        watch.begin();
    }

    /// The engine that people see the state of.
    CompletableFuture<Engine> shown() {
        synchronized (lock) {
            return shown;
        }
    }

    // ---- lending ----

    /// Lends an engine to a project: one that is idle, one that comes up, one that comes back, or else a new one.
    CompletableFuture<Engine> lendTo(ProjectEngine project) {
        CompletableFuture<Engine> lent = find();
        synchronized (lock) {
            shown = lent;
        }
        watch.later(untilReserve(), this::makeReserve);
        return lent.thenCompose(engine -> {
            engine.lendTo(project);
            if (!isKnown(engine)) {
                // It died on the way.
                return lendTo(project);
            }
            show(engine);
            return CompletableFuture.completedFuture(engine);
        });
    }

    private boolean isKnown(Engine engine) {
        synchronized (lock) {
            return closed || engines.contains(engine);
        }
    }

    private CompletableFuture<Engine> find() {
        synchronized (lock) {
            if (closed) {
                return CompletableFuture.failedFuture(new EngineFailureException("the engine is closed", null));
            }
            Engine ready = idle.pollLast();
            if (ready != null) {
                return CompletableFuture.completedFuture(ready);
            }
            // The one that has come up for longest.
            CompletableFuture<Engine> coming = reserve.poll();
            if (coming != null) {
                return coming;
            }
            if (returning > waiting.size()) {
                CompletableFuture<Engine> returned = new CompletableFuture<>();
                waiting.add(returned);
                return returned;
            }
        }
        return startWanted();
    }

    /// An engine's project is closing.
    ///
    /// @return false where the engine is lost already: then nobody may give it back
    boolean expect(Engine engine) {
        synchronized (lock) {
            boolean comes = engines.contains(engine);
            returning += comes ? 1 : 0;
            return comes;
        }
    }

    /// An engine comes up whose project was closed meanwhile.
    void expectOneThatComes() {
        synchronized (lock) {
            returning++;
        }
    }

    /// An engine that was expected did not come up.
    void noneCame() {
        startForWaiter();
    }

    /// An engine that was expected is free again.
    void takeBack(Engine engine) {
        engine.lendTo(null);
        CompletableFuture<Engine> next;
        List<Engine> surplus = new ArrayList<>();
        synchronized (lock) {
            returning--;
            next = waiting.poll();
            if (next == null) {
                idle.addLast(engine);
                surplus.addAll(surplus());
            }
        }
        if (next != null) {
            next.complete(engine);
        }
        surplus.forEach(each -> {
            var unused = each.end();
        });
    }

    /// An engine that was expected will not come back.
    void giveUp(Engine engine, String reason) {
        var unused = discard(engine, EventOutcome.CANCELED, reason);
        startForWaiter();
    }

    /// One fewer comes back: whoever waits for it gets a new one.
    private void startForWaiter() {
        CompletableFuture<Engine> next;
        synchronized (lock) {
            returning--;
            next = waiting.size() > returning ? waiting.poll() : null;
        }
        if (next != null) {
            CompletableFuture<Engine> waiter = next;
            var unused = startWanted().whenComplete((started, failure) -> {
                if (failure == null) {
                    waiter.complete(started);
                } else {
                    waiter.completeExceptionally(failure);
                }
            });
        }
    }

    /// Kills an engine for good.
    ///
    /// @return completes when the process is gone
    CompletableFuture<Void> discard(Engine engine, EventOutcome outcome, String reason) {
        synchronized (lock) {
            engines.remove(engine);
            idle.remove(engine);
            lastLoss = System.nanoTime();
        }
        return engine.kill(outcome, reason);
    }

    // ---- the reserve ----

    /// Engines that stand by, and those that come up to.
    int standby() {
        synchronized (lock) {
            return idle.size() + reserve.size();
        }
    }

    @GuardedBy("lock")
    private boolean isAfterALoss() {
        return lastLoss != null && System.nanoTime() - lastLoss < AFTER_A_LOSS.toNanos();
    }

    @GuardedBy("lock")
    private int mostIdle() {
        return isAfterALoss() ? MOST_IDLE_AFTER_A_LOSS : MOST_IDLE;
    }

    /// How long after an engine was lent the next is started, null for never. Code that cost an engine is soon run
    /// again: then at once.
    private @Nullable Duration untilReserve() {
        synchronized (lock) {
            return launch.reserveAfter() != null && isAfterALoss() ? Duration.ZERO : launch.reserveAfter();
        }
    }

    /// Takes engines out that nobody needs; the caller ends them.
    @GuardedBy("lock")
    private List<Engine> surplus() {
        List<Engine> surplus = new ArrayList<>();
        while (idle.size() > mostIdle()) {
            surplus.add(idle.removeFirst());
        }
        engines.removeAll(surplus);
        return surplus;
    }

    private void makeReserve() {
        makeReserve(0);
    }

    /// Starts one more where fewer stand by than should, one after the other.
    ///
    /// @param doomed engines that are about to be replaced
    private void makeReserve(int doomed) {
        CompletableFuture<Engine> coming = new CompletableFuture<>();
        boolean soon;
        synchronized (lock) {
            if (closed || !reserve.isEmpty() || idle.size() >= mostIdle() + doomed) {
                return;
            }
            // One that is given back may be the reserve, or may be asked for at once. And two that come up at once
            // take twice as long, while somebody may wait for the first.
            soon = returning > 0 || starts.isOneUnderWay();
            if (!soon) {
                reserve.add(coming);
            }
        }
        if (soon) {
            watch.later(A_MOMENT, this::makeReserve);
            return;
        }
        var unused = startAnother().whenComplete((engine, failure) -> {
            if (failure == null) {
                coming.complete(engine);
                keepInReserve(coming, engine);
                watch.later(EngineStarts.TO_WARM_UP, this::makeReserve);
            } else {
                coming.completeExceptionally(failure);
                dropReserve(coming);
            }
        });
    }

    private void keepInReserve(CompletableFuture<Engine> came, Engine engine) {
        synchronized (lock) {
            if (reserve.remove(came)) {
                idle.addLast(engine);
            }
        }
    }

    private void dropReserve(CompletableFuture<Engine> failed) {
        synchronized (lock) {
            reserve.remove(failed);
        }
    }

    private void show(Engine engine) {
        synchronized (lock) {
            if (told == engine || closed) {
                return;
            }
            told = engine;
        }
        watcher.started(engine.status());
    }

    // ---- starting ----

    /// Starts an engine that somebody waits for: the watcher hears when it can't be started.
    private CompletableFuture<Engine> startWanted() {
        return startAnother().whenComplete((engine, failure) -> {
            if (failure != null && isOpen()) {
                watcher.failed(Sentences.of(failure));
            }
        });
    }

    private CompletableFuture<Engine> startAnother() {
        return starts.start().thenApply(engine -> {
            if (!admit(engine)) {
                var unused = engine.end();
                throw new EngineFailureException("the engine is closed", null);
            }
            return engine;
        });
    }

    private boolean admit(Engine engine) {
        engine.connection().onBusy(() -> watch.watchTurns(engine));
        synchronized (lock) {
            if (!closed) {
                engines.add(engine);
            }
            return !closed;
        }
    }

    private boolean isOpen() {
        synchronized (lock) {
            return !closed;
        }
    }

    // ---- losing ----

    private final class Watched implements FleetWatch.Watched {
        @Override
        public List<Engine> engines() {
            List<Engine> all;
            List<Engine> surplus;
            synchronized (lock) {
                surplus = surplus();
                all = List.copyOf(engines);
            }
            surplus.forEach(each -> {
                var unused = each.end();
            });
            return all;
        }

        @Override
        public boolean isKnown(Engine engine) {
            return EngineFleet.this.isKnown(engine);
        }

        @Override
        public void lost(Engine engine, EventOutcome outcome, String reason) {
            EngineFleet.this.lost(engine, outcome, reason);
        }

        @Override
        public void expectLoss() {
            // Code that cost an engine is soon run again: the one after the next begins to come up now.
            if (launch.reserveAfter() != null) {
                makeReserve(1);
            }
        }
    }

    private void ended(Engine engine) {
        try {
            lost(engine, EventOutcome.INTERNAL_ERROR, engine.connection().howItEnded(engine.process()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// An engine is of no use any more.
    private void lost(Engine engine, EventOutcome outcome, String reason) {
        boolean known;
        boolean seen;
        synchronized (lock) {
            known = engines.contains(engine) && !closed;
            seen = told == engine;
        }
        if (!known) {
            return;
        }
        ProjectEngine borrower = engine.borrower();
        if (borrower != null) {
            var unused = borrower.replace(engine, outcome, reason);
            return;
        }
        var unused = discard(engine, outcome, reason);
        // Lent in the moment of its loss, to one who saw it among the engines still.
        ProjectEngine late = engine.borrower();
        if (late != null) {
            var ignored = late.replace(engine, outcome, reason);
            return;
        }
        if (seen) {
            watcher.lost(reason);
            if (!launch.oneCommand()) {
                restart();
            }
        } else {
            watch.later(untilReserve(), this::makeReserve);
        }
    }

    private void restart() {
        CompletableFuture<Engine> next = new CompletableFuture<>();
        synchronized (lock) {
            if (closed || !reserve.isEmpty()) {
                return;
            }
            reserve.add(next);
            shown = next;
        }
        var unused = startWanted().whenComplete((engine, failure) -> {
            if (failure == null) {
                show(engine);
                next.complete(engine);
                keepInReserve(next, engine);
            } else {
                next.completeExceptionally(failure);
                dropReserve(next);
            }
        });
    }

    @Override
    public void close() {
        var unused = end();
    }

    /// Closes it.
    ///
    /// @return completes when the processes are gone
    CompletableFuture<Void> end() {
        List<Engine> all;
        List<CompletableFuture<Engine>> hopeless;
        synchronized (lock) {
            if (closed) {
                return CompletableFuture.completedFuture(null);
            }
            closed = true;
            all = List.copyOf(engines);
            hopeless = new ArrayList<>(waiting);
            engines.clear();
            idle.clear();
        }
        watch.close();
        recorder.close();
        hopeless.forEach(each -> each.completeExceptionally(new EngineFailureException("the engine is closed", null)));
        return CompletableFuture.allOf(all.stream().map(Engine::end).toArray(CompletableFuture<?>[]::new));
    }
}
