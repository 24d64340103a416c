package dev.dynamicworkers.playground.app.panel.timeline;

import dev.dynamicworkers.playground.app.session.IsolateTag;
import dev.dynamicworkers.playground.app.session.Place;
import org.jspecify.annotations.Nullable;

/// One bar or tick of the timeline.
///
/// @param invocation number of the invocation that a bar stands for, 0 for all others
/// @param cause number of the invocation that made it happen, 0 for none
/// @param startMillis since the first sign of an isolate
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
    /// The same counted from a later moment.
    TimelineMark since(double origin) {
        return new TimelineMark(
                kind, isolate, invocation, cause, startMillis - origin, endMillis - origin, text, place);
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
