package dev.dynamicworkers.playground.core.benchmark;

import dev.dynamicworkers.playground.core.isolate.SharedEngine;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Work inside the engine, for changes to it: mean time of one piece, in microseconds.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class EngineBenchmark {
    private SharedEngine engine;
    private EngineTarget target;

    /// Starts the engine and the project.
    @Setup
    public void start() {
        engine = new SharedEngine();
        target = new EngineTarget(engine);
    }

    /// Drops isolates that a measured stretch left behind.
    @Setup(Level.Iteration)
    public void reset() throws IOException, InterruptedException {
        target.reset();
        target.request("/empty");
    }

    /// Ends both.
    @TearDown
    public void stop() {
        target.close();
        engine.close();
    }

    /// From outside into the parent and back, across threads.
    @Benchmark
    public long request() throws IOException, InterruptedException {
        return target.request("/empty");
    }

    @Benchmark
    @OperationsPerInvocation(5)
    public long load() throws IOException, InterruptedException {
        return target.request("/load?n=5");
    }

    @Benchmark
    @OperationsPerInvocation(200)
    public long warmGet() throws IOException, InterruptedException {
        return target.request("/get?n=200");
    }

    @Benchmark
    @OperationsPerInvocation(500)
    public long rpcChildToParent() throws IOException, InterruptedException {
        return target.request("/up?n=500");
    }

    @Benchmark
    @OperationsPerInvocation(500)
    public long rpcParentToChild() throws IOException, InterruptedException {
        return target.request("/down?n=500");
    }

    @Benchmark
    @OperationsPerInvocation(5)
    public long rpcOfHundredKilobytes() throws IOException, InterruptedException {
        return target.request("/large?n=5");
    }

    @Benchmark
    @OperationsPerInvocation(10)
    public long structuredClone() throws IOException, InterruptedException {
        return target.request("/clone?n=10");
    }

    @Benchmark
    @OperationsPerInvocation(5)
    public long streamOfOneMegabyte() throws IOException, InterruptedException {
        return target.request("/stream?n=5");
    }
}
