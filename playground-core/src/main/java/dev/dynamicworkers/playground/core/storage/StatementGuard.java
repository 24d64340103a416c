package dev.dynamicworkers.playground.core.storage;

import java.time.Duration;
import org.sqlite.ProgressHandler;

/// Ends a statement that goes on for too long, or whose thread was interrupted because its isolate is being ended: no
/// other way leads into a statement that runs. Asked by SQLite on the thread of the statement.
final class StatementGuard extends ProgressHandler {
    /// Steps of SQLite's machine between two questions: about a millisecond.
    static final int STEPS = 100_000;

    private final Duration most;
    private long beganNanos;
    private boolean late;

    /// @param most that a statement may take, on the clock
    StatementGuard(Duration most) {
        this.most = most;
    }

    /// A statement begins.
    void begin() {
        beganNanos = System.nanoTime();
        late = false;
    }

    /// Whether the statement was ended because of its time.
    boolean isLate() {
        return late;
    }

    /// How long a statement may take.
    Duration most() {
        return most;
    }

    @Override
    protected int progress() {
        late = System.nanoTime() - beganNanos > most.toNanos();
        return late || Thread.currentThread().isInterrupted() ? 1 : 0;
    }
}
