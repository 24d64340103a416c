package dev.dynamicworkers.playground.app.panel.response;

import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunTiming;
import java.util.ArrayList;
import java.util.List;

/// One piece of a run's time.
///
/// @param style last part of its style class
/// @param meaning what it measures, one sentence
public record TimingPart(String name, double millis, String style, String meaning) {
    /// The pieces of a run in their order; together they are the time from the key press to the end.
    public static List<TimingPart> of(RunRecord run) {
        RunTiming timing = run.timing();
        List<TimingPart> parts = new ArrayList<>();
        parts.add(new TimingPart(
                "Prepare", timing.prepareMillis(), "prepare", "Reading the project and handing it to the engine."));
        parts.add(new TimingPart(
                "Start", timing.startMillis(), "start", "Making the parent's isolate; nothing when it was warm."));
        boolean answered = timing.firstByteMillis() > 0;
        double untilHead = answered ? Math.max(0, timing.firstByteMillis() - timing.startMillis()) : 0;
        if (answered) {
            parts.add(new TimingPart(
                    "Wait", untilHead, "wait", "From delivery, the start apart, to status and headers."));
        }
        double rest = Math.max(0, timing.totalMillis() - timing.startMillis() - untilHead);
        if (!answered) {
            parts.add(new TimingPart("Run", rest, "wait", "From delivery, the start apart, to the end."));
        } else if (timing.bodyMillis() == 0) {
            parts.add(new TimingPart("Body", rest, "body", "The body, and work given to waitUntil()."));
        } else {
            double body = Math.clamp(timing.bodyMillis() - timing.firstByteMillis(), 0, rest);
            parts.add(new TimingPart("Body", body, "body", "From status and headers to the last byte."));
            parts.add(new TimingPart(
                    "Drain", rest - body, "drain", "What goes on after it: work given to waitUntil(), and tails."));
        }
        return parts;
    }
}
