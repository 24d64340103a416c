package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.runtime.WorkerRuntime;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Ends this process when guest code in it can't be ended in any other way. Called on any thread.
final class UnyieldingCode implements WorkerRuntime.EndListener {
    private final PrintWriter err;
    private final Map<Long, String> reasons = new ConcurrentHashMap<>();

    UnyieldingCode(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void ordered(long isolate, String worker, EventOutcome outcome, String reason) {
        var why = reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
        reasons.put(isolate, worker.isEmpty() ? why : why + " (worker '" + worker + "')");
    }

    @Override
    public void unyielding(long isolate) {
        err.println("playground: " + Terminal.safe(reasons.getOrDefault(isolate, "A worker was told to end"))
                + " and did not yield within 500 ms, so this process ends. What workers had in memory is lost; what"
                + " they stored is kept.");
        err.flush();
        Runtime.getRuntime().halt(ExitCode.WORKER_FAILED);
    }

    @Override
    public void yielded(long isolate) {
        reasons.remove(isolate);
    }
}
