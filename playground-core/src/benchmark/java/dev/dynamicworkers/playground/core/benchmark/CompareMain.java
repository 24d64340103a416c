package dev.dynamicworkers.playground.core.benchmark;

import dev.dynamicworkers.playground.core.isolate.SharedEngine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Runs the same programs on the playground's engine and on workerd, and prints medians and ratios.
///
/// Arguments: `--workerd PATH`, `--only NAME,NAME` (paths of cases; `start`, `budget`, `many`), `--warm SECONDS`,
/// `--many COUNT`.
public final class CompareMain {
    private final Arguments arguments;
    private final PrintStream out = new PrintStream(System.out, /* autoFlush= */ true, StandardCharsets.UTF_8);

    private record Arguments(String workerd, List<String> only, double warm, int many) {
        static Arguments of(String[] args) {
            String workerd = "";
            List<String> only = List.of();
            double warm = 8;
            int many = 10_000;
            for (int i = 0; i + 1 < args.length; i += 2) {
                switch (args[i]) {
                    case "--workerd" -> workerd = args[i + 1];
                    case "--only" -> only = List.of(args[i + 1].split(","));
                    case "--warm" -> warm = Double.parseDouble(args[i + 1]);
                    case "--many" -> many = Integer.parseInt(args[i + 1]);
                    default -> throw new IllegalArgumentException("unknown option " + args[i]);
                }
            }
            return new Arguments(workerd, only, warm, many);
        }

        boolean wants(String name) {
            return only.isEmpty() || only.contains(name);
        }
    }

    private CompareMain(Arguments arguments) {
        this.arguments = arguments;
    }

    /// Entry point.
    public static void main(String[] args) throws IOException, InterruptedException {
        new CompareMain(Arguments.of(args)).run();
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException {
        long began = System.nanoTime();
        SharedEngine shared = new SharedEngine();
        try (Target engine = new EngineTarget(shared)) {
            engine.request("/load?n=1");
            double cold = (System.nanoTime() - began) / 1e6;
            out.println("engine: " + shared.description());
            if (arguments.wants("start")) {
                start(shared, cold);
            }
            cases(engine);
            if (arguments.wants("budget")) {
                Budget.measure(out, engine, arguments.warm);
            }
            if (arguments.wants("many")) {
                many(engine);
                if (!arguments.workerd.isEmpty()) {
                    try (Target workerd = new WorkerdTarget(Path.of(arguments.workerd))) {
                        many(workerd);
                    }
                }
            }
        }
    }

    // ---- start-up ----

    private void start(SharedEngine engine, double coldMillis) throws IOException, InterruptedException {
        double[] samples = new double[15];
        for (int i = 0; i < samples.length; i++) {
            long began = System.nanoTime();
            try (Target project = new EngineTarget(engine)) {
                project.request("/empty");
            }
            samples[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(samples);
        print(
                "start of a project to its first response: %.1f ms (cold engine, with a load(): %.0f ms)%n",
                samples[7], coldMillis);
        if (arguments.workerd.isEmpty()) {
            return;
        }
        for (int i = 0; i < samples.length; i++) {
            long began = System.nanoTime();
            try (Target workerd = new WorkerdTarget(Path.of(arguments.workerd))) {
                workerd.request("/empty");
                samples[i] = (System.nanoTime() - began) / 1e6;
            }
        }
        Arrays.sort(samples);
        print("start of workerd with the project to its first response: %.1f ms%n", samples[7]);
    }

    // ---- time ----

    private void cases(Target engine) throws IOException, InterruptedException {
        List<Case> wanted =
                Case.ALL.stream().filter(each -> arguments.wants(each.path())).toList();
        if (wanted.isEmpty()) {
            return;
        }
        Case.Figures[] reference = new Case.Figures[wanted.size()];
        if (!arguments.workerd.isEmpty()) {
            try (Target workerd = new WorkerdTarget(Path.of(arguments.workerd))) {
                for (int i = 0; i < reference.length; i++) {
                    reference[i] = wanted.get(i).measure(workerd, Math.min(2, arguments.warm));
                }
            }
        }
        print(
                "%-32s %9s %9s %9s | %9s %9s %9s | %6s %6s%n",
                "microseconds", "median", "p95", "cpu", "workerd", "p95", "cpu", "ratio", "goal");
        for (int i = 0; i < reference.length; i++) {
            Case each = wanted.get(i);
            Case.Figures own = each.measure(engine, arguments.warm);
            Case.Figures other = reference[i];
            String compared = other == null
                    ? "%9s %9s %9s | %6s".formatted("-", "-", "-", "-")
                    : String.format(
                            Locale.ROOT,
                            "%9.1f %9.1f %9.1f | %6.2f",
                            other.median(),
                            other.p95(),
                            other.cpu(),
                            own.median() / other.median());
            print(
                    "%-32s %9.1f %9.1f %9.1f | %s %6s%n",
                    each.title(),
                    own.median(),
                    own.p95(),
                    own.cpu(),
                    compared,
                    each.goal() == 0 ? "" : String.format(Locale.ROOT, "%.0f", each.goal()));
        }
    }

    // ---- memory ----

    private void many(Target target) throws IOException, InterruptedException {
        target.reset();
        target.request("/many?n=100");
        long before = target.memoryBytes();
        int threads = target.threads();
        long began = System.nanoTime();
        long cpu = target.cpuNanos();
        int step = 500;
        int made = 100;
        for (; made < arguments.many; made += step) {
            target.request("/many?n=" + Math.min(step, arguments.many - made) + "&from=" + made);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        long after = target.memoryBytes();
        cpu = target.cpuNanos() - cpu;
        print(
                "%s: %d isolates alive, made in %.1f s (%.2f ms of CPU time each): %.0f MB, %.1f KB each; %d threads"
                        + " (%d)%n",
                target.name(),
                made,
                seconds,
                cpu / 1e6 / (made - 100),
                after / 1e6,
                (after - before) / 1024.0 / (made - 100),
                target.threads(),
                threads);
    }

    private void print(String format, Object... values) {
        out.print(String.format(Locale.ROOT, format, values));
    }
}
