package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.trace.CallRecord;
import org.jspecify.annotations.Nullable;

/// One call that left an isolate in a run: of a binding, of another isolate, to the network.
///
/// @param run number of the run, 0 for none
/// @param caller the isolate that made it
/// @param target the isolate that got it, null when none did
/// @param place where it was called, null when unknown or not in the project
public record CallEntry(
        long run,
        IsolateTag caller,
        @Nullable IsolateTag target,
        CallRecord call,
        @Nullable Place place) {
    /// What was called, as code writes it: `NOTES.get`, `greeter.greet`, `fetch`.
    public String name() {
        String binding = call.binding();
        String of = binding != null ? binding : target != null ? target.label() : "";
        return switch (call.kind()) {
            case SUBREQUEST -> "fetch " + call.method();
            case FETCH -> (of.isEmpty() ? "" : of + ".") + "fetch " + call.method();
            case BINDING, RPC -> (of.isEmpty() ? "" : of + ".") + call.method();
        };
    }

    /// Whether it was refused.
    public boolean isDenied() {
        return call.decision() == CallRecord.Decision.DENIED || call.decision() == CallRecord.Decision.ASKED_DENIED;
    }

    /// What was decided, in a word or two.
    public String decision() {
        return switch (call.decision()) {
            case ALLOWED -> "allowed";
            case DENIED -> "denied";
            case ASKED_ALLOWED -> "asked, allowed";
            case ASKED_DENIED -> "asked, denied";
            case FIXTURE -> "answered by a fixture";
        };
    }

    /// What came back: the result, or why there is none; empty for nothing.
    public String outcome() {
        String error = call.error();
        String result = call.result();
        return error != null ? error : result != null ? result : "";
    }

    /// Where it was called, for people; empty when unknown.
    public String source() {
        return place != null
                ? place.text()
                : call.location() == null
                        ? ""
                        : call.location().file() + ":" + call.location().line();
    }
}
