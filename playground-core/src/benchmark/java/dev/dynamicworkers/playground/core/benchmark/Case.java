package dev.dynamicworkers.playground.core.benchmark;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// One piece of work that is measured.
///
/// @param path of the program in `parent.js`
/// @param batch how often it is done in one request
/// @param batches requests that count
/// @param pauseMillis before each request, 0 for one right after the other
/// @param goal microseconds for one piece, 0 for none
record Case(String title, String path, int batch, int batches, int pauseMillis, double goal) {
    static final List<Case> ALL = List.of(
            new Case("load() + first fetch()", "load", 1, 1000, 0, 1000),
            new Case("... with 10 ms in between", "load", 1, 300, 10, 1000),
            new Case("... that touches every web API", "touch", 1, 60, 0, 11000),
            new Case("warm get() + fetch()", "get", 200, 200, 0, 50),
            new Case("RPC call child to parent", "up", 500, 150, 0, 20),
            new Case("RPC call parent to child", "down", 500, 150, 0, 20),
            new Case("RPC echo of 100 KB", "large", 5, 100, 0, 0),
            new Case("structuredClone() of 100 KB", "clone", 10, 100, 0, 0),
            new Case("fetch() of a 1 MB stream", "stream", 5, 100, 0, 0));

    /// Median and 95th percentile over the requests, and the mean CPU time, in microseconds for one piece of work.
    record Figures(double median, double p95, double cpu) {
        private Figures without(Figures request, int batch) {
            return new Figures(
                    (median - request.median) / batch, (p95 - request.median) / batch, (cpu - request.cpu) / batch);
        }
    }

    /// Measures it, warmed up for some seconds before. What a request costs that does nothing is measured right after,
    /// when the code that both share is equally warm, and taken off.
    Figures measure(Target target, double warmSeconds) throws IOException, InterruptedException {
        String request = "/" + path + "?n=" + batch;
        long warmUntil = System.nanoTime() + (long) (warmSeconds * 1e9);
        while (System.nanoTime() < warmUntil) {
            target.request(request);
        }
        Figures work = requests(target, request);
        return work.without(requests(target, "/empty"), batch);
    }

    private Figures requests(Target target, String request) throws IOException, InterruptedException {
        double[] samples = new double[batches];
        long cpu = target.cpuNanos();
        for (int i = 0; i < batches; i++) {
            if (pauseMillis > 0) {
                Thread.sleep(pauseMillis);
            }
            samples[i] = target.request(request) / 1000.0;
        }
        cpu = target.cpuNanos() - cpu;
        Arrays.sort(samples);
        return new Figures(samples[batches / 2], samples[batches * 95 / 100], cpu / 1000.0 / batches);
    }
}
