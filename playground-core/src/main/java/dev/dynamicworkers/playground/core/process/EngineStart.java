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
/// @param unyielding hears of those whose code does not yield
record EngineStart(
        EngineLaunch launch,
        Consumer<Engine> ended,
        BiConsumer<Engine, Ending> ending,
        BiConsumer<Engine, Ending> unyielding) {
    private static final System.Logger LOG = System.getLogger(EngineStart.class.getName());
    private static final int START_SECONDS = 60;
    private static final int TRIES = 3;

    /// @param known the engine once others know of it: from then on its end is told
    private record Up(Engine engine, AtomicReference<@Nullable Engine> known) {}

    /// Starts it and returns at once.
    ///
    /// @param started completes when the engine is up
    void begin(CompletableFuture<Engine> started) {
        Thread.ofVirtual().name("engine-start").start(() -> {
            try {
                var up = startFromArchive();
                started.complete(up.engine());
                // Only what is known to whoever waited can be lost.
                up.known().set(up.engine());
                if (up.engine().connection().end().isDone()) {
                    ended.accept(up.engine());
                }
            } catch (IOException | RuntimeException failure) {
                started.completeExceptionally(failure);
            }
        });
    }

    /// From the archive of classes where there is one, and else, or if that fails, without.
    private Up startFromArchive() throws IOException {
        var archive = launch.archive();
        if (archive == null || !archive.isThere()) {
            return start(TRIES);
        }
        try {
            return started(EngineProcess.startFromArchive(launch));
        } catch (IOException | RuntimeException failure) {
            LOG.log(System.Logger.Level.DEBUG, "not started from " + archive.file(), failure);
            var up = start(TRIES - 1);
            // So it was the archive: a damaged one, or one of another virtual machine.
            archive.discard();
            return up;
        }
    }

    private Up start(int tries) throws IOException {
        try {
            return started(EngineProcess.start(launch));
        } catch (IOException | RuntimeException failure) {
            if (tries > 1) {
                return start(tries - 1);
            }
            throw failure;
        }
    }

    /// Waits until it is up, and kills it where that fails.
    private Up started(EngineProcess process) {
        try {
            var connection = new EngineConnection(process.input(), process.output());
            var known = new AtomicReference<@Nullable Engine>();
            var unused = connection
                    .end()
                    .thenRunAsync(() -> pipeEnded(process, connection, known.get()), Thread::startVirtualThread);
            var ignored = process.broken().thenAccept(connection::damaged);
            connection.start();
            var status = connection
                    .status()
                    .copy()
                    .orTimeout(START_SECONDS, TimeUnit.SECONDS)
                    .join();
            var engine = new Engine(process, connection, status);
            connection.onEnding(each -> ending.accept(engine, each), each -> unyielding.accept(engine, each));
            return new Up(engine, known);
        } catch (RuntimeException failure) {
            var unused = process.kill();
            throw failure;
        }
    }

    private void pipeEnded(EngineProcess process, EngineConnection connection, @Nullable Engine up) {
        if (up != null) {
            ended.accept(up);
            return;
        }
        try {
            connection.breakOff(connection.howItEnded(process));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
