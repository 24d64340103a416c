package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.trace.TailEvent;

/// Where trace events of a project go. Called on the event loop's thread.
@FunctionalInterface
public interface TraceSink {
    void accept(TailEvent event);
}
