package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.util.Futures;
import org.jspecify.annotations.Nullable;

/// Answers of an engine process of which a class may be broken, for guest code can run out of stack while one is being
/// initialised. What a callback of a future throws is heard by nobody: the application would wait for ever. Safe on any
/// thread.
final class Damage {
    private Damage() {}

    /// Answers, or tells the application that this process is of no use any more.
    ///
    /// @param failure that the answer is to tell, null where there is none
    static void telling(FrameWriter writer, @Nullable Throwable failure, Runnable answer) {
        try {
            if (failure != null && Futures.cause(failure) instanceof LinkageError broken) {
                throw broken;
            }
            answer.run();
        } catch (LinkageError broken) {
            writer.send(Frame.ofText(FrameKind.DAMAGED, 0, "a part of it is broken (" + broken.getMessage() + ")"));
        }
    }
}
