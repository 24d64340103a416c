package dev.dynamicworkers.playground.core.process;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Starts one engine process, several times if need be, on a virtual thread.
///
/// @param ended hears when the pipe of one that was up has ended, perhaps twice
/// @param ending hears of isolates that were told to end
record EngineStart(EngineLaunch launch, Consumer<Engine> ended, BiConsumer<Engine, Ending> ending) {
    private static final int START_SECONDS = 60;
    private static final int TRIES = 3;

    /// Starts it and returns at once.
    ///
    /// @param started completes when the engine is up
    void begin(CompletableFuture<Engine> started) {
        Thread.ofVirtual().name("engine-start").start(() -> tryIt(1, started));
    }

    private void tryIt(int attempt, CompletableFuture<Engine> started) {
        EngineProcess process = null;
        try {
            process = EngineProcess.start(launch);
            var connection = new EngineConnection(process.input(), process.output());
            var up = new AtomicReference<@Nullable Engine>();
            var running = process;
            var unused = connection
                    .end()
                    .thenRunAsync(() -> pipeEnded(running, connection, up.get()), Thread::startVirtualThread);
            connection.start();
            var status = connection
                    .status()
                    .copy()
                    .orTimeout(START_SECONDS, TimeUnit.SECONDS)
                    .join();
            var engine = new Engine(process, connection, status);
            connection.onEnding(each -> ending.accept(engine, each));
            started.complete(engine);
            up.set(engine);
            if (connection.end().isDone()) {
                ended.accept(engine);
            }
        } catch (IOException | RuntimeException failure) {
            if (process != null) {
                var unused = process.kill();
            }
            if (attempt < TRIES) {
                tryIt(attempt + 1, started);
            } else {
                started.completeExceptionally(failure);
            }
        }
    }

    private void pipeEnded(EngineProcess process, EngineConnection connection, @Nullable Engine up) {
        if (up != null) {
            ended.accept(up);
            return;
        }
        try {
            connection.breakOff("The engine process " + process.end() + ".");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
