package dev.dynamicworkers.playground.core.limits;

import com.oracle.truffle.api.ThreadLocalAction;
import com.oracle.truffle.api.TruffleContext;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.ContextsListener;
import com.oracle.truffle.api.instrumentation.EventBinding;
import com.oracle.truffle.api.instrumentation.EventContext;
import com.oracle.truffle.api.instrumentation.ExecutionEventListener;
import com.oracle.truffle.api.instrumentation.SourceSectionFilter;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import com.oracle.truffle.api.instrumentation.TruffleInstrument.Registration;
import com.oracle.truffle.api.nodes.LanguageInfo;
import com.oracle.truffle.api.source.SourceSection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Measures what a context of the engine keeps alive, and asks what runs in it. The engine makes one per process. Safe
/// on any thread.
@Registration(id = MemoryInstrument.ID, name = "Memory of isolates", services = MemoryInstrument.class)
public final class MemoryInstrument extends TruffleInstrument implements ContextsListener {
    public static final String ID = "playground-memory";

    /// The context that the current thread is making: the engine's API names contexts in two ways and joins them
    /// nowhere else.
    private static final ThreadLocal<@Nullable TruffleContext> LAST_MADE = new ThreadLocal<>();

    private @Nullable Env env;

    @Override
    protected void onCreate(Env given) {
        env = given;
        given.registerService(this);
        given.getInstrumenter().attachContextsListener(this, /* includeActiveContexts= */ false);
    }

    /// The context that the calling thread made last, as the measure wants it named; null before the first.
    public static @Nullable Object lastMade() {
        TruffleContext made = LAST_MADE.get();
        LAST_MADE.remove();
        return made;
    }

    /// Has a thread do something at the next place where the engine lets it, if it runs code of a context then.
    ///
    /// @param context from [#lastMade]
    /// @return done when it was done, or nothing comes of it any more
    public Future<Void> ask(Object context, Thread thread, ThreadLocalAction action) {
        Env asking = env;
        if (asking == null || !(context instanceof TruffleContext truffleContext) || truffleContext.isClosed()) {
            return CompletableFuture.completedFuture(null);
        }
        try {
            return asking.submitThreadLocal(truffleContext, new Thread[] {thread}, action);
        } catch (IllegalStateException ended) {
            return CompletableFuture.completedFuture(null);
        }
    }

    /// Takes back the machine code of a function, also where it runs: in that, only the function as a whole is known as
    /// the place. Its statements are watched to that end, by a listener that does nothing. Takes up to some
    /// milliseconds.
    ///
    /// @param function its whole text
    /// @return lets it be compiled again
    public Runnable interpret(SourceSection function) {
        Env asking = env;
        if (asking == null) {
            return () -> {};
        }
        EventBinding<?> watched = asking.getInstrumenter()
                .attachExecutionEventListener(
                        SourceSectionFilter.newBuilder()
                                .sourceIs(function.getSource())
                                .rootSourceSectionEquals(function)
                                .tagIs(StandardTags.StatementTag.class)
                                .build(),
                        new Unmoved());
        return watched::dispose;
    }

    /// Bytes that a context keeps alive, what all contexts share included.
    ///
    /// @param context from [#lastMade]
    /// @param stopAtBytes more need not be counted
    /// @return -1 when this runtime can't measure
    public long retainedBytes(Object context, long stopAtBytes) {
        Env measuring = env;
        if (measuring == null || !(context instanceof TruffleContext truffleContext) || truffleContext.isClosed()) {
            return -1;
        }
        try {
            return measuring.calculateContextHeapSize(truffleContext, stopAtBytes, new AtomicBoolean());
        } catch (UnsupportedOperationException e) {
            return -1;
        }
    }

    @Override
    public void onContextCreated(TruffleContext context) {
        LAST_MADE.set(context);
    }

    @Override
    public void onLanguageContextCreated(TruffleContext context, LanguageInfo language) {
        // Only the context as a whole is measured.
    }

    @Override
    public void onLanguageContextInitialized(TruffleContext context, LanguageInfo language) {
        // Only the context as a whole is measured.
    }

    @Override
    public void onLanguageContextFinalized(TruffleContext context, LanguageInfo language) {
        // Only the context as a whole is measured.
    }

    @Override
    public void onLanguageContextDisposed(TruffleContext context, LanguageInfo language) {
        // Only the context as a whole is measured.
    }

    @Override
    public void onContextClosed(TruffleContext context) {
        // Asked of the context when it is measured.
    }

    /// Watches and does nothing.
    private static final class Unmoved implements ExecutionEventListener {
        @Override
        public void onEnter(EventContext context, VirtualFrame frame) {
            // That it is watched is all.
        }

        @Override
        public void onReturnValue(EventContext context, VirtualFrame frame, @Nullable Object result) {
            // That it is watched is all.
        }

        @Override
        public void onReturnExceptional(EventContext context, VirtualFrame frame, Throwable exception) {
            // That it is watched is all.
        }
    }
}
