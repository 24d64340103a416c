package dev.dynamicworkers.playground.app.code;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// Where an editor lets longer computations be done.
public interface EditorBackground {
    /// Computes something, by and by, and hands the result over on the FX thread.
    <T> void compute(Supplier<T> work, Consumer<T> then);

    /// At once and on the calling thread, for short texts.
    static EditorBackground direct() {
        return new EditorBackground() {
            @Override
            public <T> void compute(Supplier<T> work, Consumer<T> then) {
                then.accept(work.get());
            }
        };
    }
}
