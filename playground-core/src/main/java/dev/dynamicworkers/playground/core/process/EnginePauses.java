package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.debug.Pause;
import dev.dynamicworkers.playground.core.debug.PauseListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// The projects of one engine process whose code stands still: one pause each at a time. Told by the connection's
/// reader; the end of the connection may come on any thread.
final class EnginePauses {
    private final LongFunction<@Nullable KnownProject> projects;
    private final Map<Long, Long> standing = new ConcurrentHashMap<>();

    EnginePauses(LongFunction<@Nullable KnownProject> projects) {
        this.projects = projects;
    }

    /// @throws WireViolation where its code stands still already
    void paused(long project, Pause pause) {
        if (standing.putIfAbsent(project, pause.number()) != null) {
            throw new WireViolation("a second pause at once");
        }
        tell(project, listener -> listener.paused(pause));
    }

    /// @throws WireViolation where its code does not stand still
    void resumed(long project) {
        Long number = standing.remove(project);
        if (number == null) {
            throw new WireViolation("the end of no pause");
        }
        tell(project, listener -> listener.goesOn(number));
    }

    /// The engine is gone.
    void lost() {
        for (Long project : standing.keySet()) {
            Long number = standing.remove(project);
            if (number != null) {
                tell(project, listener -> listener.goesOn(number));
            }
        }
    }

    private void tell(long id, Consumer<PauseListener> what) {
        KnownProject project = projects.apply(id);
        PauseListener listener = project == null ? null : project.pauseListener();
        if (listener == null) {
            return;
        }
        try {
            what.accept(listener);
        } catch (RuntimeException fault) {
            System.getLogger(EnginePauses.class.getName())
                    .log(System.Logger.Level.ERROR, "a listener of pauses failed", fault);
        }
    }
}
