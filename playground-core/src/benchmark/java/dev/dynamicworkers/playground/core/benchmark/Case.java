package dev.dynamicworkers.playground.core.benchmark;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// One piece of work that is measured.
///
/// @param path of the program in `parent.js`
/// @param batch how often it is done in one request
/// @param batches requests that count
/// @param goal microseconds for one piece, 0 for none
record Case(String title, String path, int batch, int batches, double goal) {
    static final List<Case> ALL = List.of(
            new Case("load() + first fetch()", "load", 1, 200, 1000),
            new Case("... that touches every web API", "touch", 1, 60, 11000),
            new Case("warm get() + fetch()", "get", 200, 200, 50),
            new Case("RPC call child to parent", "up", 500, 150, 20),
            new Case("RPC call parent to child", "down", 500, 150, 20),
            new Case("RPC echo of 100 KB", "large", 5, 100, 0),
            new Case("structuredClone() of 100 KB", "clone", 10, 100, 0),
            new Case("fetch() of a 1 MB stream", "stream", 5, 100, 0));

    /// Median and 95th percentile over the requests, and the mean CPU time, in microseconds for one piece of work.
    record Figures(double median, double p95, double cpu) {}

    /// Measures it, warmed up for some seconds before.
    ///
    /// @param emptyNanos what a request costs that does nothing
    Figures measure(Target target, double warmSeconds, double emptyNanos) throws IOException, InterruptedException {
        String request = "/" + path + "?n=" + batch;
        long warmUntil = System.nanoTime() + (long) (warmSeconds * 1e9);
        while (System.nanoTime() < warmUntil) {
            target.request(request);
        }
        double[] samples = new double[batches];
        long cpu = 0;
        for (int i = 0; i < batches; i++) {
            long cpuBefore = target.cpuNanos();
            samples[i] = Math.max(0, target.request(request) - emptyNanos) / batch / 1000;
            cpu += target.cpuNanos() - cpuBefore;
        }
        Arrays.sort(samples);
        return new Figures(samples[batches / 2], samples[batches * 95 / 100], cpu / 1000.0 / batch / batches);
    }
}
