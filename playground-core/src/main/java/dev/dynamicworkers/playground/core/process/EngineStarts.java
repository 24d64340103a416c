package dev.dynamicworkers.playground.core.process;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Starts engine processes, and knows whether one of them has the processors for itself. Safe on any thread.
final class EngineStarts {
    /// An engine that came up has so long to warm itself up, or to give its first answer, before another one takes the
    /// processors from it.
    static final Duration TO_WARM_UP = Duration.ofMillis(1500);

    private final EngineLaunch launch;
    private final Consumer<Engine> ended;
    private final FleetWatch watch;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private int comingUp;

    /// By the clock of [System#nanoTime], null while none did.
    @GuardedBy("lock")
    private @Nullable Long lastCame;

    /// @param ended hears of a process that has ended by itself
    EngineStarts(EngineLaunch launch, Consumer<Engine> ended, FleetWatch watch) {
        this.launch = launch;
        this.ended = ended;
        this.watch = watch;
    }

    /// Starts one.
    ///
    /// @return fails with [EngineFailureException] where it can't be started
    CompletableFuture<Engine> start() {
        CompletableFuture<Engine> started = new CompletableFuture<>();
        synchronized (lock) {
            comingUp++;
        }
        new EngineStart(launch, ended, watch::ending, watch::unyielding).begin(started);
        return started.handle((engine, failure) -> {
            synchronized (lock) {
                comingUp--;
                if (failure == null) {
                    lastCame = System.nanoTime();
                }
            }
            if (failure != null) {
                throw new EngineFailureException("The engine can't be started: " + Sentences.of(failure), failure);
            }
            return engine;
        });
    }

    /// Whether one comes up, or came up just now.
    boolean isOneUnderWay() {
        synchronized (lock) {
            return comingUp > 0 || (lastCame != null && System.nanoTime() - lastCame < TO_WARM_UP.toNanos());
        }
    }
}
