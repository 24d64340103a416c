package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.session.CallEntry;
import dev.dynamicworkers.playground.app.session.LogEntry;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunSpan;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.InvocationId;
import dev.dynamicworkers.playground.core.worker.Limit;
import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// What the last run used of the limits, by one worker where a limit is one of each worker. FX thread.
final class LimitUses {
    private static final double MEBIBYTE = 1 << 20;

    private final ProjectSession session;

    LimitUses(ProjectSession session) {
        this.session = session;
    }

    /// @param mine whether an isolate is one of the worker that is looked at
    /// @param view what one of its isolates runs; null while none is known
    /// @param overlay what the rules say of its limits
    List<LimitUse> of(
            BiPredicate<IsolateSnapshot.Role, String> mine, @Nullable WorkerView view, ResourceLimits overlay) {
        RunRecord run = session.lastRunProperty().get();
        return List.of(
                inForce(Limit.CPU, run == null ? null : cpu(run, mine), view, overlay.cpuMillis()),
                inForce(Limit.SUBREQUESTS, run == null ? null : calls(run, mine), view, overlay.subrequests()),
                project(Limit.WALL, run == null ? null : run.totalMillis()),
                project(Limit.MEMORY, run == null ? null : memory(run, mine)),
                project(Limit.RESPONSE, run == null ? null : response(run)),
                project(Limit.LOG_LINES, run == null ? null : lines(run)));
    }

    private LimitUse inForce(Limit limit, @Nullable Double used, @Nullable WorkerView view, long overlay) {
        if (view != null) {
            for (WorkerView.LimitInForce each : view.limits()) {
                if (each.name().equals(limit.key()) && each.value() >= 0) {
                    return new LimitUse(limit, used, each.value(), words(each.setBy()));
                }
            }
        }
        long settings = session.allowance().limitsProperty().get().get(limit);
        return overlay >= 0 && overlay < settings
                ? new LimitUse(limit, used, overlay, words("overlay"))
                : new LimitUse(limit, used, settings, words("project"));
    }

    private LimitUse project(Limit limit, @Nullable Double used) {
        return new LimitUse(
                limit, used, session.allowance().limitsProperty().get().get(limit), words("project"));
    }

    private static String words(String setBy) {
        return switch (setBy) {
            case "code" -> "the code";
            case "configuration" -> "the Wrangler file";
            case "overlay" -> "the rules";
            case "project" -> "the settings";
            default -> setBy;
        };
    }

    /// The most that one event of the worker used.
    private static @Nullable Double cpu(RunRecord run, BiPredicate<IsolateSnapshot.Role, String> mine) {
        return run.spans().stream()
                .filter(span -> span.invocation() > 0
                        && mine.test(span.isolate().role(), span.isolate().label()))
                .map(RunSpan::cpuMillis)
                .filter(Objects::nonNull)
                .max(Double::compare)
                .orElse(null);
    }

    /// The most calls that one event of the worker made.
    private Double calls(RunRecord run, BiPredicate<IsolateSnapshot.Role, String> mine) {
        Map<InvocationId, Integer> counts = new HashMap<>();
        for (CallEntry entry : session.calls()) {
            if (entry.run() == run.number()
                    && mine.test(entry.caller().role(), entry.caller().label())) {
                counts.merge(entry.call().invocation(), 1, Integer::sum);
            }
        }
        return (double)
                counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private static @Nullable Double memory(RunRecord run, BiPredicate<IsolateSnapshot.Role, String> mine) {
        return run.isolates().stream()
                .filter(isolate -> mine.test(isolate.role(), isolate.label()))
                .map(IsolateSnapshot::retainedBytes)
                .filter(Objects::nonNull)
                .max(Long::compare)
                .map(bytes -> bytes / MEBIBYTE)
                .orElse(null);
    }

    private static Double response(RunRecord run) {
        RunRecord.Reply reply = run.reply();
        return reply == null ? 0 : reply.body().length / MEBIBYTE;
    }

    private Double lines(RunRecord run) {
        return (double) session.log().lines().stream()
                .filter(line -> line.run() == run.number())
                .mapToLong(LogEntry::repeats)
                .sum();
    }
}
