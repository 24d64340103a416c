package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What the isolate of the inspector's worker really runs. FX thread.
final class CodeViewModel implements AutoCloseable {
    private final ProjectSession session;
    private final StringProperty worker;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.EMPTY);
    private final ReadOnlyObjectWrapper<@Nullable WorkerView> view = new ReadOnlyObjectWrapper<>();
    private @Nullable IsolateId asked;

    /// What the page shows.
    ///
    /// @param sentence why there is nothing, empty when there is something
    record State(String sentence, List<CodeDocument> documents) {
        static final State EMPTY = new State("No isolate is loaded. They are made on the first request.", List.of());
    }

    /// @param worker whose isolate is looked at, as the inspector names it
    CodeViewModel(ProjectSession session, StringProperty worker) {
        this.session = session;
        this.worker = worker;
        subscriptions.onChange(
                this::refresh,
                worker,
                session.lastRunProperty(),
                session.policy().stateProperty());
        subscriptions.listen(session.isolates().snapshotsProperty(), all -> {
            IsolateSnapshot found = isolate();
            if (!Objects.equals(found == null ? null : found.id(), asked)) {
                refresh();
            }
        });
        refresh();
    }

    private @Nullable IsolateSnapshot isolate() {
        String name = worker.get();
        IsolateSnapshot.Role role =
                name.equals(InspectorViewModel.PARENT) ? IsolateSnapshot.Role.PARENT : IsolateSnapshot.Role.DYNAMIC;
        return session.isolates().snapshotsProperty().get().stream()
                .filter(isolate -> isolate.endReason() == null && isolate.role() == role)
                .filter(isolate -> role == IsolateSnapshot.Role.PARENT
                        || name.equals(InspectorViewModel.ALL)
                        || isolate.label().equals(name))
                .findFirst()
                .orElse(null);
    }

    /// Looks anew.
    void refresh() {
        IsolateSnapshot found = isolate();
        asked = found == null ? null : found.id();
        if (found == null) {
            view.set(null);
            boolean any = session.isolates().liveCount() > 0;
            state.set(
                    any
                            ? new State(
                                    "No isolate of this worker is loaded. Choose another worker above, or send a"
                                            + " request that loads it.",
                                    List.of())
                            : State.EMPTY);
            return;
        }
        IsolateId wanted = found.id();
        session.view(wanted, seen -> {
            if (wanted.equals(asked)) {
                view.set(seen);
                state.set(show(seen));
            }
        });
    }

    private static State show(@Nullable WorkerView view) {
        return view == null
                ? new State("This isolate is gone. The next request loads it again.", List.of())
                : new State("", WorkerCodeText.documents(view));
    }

    /// What the isolate really runs; null while none is known.
    ReadOnlyObjectProperty<@Nullable WorkerView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /// What is shown.
    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
