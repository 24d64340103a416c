package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.trace.LogCap;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.Limit;
import dev.dynamicworkers.playground.core.worker.Limits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How many console lines one event may still write: those of all workers that it reaches count together. Runs on the
/// event loop's thread.
final class LogQuota {
    /// Most characters of one event that only say more of lines that are shown.
    private static final int MOST_DEEPER = 1 << 20;

    private final long lines;
    private final long bytes;
    private long usedLines;
    private long usedBytes;
    private long usedDeeper;
    private long dropped;

    LogQuota(Limits limits) {
        lines = limits.get(Limit.LOG_LINES);
        bytes = limits.get(Limit.LOG_SIZE) << 20;
    }

    /// Counts a line.
    ///
    /// @return whether it may be shown; the first that may not is told of in its place
    boolean admits(WorkerInstance worker, String text) {
        if (dropped == 0 && usedLines < lines && usedBytes + text.length() <= bytes) {
            usedLines++;
            usedBytes += text.length();
            return true;
        }
        if (dropped++ == 0) {
            tell(worker, 0);
        }
        return false;
    }

    /// What says more of a line that is shown; null for what there is no room for.
    @Nullable
    String admitsDeeper(@Nullable String deeper) {
        if (deeper == null || usedDeeper + deeper.length() > Math.min(MOST_DEEPER, bytes)) {
            return null;
        }
        usedDeeper += deeper.length();
        return deeper;
    }

    /// The event is over.
    void tellDropped(WorkerInstance worker) {
        if (dropped > 1) {
            tell(worker, dropped);
        }
    }

    private void tell(WorkerInstance worker, long known) {
        Limit passed = usedLines < lines ? Limit.LOG_SIZE : Limit.LOG_LINES;
        LogCap cap = new LogCap(usedLines, known, passed);
        worker.emit(new TailEvent.Note(worker.id(), Instant.now(), cap.sentence()));
    }
}
