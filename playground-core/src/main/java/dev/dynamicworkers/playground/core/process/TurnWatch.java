package dev.dynamicworkers.playground.core.process;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.dynamicworkers.playground.core.util.TimeToYield;
import dev.dynamicworkers.playground.core.util.TurnBoard;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Looks at the turns of an engine process from outside: some arithmetic stops all threads of its process, so that the
/// process can't even order the end of code that is over its limit. What counts is the CPU time of the code's own
/// thread, so code on a busy machine is not taken for code that does not yield. Owned by its [Engine]; safe on any
/// thread.
final class TurnWatch {
    /// Name of the file in the engine's folder.
    static final String FILE = "turns";

    static final Duration EVERY = Duration.ofMillis(100);

    /// Where code is over its limit.
    static final Duration EVERY_WHEN_LATE = Duration.ofMillis(25);

    /// CPU time over the limit. Code that is ended in time is over sooner, as a rule.
    private static final Duration SUSPICION = Duration.ofMillis(50);

    private final Path file;
    private final Path threads;
    private final LongSupplier clock;
    private final AtomicBoolean watching = new AtomicBoolean();

    /// Turns that were over their limit at the last look, and when each must have been at the latest.
    @GuardedBy("this")
    private Map<TurnBoard.Turn, Long> late = Map.of();

    TurnWatch(long pid, Path folder) {
        this(folder.resolve(FILE), Path.of("/proc", String.valueOf(pid), "task"), System::nanoTime);
    }

    /// @param threads folder with a folder for each thread, which holds its `schedstat`
    /// @param clock in nanoseconds
    TurnWatch(Path file, Path threads, LongSupplier clock) {
        this.file = file;
        this.threads = threads;
        this.clock = clock;
    }

    /// Whether the caller is the one who is to look from now on.
    boolean begin() {
        return watching.compareAndSet(false, true);
    }

    /// The caller looks no more.
    void end() {
        watching.set(false);
    }

    /// What a look finds.
    ///
    /// @param ending the code that has to be ended with its process, null for none
    /// @param isSuspicious whether code is over its limit for longer than code that yields
    record Sight(@Nullable Ending ending, boolean isSuspicious) {
        static final Sight SOUND = new Sight(null, /* isSuspicious= */ false);
    }

    /// Looks once.
    synchronized Sight look() {
        try {
            var lateNow = new HashMap<TurnBoard.Turn, Long>();
            boolean suspicious = false;
            for (var turn : TurnBoard.read(file)) {
                long over = cpuNanos(turn.thread()) - turn.allowedNanos();
                // A turn that is another one by now was read too early.
                if (over <= 0 || !TurnBoard.read(file).contains(turn)) {
                    continue;
                }
                long now = clock.getAsLong();
                // A thread can't have more CPU time than there was time.
                long since = Math.min(now - over, late.getOrDefault(turn, now));
                if (TimeToYield.isOver(now - since, over)) {
                    return new Sight(ending(turn), /* isSuspicious= */ true);
                }
                suspicious |= over > SUSPICION.toNanos();
                lateNow.put(turn, since);
            }
            late = lateNow;
            return new Sight(null, suspicious);
        } catch (IOException | NumberFormatException untold) {
            // Another operating system, or the process is gone: the engine's own watch has to do.
            System.getLogger(TurnWatch.class.getName()).log(System.Logger.Level.TRACE, "not seen", untold);
            return Sight.SOUND;
        }
    }

    /// Names of the turns that were over their limit at the last look.
    synchronized Set<String> late() {
        return late.keySet().stream().map(TurnBoard.Turn::name).collect(Collectors.toUnmodifiableSet());
    }

    /// When to look again.
    synchronized Duration untilNextLook() {
        return late.isEmpty() ? EVERY : EVERY_WHEN_LATE;
    }

    private long cpuNanos(long thread) throws IOException {
        var told = Files.readString(threads.resolve(String.valueOf(thread)).resolve("schedstat"));
        int end = told.indexOf(' ');
        return Long.parseLong(end < 0 ? told.strip() : told.substring(0, end));
    }

    private static Ending ending(TurnBoard.Turn turn) {
        return new Ending(
                0,
                turn.name(),
                EventOutcome.EXCEEDED_CPU,
                "Worker exceeded its CPU time limit of " + TimeUnit.NANOSECONDS.toMillis(turn.limitNanos()) + " ms.");
    }
}
