package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.code.diff.LineDiff;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What the isolate of the inspector's worker really runs. FX thread.
final class CodeViewModel implements AutoCloseable {
    private static final int MOST_RUNS = 200;

    private final ProjectSession session;
    private final StringProperty worker;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.EMPTY);
    private final ReadOnlyObjectWrapper<@Nullable WorkerView> view = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Comparison> comparison = new ReadOnlyObjectWrapper<>();
    private final Map<RunOf, List<CodeDocument>> earlier = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable Spot> spot = new ReadOnlyObjectWrapper<>();
    private @Nullable IsolateId asked;

    /// The isolate that is shown because a line of it was asked for, though it may have ended; null for none.
    private @Nullable IsolateId held;

    /// Two codes side by side.
    ///
    /// @param before names the left one
    /// @param after names the right one
    record Comparison(String before, String after, List<LineDiff.Row> rows) {}

    /// A line of a module that is to be shown.
    record Spot(String module, int line, int column) {}

    private record RunOf(String worker, long number) {}

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
            if (held == null && !Objects.equals(found == null ? null : found.id(), asked)) {
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
        held = null;
        spot.set(null);
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
                State next = show(seen);
                state.set(next);
                keep(next.documents());
            }
        });
    }

    /// Shows a line of the code that an isolate ran, also of one that has ended, as long as the engine has its code.
    ///
    /// @param found called before it is shown
    void reveal(Wish.ShowModule wanted, Runnable found) {
        IsolateId isolate = isolateOf(wanted);
        if (isolate == null) {
            tellGone(wanted);
            return;
        }
        session.view(isolate, seen -> {
            // Numbers of isolates begin anew with each engine, so that a run of an earlier one may name another.
            if (seen == null
                    || !seen.label().equals(wanted.worker())
                    || !seen.code().modules().containsKey(wanted.module())) {
                tellGone(wanted);
                return;
            }
            found.run();
            endComparison();
            held = isolate;
            asked = isolate;
            state.set(show(seen));
            spot.set(new Spot(wanted.module(), wanted.line(), wanted.column()));
        });
    }

    private @Nullable IsolateId isolateOf(Wish.ShowModule wanted) {
        Stream<IsolateSnapshot> ofRun = session.runs().stream()
                .filter(run -> run.number() == wanted.run())
                .flatMap(run -> run.isolates().stream());
        return Stream.concat(session.isolates().snapshotsProperty().get().stream(), ofRun)
                .filter(isolate -> isolate.label().equals(wanted.worker()))
                .map(IsolateSnapshot::id)
                .reduce((first, last) -> last)
                .orElse(null);
    }

    private void tellGone(Wish.ShowModule wanted) {
        session.notices().tell("The code of " + wanted.worker() + " is gone with its isolate. Run again to see it.");
    }

    /// The line to show; null for none.
    ReadOnlyObjectProperty<@Nullable Spot> spotProperty() {
        return spot.getReadOnlyProperty();
    }

    /// Keeps what the last run ran.
    private void keep(List<CodeDocument> documents) {
        RunRecord last = session.lastRunProperty().get();
        if (last == null || documents.isEmpty()) {
            return;
        }
        List<CodeDocument> same =
                earlier.values().stream().filter(documents::equals).findFirst().orElse(documents);
        earlier.putIfAbsent(new RunOf(worker.get(), last.number()), same);
        if (earlier.size() > MOST_RUNS) {
            earlier.remove(earlier.keySet().iterator().next());
        }
    }

    /// Numbers of runs whose code of this worker is known, newest first.
    List<Long> runs() {
        return earlier.keySet().stream()
                .filter(run -> run.worker().equals(worker.get()))
                .map(RunOf::number)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /// Compares the code that a run ran with the one that is shown.
    void compareWithRun(long number) {
        List<CodeDocument> then = earlier.get(new RunOf(worker.get(), number));
        if (then != null) {
            compare("Run #" + number, then, "Now", state.get().documents());
        }
    }

    /// Compares the code of two isolates.
    void compare(IsolateSnapshot first, IsolateSnapshot second) {
        session.view(
                first.id(),
                left -> session.view(second.id(), right -> {
                    if (left == null || right == null) {
                        session.notices().tell("One of the two isolates is gone, and its code with it.");
                    } else {
                        compare(
                                name(first),
                                WorkerCodeText.documents(left),
                                name(second),
                                WorkerCodeText.documents(right));
                    }
                }));
    }

    private static String name(IsolateSnapshot isolate) {
        return isolate.label() + ", isolate " + isolate.id();
    }

    private void compare(String before, List<CodeDocument> left, String after, List<CodeDocument> right) {
        session.compute(
                () -> new Comparison(before, after, LineDiff.rows(joined(left), joined(right))), comparison::set);
    }

    /// All of the code as one text, without the line that says which isolate it is.
    private static String joined(List<CodeDocument> documents) {
        StringBuilder out = new StringBuilder();
        for (CodeDocument document : documents) {
            boolean worker = document == documents.getFirst();
            out.append(worker ? "" : "\n\u2014 " + document.name() + ", " + document.kind() + "\n");
            out.append(worker ? document.text().substring(document.text().indexOf('\n') + 1) : document.text());
        }
        return out.toString();
    }

    /// What is compared; null for nothing.
    ReadOnlyObjectProperty<@Nullable Comparison> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /// Takes the comparison away.
    void endComparison() {
        comparison.set(null);
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
