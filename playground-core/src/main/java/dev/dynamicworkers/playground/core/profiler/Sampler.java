package dev.dynamicworkers.playground.core.profiler;

import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.isolate.Isolate;
import dev.dynamicworkers.playground.core.isolate.SharedEngine;
import dev.dynamicworkers.playground.core.profile.CpuProfile;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Asks again and again what one thread does. Its daemon thread owns all that is found until [#end] has returned.
final class Sampler {
    private static final System.Logger LOG = System.getLogger(Sampler.class.getName());
    private static final long INTERVAL_NANOS = 1_000_000;
    private static final long END_MILLIS = 2_000;

    private final SharedEngine engine;
    private final TruffleInstrument.Env env;
    private final Thread sampled;
    private final BooleanSupplier isStanding;
    private final Instant startedAt = Instant.now();
    private final CallTree tree = new CallTree();
    private final Tape tape = new Tape(INTERVAL_NANOS, CpuProfile.MOST_SAMPLES, System.nanoTime());
    private final Thread thread;
    private @Nullable StackSample asked;
    private long missed;

    /// volatile: set by whoever ends it.
    private volatile boolean isEnded;

    /// @param sampled the thread that runs all turns of a project
    /// @param isStanding whether its code stands still, which takes no time of anybody
    Sampler(SharedEngine engine, TruffleInstrument.Env env, Thread sampled, BooleanSupplier isStanding) {
        this.engine = engine;
        this.env = env;
        this.sampled = sampled;
        this.isStanding = isStanding;
        thread = Thread.ofPlatform().name("profiler").daemon().start(this::run);
    }

    /// Takes no more samples. Safe on any thread.
    void stop() {
        isEnded = true;
        LockSupport.unpark(thread);
    }

    /// Takes no more samples, and waits until all that was found is the caller's.
    ///
    /// @return the moment of the end
    /// @throws IllegalStateException where it does not end
    long end() throws InterruptedException {
        stop();
        thread.join(END_MILLIS);
        if (thread.isAlive()) {
            throw new IllegalStateException("the profiler does not end");
        }
        return System.nanoTime();
    }

    private void run() {
        long due = System.nanoTime();
        while (!isEnded) {
            due += tape.intervalNanos();
            long now = awaitUntil(due);
            // Moments that are over are not made up for.
            long late = Math.max(0, (now - due) / tape.intervalNanos());
            due += late * tape.intervalNanos();
            try {
                look(now, late);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "a sample could not be taken", e);
                asked = null;
            }
        }
        StackSample last = asked;
        if (last != null) {
            note(last);
            last.cancel();
        }
    }

    private long awaitUntil(long due) {
        long now = System.nanoTime();
        while (now < due && !isEnded) {
            LockSupport.parkNanos(this, due - now);
            now = System.nanoTime();
        }
        return now;
    }

    /// @param late moments that have passed without a look
    private void look(long now, long late) {
        Isolate running = isStanding.getAsBoolean() ? null : engine.running(sampled);
        StackSample before = asked;
        if (before != null) {
            if (!before.isOver() && before.isolate() == running) {
                missed += late + 1;
                return;
            }
            missed += late;
            asked = null;
            note(before);
            before.cancel();
        } else if (running != null) {
            missed += late;
        }
        if (running == null) {
            tape.add(CpuProfile.NONE, now);
        } else {
            asked = StackSample.ask(env, running, sampled, now);
        }
    }

    private void note(StackSample sample) {
        if (!sample.isTaken() || !(sample.isolate().attachment() instanceof WorkerInstance worker)) {
            missed++;
            return;
        }
        int node = tree.add(worker, sample.places());
        if (node == CpuProfile.NONE) {
            missed++;
        } else {
            tape.add(node, sample.askedAt());
        }
    }

    // Of the caller of end(), from then on.

    Instant startedAt() {
        return startedAt;
    }

    CallTree tree() {
        return tree;
    }

    Tape tape() {
        return tape;
    }

    long missed() {
        return missed;
    }
}
