package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.task.Tasks;
import dev.dynamicworkers.playground.core.project.NetworkRulesReader;
import dev.dynamicworkers.playground.core.project.PlaygroundFile;
import dev.dynamicworkers.playground.core.project.ProjectException;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.worker.PlaygroundException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// What the project's `.playground/playground.json` says, and the way to change it. FX thread; the disk is read and
/// written elsewhere.
public final class Policy implements AutoCloseable {
    private final Path folder;
    private final Tasks tasks;
    private final Consumer<NetworkRules> reach;
    private final ObjectProperty<NetworkRules> silent = new SimpleObjectProperty<>(NetworkRules.BLOCKED);
    private final Deque<UnaryOperator<PlaygroundFile>> waiting = new ArrayDeque<>();
    private final Object disk = new Object();
    private boolean changing;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);

    /// What the file says.
    ///
    /// @param problem why it can't be read or was not changed, one sentence; empty when all is well
    public record State(PlaygroundFile file, NetworkRules network, String problem) {
        static final State NONE = new State(
                new PlaygroundFile(
                        "",
                        dev.dynamicworkers.playground.core.project.Overlay.NONE,
                        List.of(),
                        PlaygroundFile.Access.READ_WRITE),
                NetworkRules.BLOCKED,
                "");

        State failing(String sentence) {
            return new State(file, network, sentence);
        }
    }

    /// @param reach puts network rules into force
    Policy(Path folder, Tasks tasks, Consumer<NetworkRules> reach) {
        this.folder = folder;
        this.tasks = tasks;
        this.reach = reach;
        silent.subscribe((before, now) -> reload());
    }

    /// What the file says.
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whose mode and patience hold where the file says nothing of the network.
    public ObjectProperty<NetworkRules> silentProperty() {
        return silent;
    }

    /// Reads the file anew.
    public void reload() {
        NetworkRules otherwise = silent.get();
        tasks.run(() -> read(folder, otherwise)).onFailure(this::failed).onSuccess(this::took);
    }

    /// Takes something that the file does not say, until it is read the next time.
    void show(State fixed) {
        state.set(fixed);
    }

    /// Changes the file; comments and unknown keys stay. Network rules apply at once, the rest to the next run.
    public void change(UnaryOperator<PlaygroundFile> edit) {
        waiting.add(edit);
        if (!changing) {
            changeNext();
        }
    }

    /// One after the other: two at once would read the same file, and one of them would be lost.
    private void changeNext() {
        UnaryOperator<PlaygroundFile> edit = waiting.poll();
        changing = edit != null;
        if (edit == null) {
            return;
        }
        NetworkRules otherwise = silent.get();
        tasks.write(() -> {
                    write(List.of(edit));
                    return read(folder, otherwise);
                })
                .onFailure(failure -> {
                    failed(failure);
                    changeNext();
                })
                .onSuccess(read -> {
                    took(read);
                    changeNext();
                });
    }

    private void write(List<UnaryOperator<PlaygroundFile>> edits) {
        synchronized (disk) {
            edits.forEach(edit -> edit.apply(PlaygroundFile.read(folder)).save(folder));
        }
    }

    /// Writes all changes that still wait for their turn.
    @Override
    public void close() {
        List<UnaryOperator<PlaygroundFile>> left = List.copyOf(waiting);
        waiting.clear();
        if (!left.isEmpty()) {
            tasks.write(() -> {
                        write(left);
                        return Boolean.TRUE;
                    })
                    .onFailure(this::failed);
        }
    }

    private static State read(Path folder, NetworkRules silent) {
        PlaygroundFile file = PlaygroundFile.read(folder);
        String text = file.text().isEmpty() ? "{}" : file.text();
        return new State(file, NetworkRulesReader.read(folder, text, silent), "");
    }

    private void took(State read) {
        if (!read.equals(state.get())) {
            boolean reaches = !read.network().equals(state.get().network());
            state.set(read);
            if (reaches) {
                reach.accept(read.network());
            }
        }
    }

    private void failed(Exception failure) {
        String sentence;
        if (failure instanceof ProjectException broken && !broken.problems().isEmpty()) {
            var first = broken.problems().getFirst();
            sentence = first.file() + ":" + first.line() + ": " + first.message() + " " + first.hint();
        } else if (failure instanceof PlaygroundException told) {
            sentence = String.valueOf(told.getMessage());
        } else {
            sentence = "The rules were not changed: " + failure.getMessage();
        }
        state.set(state.get().failing(sentence.strip()));
    }
}
