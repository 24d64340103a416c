package dev.dynamicworkers.playground.core.debugger;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.debug.DebugStackFrame;
import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.frame.FrameInstance.FrameAccess;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.nodes.Node;
import org.jspecify.annotations.Nullable;

/// What must be known of JavaScript's implementation to tell one run of a function from another.
final class GuestLanguage {
    /// Named by its name alone: its package is not exported.
    private static final Class<? extends TruffleLanguage<?>> JS = find();

    private GuestLanguage() {}

    @SuppressWarnings("unchecked")
    private static Class<? extends TruffleLanguage<?>> find() {
        try {
            return (Class<? extends TruffleLanguage<?>>) Class.forName("com.oracle.truffle.js.lang.JavaScriptLanguage")
                    .asSubclass(TruffleLanguage.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the engine has no JavaScript", e);
        }
    }

    /// The same object for all of one run of a function, from its call until it returns: one that awaits has it also
    /// when it goes on.
    static @Nullable MaterializedFrame run(DebugStackFrame frame) {
        Frame raw = frame.getRawFrame(JS, FrameAccess.MATERIALIZE);
        return raw == null ? null : run(raw);
    }

    /// What goes on after an `await` has a frame of its own, with the first one among its arguments.
    static MaterializedFrame run(Frame raw) {
        for (Object argument : raw.getArguments()) {
            if (argument instanceof MaterializedFrame first) {
                return first;
            }
        }
        return raw.materialize();
    }

    /// The place in the code where a function is.
    static @Nullable Node node(DebugStackFrame frame) {
        return frame.getRawNode(JS);
    }

    /// Whether a function is left because it awaits something, or yields.
    static boolean isWait(Throwable leaving) {
        return leaving.getClass().getSimpleName().equals("YieldException");
    }
}
