package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Those who wait until nothing of a project runs any more. Used by the event loop's thread alone.
final class QuietWait {
    private final EventLoop loop;
    private final BooleanSupplier isQuiet;
    private final List<Runnable> waiting = new ArrayList<>();

    /// @param isQuiet whether nothing runs, asked on the event loop's thread
    QuietWait(EventLoop loop, BooleanSupplier isQuiet) {
        this.loop = loop;
        this.isQuiet = isQuiet;
    }

    /// Does something once it is quiet and [#look] has found that.
    void await(Runnable action) {
        waiting.add(action);
    }

    /// Lets those who wait go on, after what is queued now, if nothing runs then.
    void look() {
        if (waiting.isEmpty()) {
            return;
        }
        loop.post(() -> {
            if (isQuiet.getAsBoolean()) {
                List<Runnable> released = List.copyOf(waiting);
                waiting.clear();
                released.forEach(Runnable::run);
            }
        });
    }
}
