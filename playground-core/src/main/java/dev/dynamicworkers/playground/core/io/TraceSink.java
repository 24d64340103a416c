package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.trace.TailEvent;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Where trace events of a project go. Called on the event loop's thread.
@FunctionalInterface
public interface TraceSink {
    void accept(TailEvent event);

    /// How secrets are masked in records of calls.
    ///
    /// @return null where nobody wants such records
    default @Nullable UnaryOperator<String> recordedCalls() {
        return null;
    }

    /// Whether somebody wants to see what requests to the outside consist of.
    default boolean recordsContent() {
        return false;
    }
}
