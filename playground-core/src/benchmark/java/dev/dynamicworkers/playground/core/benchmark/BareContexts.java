package dev.dynamicworkers.playground.core.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;

/// Contexts of the JavaScript engine without anything of the playground in them: the floor for isolates.
final class BareContexts {
    private static final int COUNT = 600;

    private static final Source MODULE = Source.newBuilder(
                    "js", "export default { fetch() { return 'ok'; } };", "main.mjs")
            .mimeType("application/javascript+module")
            .buildLiteral();

    private BareContexts() {}

    /// Makes some hundred of them and prints what one costs.
    static void measure(PrintStream out, Target memory) throws IOException, InterruptedException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        try (Engine engine = Engine.newBuilder("js").build()) {
            List<Context> contexts = new ArrayList<>();
            make(engine, contexts, COUNT / 3);
            long bytes = memory.memoryBytes();
            long cpu = threads.getCurrentThreadCpuTime();
            make(engine, contexts, COUNT);
            cpu = threads.getCurrentThreadCpuTime() - cpu;
            bytes = memory.memoryBytes() - bytes;
            out.print(String.format(
                    Locale.ROOT,
                    "a bare context with a module: %.2f ms of CPU time, %.1f KB%n",
                    cpu / 1e6 / COUNT,
                    bytes / 1024.0 / COUNT));
            contexts.forEach(Context::close);
        }
    }

    private static void make(Engine engine, List<Context> contexts, int count) {
        for (int i = 0; i < count; i++) {
            Context context = Context.newBuilder("js")
                    .engine(engine)
                    .allowExperimentalOptions(true)
                    .option("js.ecmascript-version", "staging")
                    .option("js.esm-eval-returns-exports", "true")
                    .build();
            context.eval(MODULE).getMember("default").invokeMember("fetch");
            contexts.add(context);
        }
    }
}
