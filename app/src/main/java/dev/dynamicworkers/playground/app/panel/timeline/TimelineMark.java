package dev.dynamicworkers.playground.app.panel.timeline;

import dev.dynamicworkers.playground.app.session.IsolateTag;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import org.jspecify.annotations.Nullable;

/// One bar or tick of the timeline.
///
/// @param invocation number of the invocation that a bar stands for, 0 for all others
/// @param cause number of the invocation that made it happen, 0 for none
/// @param startMillis since the moment that the drawing begins with
/// @param endMillis since then too, not before the start
/// @param text one line for people
/// @param place where it was caused, null when unknown
record TimelineMark(
        Kind kind,
        IsolateTag isolate,
        long invocation,
        long cause,
        double startMillis,
        double endMillis,
        String text,
        @Nullable Place place) {
    /// Stands in the place of an isolate for the run as a whole.
    static final IsolateTag RUN = new IsolateTag("run", IsolateSnapshot.Role.PARENT, 0);

    /// The same counted from a later moment.
    TimelineMark since(double origin) {
        return new TimelineMark(
                kind,
                isolate,
                invocation,
                cause,
                Math.max(0, startMillis - origin),
                Math.max(0, endMillis - origin),
                text,
                place);
    }

    double millis() {
        return endMillis - startMillis;
    }

    boolean isTick() {
        return kind == Kind.LOG;
    }

    /// What a mark stands for.
    enum Kind {
        LOAD("load"),
        EVENT("event"),
        REQUEST("request"),
        REFUSED("refused"),
        CALL("call"),
        /// The response is complete, and work given to `waitUntil()` goes on.
        DRAIN("drain"),
        /// The run as a whole is preparing, loading, running, ..., or over.
        PHASE("phase"),
        LOG("log");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
