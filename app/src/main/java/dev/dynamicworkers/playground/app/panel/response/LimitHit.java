package dev.dynamicworkers.playground.app.panel.response;

import dev.dynamicworkers.playground.app.session.EndWords;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunVerdict;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.Limit;
import dev.dynamicworkers.playground.core.worker.Limits;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The limit that a run came to.
///
/// @param value in the limit's unit
record LimitHit(Limit limit, long value) {
    private static final String PARENT = "parent";

    /// What a run's error and the ends of its isolates say of the limit; what they leave out is as the settings have
    /// it.
    static Optional<LimitHit> of(RunRecord run, Limits limits) {
        GuestError error = run.error();
        String said = (error == null ? "" : error.message() + "\n")
                + run.isolates().stream()
                        .map(isolate -> isolate.endReason() == null ? "" : isolate.endReason())
                        .collect(Collectors.joining("\n"));
        return switch (run.verdict()) {
            case KILLED_CPU -> hit(Limit.CPU, said, "CPU time limit of (\\d+) ms|exceeded (\\d+) ms of CPU", limits);
            case KILLED_MEMORY -> hit(Limit.MEMORY, said, "memory limit of (\\d+) M|more than (\\d+) M", limits);
            case KILLED_TIME -> hit(Limit.WALL, said, "wall time limit of (\\d+) ms", limits);
            case TRUNCATED -> hit(Limit.RESPONSE, "", "-", limits);
            default -> ofException(said, limits);
        };
    }

    /// A parent meets the end of its dynamic worker as an exception.
    private static Optional<LimitHit> ofException(String said, Limits limits) {
        return switch (EndWords.in(said).orElse(null)) {
            case SUBREQUESTS -> hit(Limit.SUBREQUESTS, said, "\\(subRequests\\) is (\\d+)", limits);
            case CPU -> hit(Limit.CPU, said, "CPU time limit of (\\d+) ms", limits);
            case MEMORY -> hit(Limit.MEMORY, said, "memory limit of (\\d+) M", limits);
            // To raise a worker's limit would not help.
            case ENGINE_MEMORY -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    private static Optional<LimitHit> hit(Limit limit, String said, String pattern, Limits limits) {
        Matcher matcher = Pattern.compile(pattern).matcher(said);
        if (!matcher.find()) {
            return Optional.of(new LimitHit(limit, limits.get(limit)));
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            String digits = matcher.group(group);
            if (digits != null && digits.length() < 12) {
                return Optional.of(new LimitHit(limit, Long.parseLong(digits)));
            }
        }
        return Optional.empty();
    }

    /// Labels of the workers that may have come to it: of those that it ended, else of all that the run reached.
    static List<String> workers(RunRecord run) {
        List<String> ended = labels(killed(run));
        return ended.isEmpty() || run.verdict() == RunVerdict.KILLED_TIME ? labels(run.isolates().stream()) : ended;
    }

    /// Isolates that a limit ended.
    static Stream<IsolateSnapshot> killed(RunRecord run) {
        return run.isolates().stream().filter(isolate -> isolate.state() == IsolateSnapshot.State.KILLED);
    }

    private static List<String> labels(Stream<IsolateSnapshot> isolates) {
        return isolates.map(isolate -> isolate.role() == IsolateSnapshot.Role.PARENT ? PARENT : isolate.label())
                .distinct()
                .toList();
    }
}
