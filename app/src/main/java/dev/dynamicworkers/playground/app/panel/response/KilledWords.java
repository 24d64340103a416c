package dev.dynamicworkers.playground.app.panel.response;

import dev.dynamicworkers.playground.app.session.Allowance;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.RunCpu;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunVerdict;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the card of a killed run says: what was used up, where, and what is left.
final class KilledWords {
    /// How the engine says that only the end of its process ended the code.
    private static final String UNYIELDING = "did not yield";

    private KilledWords() {}

    /// One line with the figures; empty for a run that came to no limit.
    ///
    /// @param place where the code was, null when that is not known
    static String title(RunRecord run, LimitHit hit, @Nullable Place place) {
        String at = place == null ? "" : " at " + place.file() + ":" + place.line();
        String value = Allowance.text(hit.limit(), hit.value());
        return switch (run.verdict()) {
            case KILLED_CPU -> "Used all of its " + value + " of CPU time" + at;
            case KILLED_MEMORY -> "Kept more than " + value + " alive" + at;
            case KILLED_TIME -> "Waited " + Amounts.millis(run.totalMillis()) + " of " + value + "; " + used(run);
            case EXCEPTION_SUBREQUESTS ->
                String.format(Locale.ROOT, "Call %,d of %,d", hit.value() + 1, hit.value()) + at;
            default -> "";
        };
    }

    /// Why the card of code that was ended has no place.
    static List<String> unknownPlace(RunRecord run, GuestError error) {
        return switch (run.verdict()) {
            case KILLED_CPU, KILLED_MEMORY ->
                List.of(
                        error.message().contains(UNYIELDING)
                                ? "Where the code was is not known: it did not yield, so it could not be asked. Its"
                                        + " engine was restarted, and all isolates of the project are gone."
                                : "Where the code was is not known.");
            default -> List.of();
        };
    }

    private static String used(RunRecord run) {
        RunCpu cpu = RunCpu.of(run);
        return cpu.isShared()
                ? "CPU time " + Amounts.millis(cpu.millis()) + ": " + cpu.breakdown()
                : "the parent used " + Amounts.millis(cpu.millis()) + " of CPU time";
    }

    /// Which isolates are gone, and which go on.
    static List<String> rest(RunRecord run) {
        if (run.verdict() == RunVerdict.EXCEPTION_SUBREQUESTS) {
            return List.of("The code got an exception that it could have caught. Its isolate goes on.");
        }
        if (run.verdict() == RunVerdict.KILLED_TIME) {
            return List.of("Only this run ended; its isolates go on.");
        }
        List<String> lines = new ArrayList<>();
        List<IsolateSnapshot> gone = LimitHit.killed(run).toList();
        if (!gone.isEmpty()) {
            long others = run.isolates().stream()
                    .filter(isolate -> isolate.endReason() == null)
                    .count();
            String names = gone.stream()
                    .map(isolate -> isolate.role() == IsolateSnapshot.Role.PARENT ? "the parent" : isolate.label())
                    .distinct()
                    .collect(Collectors.joining(", "));
            lines.add("The isolate of " + names + " is gone with its globals. "
                    + (others == 0
                            ? "No other was there."
                            : Amounts.count(others, "other isolate keeps running.", "other isolates keep running.")));
        }
        return lines;
    }
}
