package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.util.Objects;

/// An isolate that runs code although it was told to end.
///
/// @param isolate number of the isolate in its engine
/// @param worker what people call it
/// @param outcome how its invocations end
/// @param reason why it was told to end, one sentence
record Ending(long isolate, String worker, EventOutcome outcome, String reason) {
    Ending {
        // What an engine process sent may lack anything.
        Objects.requireNonNull(worker);
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(reason);
    }

    /// What people are told when its engine was killed because of it.
    String sentence() {
        String why = reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
        String whose = worker.isEmpty() ? "" : " (worker '" + worker + "')";
        return why + whose + " and did not yield within 500 ms, so the engine was restarted."
                + " Code that does not yield can't be asked where it is.";
    }
}
