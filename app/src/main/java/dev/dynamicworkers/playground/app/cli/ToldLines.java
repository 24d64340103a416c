package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.trace.TailConsumer;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Console lines and notes as the engine told them, for what no result tells: the result of an event whose engine
/// process was lost has none. Safe on any thread.
final class ToldLines implements TailConsumer {
    private final List<TailEvent> lines = new CopyOnWriteArrayList<>();

    @Override
    public void accept(TailEvent event) {
        if (event instanceof TailEvent.LogLine || event instanceof TailEvent.Note) {
            lines.add(event);
        }
    }

    /// Forgets what was told until now.
    void clear() {
        lines.clear();
    }

    /// The console lines.
    List<TailEvent.LogLine> logs() {
        return lines.stream()
                .filter(TailEvent.LogLine.class::isInstance)
                .map(TailEvent.LogLine.class::cast)
                .toList();
    }

    /// The texts of the notes.
    List<String> notes() {
        return lines.stream()
                .filter(TailEvent.Note.class::isInstance)
                .map(line -> ((TailEvent.Note) line).text())
                .toList();
    }

    /// A result with the console lines that were told since [#clear], where it has none itself.
    InvocationResult completing(InvocationResult result) {
        if (result.outcome() == EventOutcome.OK || !result.logs().isEmpty()) {
            return result;
        }
        return result.withLogs(logs());
    }
}
