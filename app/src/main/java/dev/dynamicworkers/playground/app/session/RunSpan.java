package dev.dynamicworkers.playground.app.session;

import org.jspecify.annotations.Nullable;

/// What one isolate did in a run: a bar of the timeline.
///
/// @param invocation number of the invocation, 0 for the loading of the isolate
/// @param cause number of the invocation that made this one happen, 0 for none
/// @param kind `load`, `fetch`, `rpc`, `scheduled`, ...
/// @param summary one line for people
/// @param startMillis since the run was sent
/// @param endMillis since the run was sent; null when no end was heard of
/// @param cpuMillis CPU time of its turns; null when it is not known
/// @param outcome how it ended, empty when it is not known
public record RunSpan(
        IsolateTag isolate,
        long invocation,
        long cause,
        String kind,
        String summary,
        double startMillis,
        @Nullable Double endMillis,
        @Nullable Double cpuMillis,
        String outcome) {}
