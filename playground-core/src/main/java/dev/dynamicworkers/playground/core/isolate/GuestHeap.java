package dev.dynamicworkers.playground.core.isolate;

import dev.dynamicworkers.playground.core.limits.MemoryInstrument;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.FileSystem;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/// The heap of one isolate: its context, and the way into it. It is let go when the isolate ends, so that who still
/// knows of an isolate that ended, to show it or because a stub names it, does not keep what its code kept.
final class GuestHeap {
    private final SharedEngine engine;

    /// volatile, all: set on the thread that makes the isolate, let go by the one that ends it, measured by any.
    private volatile @Nullable Context context;

    private volatile @Nullable Value enter;
    private volatile @Nullable Object measured;
    private volatile Known known = Known.NOTHING;

    /// What it kept alive after so many turns.
    private record Known(long turns, long bytes) {
        static final Known NOTHING = new Known(-1, -1);
    }

    /// Makes the context, on the calling thread.
    GuestHeap(SharedEngine engine, FileSystem modules, long largestBytes) {
        this.engine = engine;
        context = engine.newContext(modules, largestBytes);
        measured = MemoryInstrument.lastMade();
    }

    /// Evaluates the kernel with the functions through which it finds those of the host and other sources.
    void begin(ProxyExecutable find, ProxyExecutable load) {
        enter = evaluate("kernel/kernel").execute(find, load);
    }

    /// The value of a source of the runtime in this context.
    ///
    /// @throws IllegalArgumentException when there is none of that name
    Value evaluate(String name) {
        return engine.evaluate(there(context), name);
    }

    /// The kernel's entry.
    Value enter() {
        return there(enter);
    }

    /// Where code of the guest gets in.
    GuestCode code() {
        return new GuestCode(engine, there(context));
    }

    private static <T> T there(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the isolate has ended");
        }
        return part;
    }

    /// Bytes that it keeps alive; more than `stopAtBytes` need not be counted. Where nothing has run since it was
    /// measured last, it is not measured again.
    ///
    /// @param turns how many turns it has had, -1 while one runs
    /// @return -1 when it can't be measured
    long retainedBytes(long stopAtBytes, long turns) {
        long before = knownBytes(turns);
        Object context = measured;
        if (before >= 0 || context == null) {
            return before;
        }
        long bytes = engine.retainedBytes(context, stopAtBytes);
        if (bytes <= stopAtBytes) {
            known = new Known(turns, bytes);
        }
        return bytes;
    }

    /// What was measured last.
    ///
    /// @param turns how many turns it has had, -1 while one runs
    /// @return -1 when it has run since
    long knownBytes(long turns) {
        Known last = known;
        return turns >= 0 && last.turns == turns ? last.bytes : -1;
    }

    /// Its context as the engine's instruments name it.
    @Nullable
    Object instrumented() {
        return measured;
    }

    /// Ends what runs in it. Safe on any thread; returns when nothing runs any more.
    void cancel() {
        Context ended = context;
        if (ended != null) {
            ended.close(true);
        }
    }

    /// Ends a heap in which nothing runs: takes a third of what it takes to cancel.
    void close() {
        Context ended = context;
        if (ended == null) {
            return;
        }
        try {
            ended.close(false);
        } catch (IllegalStateException stillUsed) {
            ended.close(true);
        } catch (PolyglotException cancelled) {
            // A context that was being worked on ends by being cancelled, and says so to whoever closes it.
            if (!cancelled.isCancelled()) {
                throw cancelled;
            }
        }
    }

    /// Lets go of everything. Nothing may come after it.
    void release() {
        context = null;
        enter = null;
        measured = null;
        known = Known.NOTHING;
    }
}
