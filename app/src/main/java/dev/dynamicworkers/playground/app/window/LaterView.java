package dev.dynamicworkers.playground.app.window;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// A view that is made when it is first shown, so that a start waits for none that nobody looks at. FX thread.
///
/// @param <V> what it is
final class LaterView<V extends Node> implements AutoCloseable {
    private final Supplier<V> make;
    private final Consumer<V> end;
    private @Nullable V made;

    /// @param end closes it, if it was made
    LaterView(Supplier<V> make, Consumer<V> end) {
        this.make = make;
        this.end = end;
    }

    /// The view; made by the first call.
    V get() {
        V present = made;
        if (present == null) {
            present = make.get();
            made = present;
        }
        return present;
    }

    /// The view, if there is one yet.
    @Nullable
    V present() {
        return made;
    }

    @Override
    public void close() {
        if (made != null) {
            end.accept(made);
        }
    }
}
