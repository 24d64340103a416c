package dev.dynamicworkers.playground.core.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;

/// Contexts of the JavaScript engine without anything of the playground in them: the floor for isolates.
final class BareContexts implements AutoCloseable {
    private static final Source MODULE = Source.newBuilder(
                    "js", "export default { fetch() { return 'ok'; } };", "main.mjs")
            .mimeType("application/javascript+module")
            .buildLiteral();

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Engine engine = Engine.newBuilder("js").build();
    private final List<Context> contexts = new ArrayList<>();

    /// Makes some that stay until they are closed.
    ///
    /// @return CPU time for one
    double cpuMillis(int count) {
        long cpu = threads.getCurrentThreadCpuTime();
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
        return (threads.getCurrentThreadCpuTime() - cpu) / 1e6 / count;
    }

    /// Lets go of those that there are; more can be made.
    @Override
    public void close() {
        contexts.forEach(Context::close);
        contexts.clear();
    }
}
