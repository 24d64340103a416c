package dev.dynamicworkers.playground.app.fx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The listeners that a view or view model has put on others, taken off again in reverse order. FX thread.
public final class Subscriptions implements AutoCloseable {
    private final Deque<Runnable> undo = new ArrayDeque<>();

    /// Remembers what to do at the end.
    public void add(Runnable atEnd) {
        undo.push(atEnd);
    }

    /// Calls back with each later value.
    public <T extends @Nullable Object> void listen(ObservableValue<T> value, Consumer<? super T> action) {
        ChangeListener<T> listener = (source, before, after) -> action.accept(after);
        value.addListener(listener);
        add(() -> value.removeListener(listener));
    }

    /// Calls back with the value of this moment and each later one.
    public <T extends @Nullable Object> void observe(ObservableValue<T> value, Consumer<? super T> action) {
        listen(value, action);
        action.accept(value.getValue());
    }

    /// Calls back whenever one of these may have changed. A value is asked for each time: one that nobody asks for
    /// tells of its first change only.
    public void onChange(Runnable action, Observable... sources) {
        InvalidationListener listener = source -> {
            if (source instanceof ObservableValue<?> value) {
                value.getValue();
            }
            action.run();
        };
        for (Observable source : sources) {
            source.addListener(listener);
            add(() -> source.removeListener(listener));
        }
    }

    /// How many are open.
    public int size() {
        return undo.size();
    }

    @Override
    public void close() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }
}
