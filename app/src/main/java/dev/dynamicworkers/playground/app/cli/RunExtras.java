package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.trace.CallRecord;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What `run` prints only when it is asked for.
///
/// @param calls of `--calls`, null without it
/// @param workers of `--workers`, null without it
/// @param queues what was handed over after the event, for which nobody has to ask
/// @param profile of `--profile`, null without it
record RunExtras(
        @Nullable List<CallRecord> calls,
        @Nullable List<WorkerView> workers,
        QueueReport queues,
        @Nullable ProfileReport profile) {
    static final RunExtras NONE = new RunExtras(null, null, QueueReport.NONE, null);

    void print(List<IsolateSnapshot> isolates, PrintWriter out, Terminal terminal) {
        if (workers != null) {
            WorkerReport.print(workers, out, terminal);
        }
        if (calls != null) {
            CallReport.print(calls, isolates, out, terminal);
            out.println();
        }
        if (profile != null) {
            profile.print(out, terminal);
            out.println();
        }
    }

    void json(ObjectNode report) {
        if (!queues.deliveries().isEmpty()) {
            queues.json(report);
        }
        if (calls != null) {
            CallReport.json(calls, report.putArray("calls"));
        }
        if (workers != null) {
            WorkerReport.json(workers, report.putArray("workers"));
        }
        if (profile != null) {
            profile.json(report.putObject("profile"));
        }
    }
}
