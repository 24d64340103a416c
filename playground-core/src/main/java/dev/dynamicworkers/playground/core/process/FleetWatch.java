package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.util.AllowedTo;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Looks after the engines of an [EngineFleet] and says which of them are of no use any more: those that are silent,
/// and those with code that does not yield. Everything happens on one thread of its own, which never waits. Safe on any
/// thread.
@AllowedTo(
        value = AllowedTo.Rule.START_THREADS,
        reason = "watches processes; the supervisor is closed with the runtime")
final class FleetWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FleetWatch.class.getName());
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    /// Code that was told to end and yields takes milliseconds: after this long its engine may well have to go.
    private static final Duration SUSPICION = Duration.ofMillis(250);

    /// CPU time that a process has for the end of an isolate before it is killed, whether it can tell or not: some
    /// arithmetic stops all of its threads for as long as it takes, and so does a full heap.
    private static final Duration CPU_TO_END = Duration.ofMillis(1200);

    private static final Duration LOOK_AT_CPU = Duration.ofMillis(100);

    private static final OperatingSystemMXBean MACHINE = ManagementFactory.getOperatingSystemMXBean();

    /// An engine that is stuck is to be found on the busiest machine.
    private static final double MOST_TIMES = 12;

    private final EngineLaunch launch;
    private final Watched fleet;
    private final ScheduledExecutorService supervisor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("engine-supervisor").factory());

    /// What is watched, and hears of it. Called by the supervisor.
    interface Watched {
        /// The engines to look at. Called at every heartbeat.
        Iterable<Engine> engines();

        /// Whether an engine is one of them.
        boolean isKnown(Engine engine);

        /// An engine is of no use any more.
        void lost(Engine engine, EventOutcome outcome, String reason);

        /// An engine is about to be lost, and a project with it: somebody will ask for another one.
        void expectLoss();
    }

    FleetWatch(EngineLaunch launch, Watched fleet) {
        this.launch = launch;
        this.fleet = fleet;
    }

    /// Starts the heartbeat.
    void begin() {
        later(HEARTBEAT, this::heartbeat);
    }

    private void heartbeat() {
        try {
            for (var engine : fleet.engines()) {
                look(engine);
            }
        } catch (RuntimeException fault) {
            // Without a heartbeat nobody would see the next engine that is silent.
            LOG.log(System.Logger.Level.ERROR, "a heartbeat failed", fault);
        }
        later(HEARTBEAT, this::heartbeat);
    }

    /// What a process takes for a collection, or for classes that it reads, during which no thread of it answers: so
    /// many times as long as there is more to do than the machine has processors for. An engine that was killed for
    /// that would take its whole start once more.
    ///
    /// @param limit where each process has a processor
    /// @param load processes that run or would; negative where the system does not tell
    static Duration silenceLimit(Duration limit, double load, int processors) {
        double times = Math.clamp(load / processors, 1, MOST_TIMES);
        return Duration.ofMillis(Math.round(limit.toMillis() * times));
    }

    private void look(Engine engine) {
        Duration limit = launch.silenceLimit();
        boolean isSilent = engine.connection().silenceNanos() > limit.toNanos();
        if (isSilent) {
            // The load is asked for where it matters alone: it is a file to read.
            limit = silenceLimit(limit, MACHINE.getSystemLoadAverage(), MACHINE.getAvailableProcessors());
            isSilent = engine.connection().silenceNanos() > limit.toNanos();
        }
        if (isSilent) {
            fleet.lost(
                    engine,
                    EventOutcome.INTERNAL_ERROR,
                    "The engine process did not answer for " + limit.toSeconds() + " s and was killed.");
        } else {
            engine.connection().ping();
            // Cron triggers, and what goes on after a response.
            var unused = sees(engine);
        }
    }

    // ---- turns ----

    /// Looks at an engine's turns while invocations are under way, and not else: an idle window does nothing.
    void watchTurns(Engine engine) {
        if (engine.turns().begin()) {
            later(TurnWatch.EVERY, () -> lookAtTurns(engine));
        }
    }

    private void lookAtTurns(Engine engine) {
        if (!engine.connection().isBusy() || !fleet.isKnown(engine) || sees(engine)) {
            engine.turns().end();
            if (engine.connection().isBusy() && fleet.isKnown(engine)) {
                // One began in between.
                watchTurns(engine);
            }
            return;
        }
        later(engine.turns().untilNextLook(), () -> lookAtTurns(engine));
    }

    /// @return whether the engine was killed for what was seen
    private boolean sees(Engine engine) {
        var sight = engine.turns().look();
        var ending = sight.ending();
        if (ending != null) {
            fleet.lost(engine, ending.outcome(), ending.sentence());
            return true;
        }
        if (sight.isSuspicious()) {
            fleet.expectLoss();
        }
        return false;
    }

    // ---- isolates that are told to end ----

    /// An isolate was told to end. The engine itself says when code had time to yield and did not; one whose heap is
    /// full may not even get to that.
    void ending(Engine engine, Ending ending) {
        later(launch.endLimit(), () -> {
            if (engine.connection().isEnding(ending)) {
                unyielding(engine, ending);
            }
        });
        Duration before = engine.process().cpuTime();
        if (before != null) {
            later(LOOK_AT_CPU, () -> lookAtCpu(engine, ending, before));
        }
        later(SUSPICION, () -> {
            if (engine.connection().isEnding(ending)) {
                fleet.expectLoss();
            }
        });
    }

    private void lookAtCpu(Engine engine, Ending ending, Duration before) {
        Duration now = engine.process().cpuTime();
        if (now == null || !engine.connection().isEnding(ending)) {
            return;
        }
        if (now.minus(before).compareTo(CPU_TO_END) > 0) {
            unyielding(engine, ending);
        } else {
            later(LOOK_AT_CPU, () -> lookAtCpu(engine, ending, before));
        }
    }

    /// The code of an isolate that was told to end does not yield.
    void unyielding(Engine engine, Ending ending) {
        // Not on the connection's reader: what is lost is told to listeners.
        later(Duration.ZERO, () -> fleet.lost(engine, ending.outcome(), ending.sentence()));
    }

    // ---- the thread ----

    /// Does something on the supervisor's thread.
    ///
    /// @param delay null for never
    void later(@Nullable Duration delay, Runnable action) {
        if (delay == null) {
            return;
        }
        try {
            var unused = supervisor.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException over) {
            // The runtime is closed.
            LOG.log(System.Logger.Level.TRACE, "not scheduled", over);
        }
    }

    @Override
    public void close() {
        supervisor.shutdownNow();
    }
}
