package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.host.state.OfflineState;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.state.StateAnswer;
import dev.dynamicworkers.playground.core.state.StateQuery;
import dev.dynamicworkers.playground.core.worker.PlaygroundException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// The state of a project that does not run here: its stores can be looked into without an engine. Used by one thread.
public final class ProjectState implements AutoCloseable {
    private final OfflineState state;

    /// @param folder of the state
    /// @param notices hears in a sentence of what a user should know, for example of a damaged file
    public ProjectState(Project project, Path folder, Consumer<String> notices) {
        state = new OfflineState(project, folder, notices);
    }

    /// Answers a question. What writes needs the right to write, which only one process has; what reads does not.
    ///
    /// @throws PlaygroundException with the reason why it can't be answered
    public StateAnswer ask(StateQuery query) {
        return state.answer(query);
    }

    @Override
    public void close() {
        state.close();
    }
}
