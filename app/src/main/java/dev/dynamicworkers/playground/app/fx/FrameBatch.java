package dev.dynamicworkers.playground.app.fx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Collects items from any thread and hands them to the FX thread in one list per frame.
///
/// What waits beyond `capacity` is dropped, oldest first, and counted, so that a flood can't fill the heap.
public final class FrameBatch<T> {
    private final Executor frames;
    private final int perFrame;
    private final int capacity;
    private final Sink<T> sink;
    private final Object lock = new Object();
    private final ArrayDeque<T> waiting = new ArrayDeque<>();
    private long dropped;
    private boolean scheduled;

    /// Takes what one frame brings; called on the FX thread.
    @FunctionalInterface
    public interface Sink<T> {
        /// @param dropped items that were lost before the first of these
        void accept(List<T> items, long dropped);
    }

    /// @param frames runs work on the FX thread at the next frame, {@link FxThread#onNextFrame}
    /// @param perFrame most items that one frame hands over
    /// @param capacity most items that wait
    public FrameBatch(Executor frames, int perFrame, int capacity, Sink<T> sink) {
        this.frames = frames;
        this.perFrame = perFrame;
        this.capacity = capacity;
        this.sink = sink;
    }

    /// A batch whose items are each seen once, for sinks that do not count losses.
    public static <T> FrameBatch<T> of(Executor frames, int capacity, Consumer<List<T>> sink) {
        return new FrameBatch<>(frames, 2_000, capacity, (items, lost) -> sink.accept(items));
    }

    /// Adds one item. Safe on any thread; never blocks on the FX thread.
    public void add(T item) {
        boolean schedule;
        synchronized (lock) {
            if (waiting.size() == capacity) {
                waiting.removeFirst();
                dropped++;
            }
            waiting.addLast(item);
            schedule = !scheduled;
            scheduled = true;
        }
        if (schedule) {
            frames.execute(this::drain);
        }
    }

    /// Hands over all that waits, at once. FX thread; what is due at the next frame finds nothing then.
    public void flush() {
        List<T> items;
        long lost;
        synchronized (lock) {
            items = new ArrayList<>(waiting);
            waiting.clear();
            lost = dropped;
            dropped = 0;
        }
        if (!items.isEmpty() || lost > 0) {
            sink.accept(items, lost);
        }
    }

    private void drain() {
        List<T> items = new ArrayList<>();
        long lost;
        boolean more;
        synchronized (lock) {
            while (items.size() < perFrame && !waiting.isEmpty()) {
                items.add(waiting.removeFirst());
            }
            lost = dropped;
            dropped = 0;
            more = !waiting.isEmpty();
            scheduled = more;
        }
        if (!items.isEmpty() || lost > 0) {
            sink.accept(items, lost);
        }
        if (more) {
            frames.execute(this::drain);
        }
    }
}
