package dev.dynamicworkers.playground.core.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What an isolate may cost: one that answers with a `Response`, and one that touches every web API, over a context of
/// the JavaScript engine without anything of the playground in it. All three in turn, in rounds, so that they are
/// equally warm and equally disturbed.
final class Budget {
    private static final int COUNT = 60;
    private static final int ROUNDS = 15;
    private static final int KEPT = 300;

    private final PrintStream out;
    private final Target engine;
    private long next;

    private Budget(PrintStream out, Target engine) {
        this.out = out;
        this.engine = engine;
    }

    /// Makes isolates of all kinds for some seconds, then measures, and prints what one of each costs.
    static void measure(PrintStream out, Target engine, double warmSeconds) throws IOException, InterruptedException {
        new Budget(out, engine).run(warmSeconds);
    }

    private void run(double warmSeconds) throws IOException, InterruptedException {
        try (BareContexts bare = new BareContexts()) {
            long warmUntil = System.nanoTime() + (long) (warmSeconds * 1e9);
            while (System.nanoTime() < warmUntil) {
                round(bare);
            }
            double[][] cpu = new double[3][ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                double[] round = round(bare);
                for (int kind = 0; kind < round.length; kind++) {
                    cpu[kind][i] = round[kind];
                }
            }
            double[] millis = Arrays.stream(cpu).mapToDouble(Budget::median).toArray();
            double[] kilobytes = kilobytes(bare);
            print(
                    "%-46s %10s %10s %10s %10s%n",
                    "an isolate, from nothing to its first response", "CPU, ms", "goal", "heap, KB", "goal");
            print("%-46s %10.2f %10s %10.1f %10s%n", "a bare context with a module", millis[0], "", kilobytes[0], "");
            print("%-46s %10.2f %10s %10.1f %10s%n", "uses only Response", millis[1], "", kilobytes[1], "");
            print(
                    "%-46s %10.2f %10s %10.1f %10s%n",
                    "... over a bare context", millis[1] - millis[0], "0.50", kilobytes[1] - kilobytes[0], "150.0");
            print("%-46s %10.2f %10s %10.1f %10s%n", "touches every web API", millis[2], "", kilobytes[2], "");
            print(
                    "%-46s %10.2f %10s %10.1f %10s%n",
                    "... over one that uses only Response",
                    millis[2] - millis[1],
                    "10.00",
                    kilobytes[2] - kilobytes[1],
                    "");
        }
    }

    /// Milliseconds of CPU time for one of each kind.
    private double[] round(BareContexts bare) throws IOException, InterruptedException {
        double[] millis = {bare.cpuMillis(COUNT), isolates("many", COUNT), isolates("manytouch", COUNT / 3)};
        bare.close();
        engine.reset();
        return millis;
    }

    private double isolates(String path, int count) throws IOException, InterruptedException {
        long cpu = engine.cpuNanos();
        engine.request("/" + path + "?n=" + count + "&from=" + next);
        next += count;
        return (engine.cpuNanos() - cpu) / 1e6 / count;
    }

    private double[] kilobytes(BareContexts bare) throws IOException, InterruptedException {
        List<Double> kilobytes = new ArrayList<>();
        long before = engine.memoryBytes();
        bare.cpuMillis(KEPT);
        kilobytes.add((engine.memoryBytes() - before) / 1024.0 / KEPT);
        bare.close();
        for (String path : List.of("many", "manytouch")) {
            before = engine.memoryBytes();
            isolates(path, KEPT);
            kilobytes.add((engine.memoryBytes() - before) / 1024.0 / KEPT);
            engine.reset();
        }
        return kilobytes.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private void print(String format, Object... values) {
        out.print(String.format(Locale.ROOT, format, values));
    }
}
