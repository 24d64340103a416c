package dev.dynamicworkers.playground.core.isolate;

import dev.dynamicworkers.playground.core.limits.EndWatch;
import dev.dynamicworkers.playground.core.limits.MemoryInstrument;
import dev.dynamicworkers.playground.core.util.TurnBoard;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Instrument;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.FileSystem;
import org.graalvm.polyglot.io.IOAccess;
import org.jspecify.annotations.Nullable;

/// The one JavaScript engine of a process. All isolates share its compiled code, never their data. Safe on any thread.
public final class SharedEngine implements AutoCloseable {
    /// Longest string of a guest in UTF-16 units: V8's own limit.
    private static final int MAX_STRING = (1 << 29) - 24;

    private static final HostAccess HOST_ACCESS =
            HostAccess.newBuilder().allowBufferAccess(true).build();

    /// The namespace WebAssembly wants to reach the other language; guest code has no other way to.
    private static final PolyglotAccess WASM_FROM_JS = PolyglotAccess.newBuilder()
            .allowEvalBetween("js", "wasm")
            .allowBindingsAccess("js")
            .allowBindingsAccess("wasm")
            .build();

    private final Engine engine;
    private final RuntimeSources sources = new RuntimeSources();
    private final @Nullable MemoryInstrument memory;
    private final Object measuring = new Object();

    /// Shared by those who make contexts, alone for who ends the engine: the engine locks a context that is being made
    /// and the list of all contexts in one order, and in the other when it is closed.
    private final ReadWriteLock making = new ReentrantReadWriteLock();

    private final AtomicLong isolateNumbers = new AtomicLong();
    private final Set<Isolate> living = ConcurrentHashMap.newKeySet();

    /// volatile: set once by who runs the engine, read by all threads.
    private volatile EndWatch ends = EndWatch.NONE;

    /// volatile: set before the first project, read by threads that start one
    private volatile TurnBoard turns = TurnBoard.NONE;

    /// A context for the threads that measure to be in.
    private final Context baseline;

    private final Source importSource = internal("import", "(name) => import(name)");

    /// Starts the engine, which takes some hundred milliseconds in a fresh process.
    public SharedEngine() {
        engine = Engine.newBuilder("js", "wasm")
                .allowExperimentalOptions(true)
                .option("engine.WarnInterpreterOnly", "false")
                .build();
        Instrument instrument = engine.getInstruments().get(MemoryInstrument.ID);
        memory = instrument == null ? null : instrument.lookup(MemoryInstrument.class);
        baseline = Context.newBuilder("js")
                .engine(engine)
                .allowHostAccess(HOST_ACCESS)
                .build();
        baseline.initialize("js");
    }

    private static Source internal(String name, String code) {
        return Source.newBuilder("js", code, "runtime:" + name).internal(true).buildLiteral();
    }

    /// Name and version of the implementation, for people.
    public String description() {
        return "GraalJS " + engine.getVersion() + " (" + engine.getImplementationName() + ")";
    }

    /// Whether hot guest code is compiled to machine code.
    public boolean isCompiling() {
        return isMeasuring() && !"false".equals(System.getProperty("polyglot.engine.Compilation"));
    }

    /// Whether what isolates keep alive can be measured.
    public boolean isMeasuring() {
        return !"Interpreted".equals(engine.getImplementationName());
    }

    /// Bytes that a context keeps alive. Measuring wants the calling thread to be in some context of the engine: the
    /// empty one serves, one thread at a time.
    ///
    /// @param stopAtBytes more need not be counted
    /// @return -1 when it can't be measured
    long retainedBytes(Object measured, long stopAtBytes) {
        if (memory == null) {
            return -1;
        }
        synchronized (measuring) {
            baseline.enter();
            try {
                return memory.retainedBytes(measured, stopAtBytes);
            } finally {
                baseline.leave();
            }
        }
    }

    /// What measures and asks contexts, null where there is none.
    @Nullable
    MemoryInstrument instrument() {
        return memory;
    }

    /// A context, ready to use, without anything of the host in reach, whose modules come from `files` alone.
    ///
    /// @param largestBytes that one string, buffer or array may take
    /// @throws IllegalStateException when the engine is closed
    Context newContext(FileSystem files, long largestBytes) {
        making.readLock().lock();
        try {
            Context context = buildContext(files, largestBytes);
            context.initialize("js");
            return context;
        } finally {
            making.readLock().unlock();
        }
    }

    private Context buildContext(FileSystem files, long largestBytes) {
        return Context.newBuilder("js", "wasm")
                .engine(engine)
                .allowExperimentalOptions(true)
                .allowHostAccess(HOST_ACCESS)
                .allowPolyglotAccess(WASM_FROM_JS)
                .allowEnvironmentAccess(EnvironmentAccess.NONE)
                .allowCreateThread(false)
                .allowCreateProcess(false)
                .allowNativeAccess(false)
                .allowHostClassLoading(false)
                .allowIO(IOAccess.newBuilder().fileSystem(files).build())
                .option("js.ecmascript-version", "staging")
                .option("js.stack-trace-api", "true")
                .option("js.async-context", "true")
                .option("js.unhandled-rejections", "handler")
                .option("js.esm-eval-returns-exports", "true")
                .option("js.esm-bare-specifier-relative-lookup", "true")
                .option("js.import-attributes", "false")
                .option("js.json-modules", "false")
                .option("js.shebang", "true")
                .option("js.polyglot-builtin", "false")
                .option("js.polyglot-evalfile", "false")
                // What the kernel would only take away again.
                .option("js.console", "false")
                .option("js.print", "false")
                .option("js.load", "false")
                .option("js.global-arguments", "false")
                .option("js.performance", "false")
                .option("js.temporal", "false")
                .option("js.webassembly", "true")
                .option("js.timezone", "UTC")
                .option("js.timer-resolution", "1000000")
                .option("js.string-length-limit", String.valueOf(Math.min(MAX_STRING, largestBytes)))
                .option("js.max-typed-array-length", String.valueOf(Math.min(Integer.MAX_VALUE, largestBytes)))
                .build();
    }

    // ---- its isolates ----

    /// Tells other processes of the turns of projects that start from now on.
    public void tellTurns(TurnBoard board) {
        turns = board;
    }

    /// Where turns are told.
    public TurnBoard turns() {
        return turns;
    }

    /// Tells of isolates that are told to end while code of them runs.
    public void watchEnds(EndWatch watch) {
        ends = watch;
    }

    EndWatch ends() {
        return ends;
    }

    /// A class can't be used any more: the process has to be replaced.
    public void damaged(LinkageError met) {
        damaged(String.valueOf(met.getMessage()));
    }

    /// @param met message of the error of which that was told
    void damaged(String met) {
        ends.damaged("code that ran out of stack broke a part of it (" + met + ")");
    }

    /// Isolates that have not been told to end.
    public Set<Isolate> isolates() {
        return Set.copyOf(living);
    }

    /// @return the number of the isolate
    long began(Isolate isolate) {
        living.add(isolate);
        return isolateNumbers.incrementAndGet();
    }

    void ended(Isolate isolate) {
        living.remove(isolate);
    }

    /// The isolate whose turn the calling thread runs, null where it runs none, or one that was told to end.
    public @Nullable Isolate running() {
        return running(Thread.currentThread());
    }

    /// The isolate whose turn a thread runs, null where it runs none, or one that was told to end.
    public @Nullable Isolate running(Thread thread) {
        for (Isolate isolate : living) {
            if (isolate.isTurningOn(thread)) {
                return isolate;
            }
        }
        return null;
    }

    /// A service of one of the engine's instruments, which is made when it is first asked for.
    ///
    /// @param id of the instrument
    public <T> T service(String id, Class<T> type) {
        Instrument instrument = engine.getInstruments().get(id);
        T service = instrument == null ? null : instrument.lookup(type);
        if (service == null) {
            throw new IllegalStateException("the engine has no " + id);
        }
        return service;
    }

    /// Evaluates a runtime source in a context.
    Value evaluate(Context context, String name) {
        return context.eval(sources.get(name));
    }

    Value importFunction(Context context) {
        return context.eval(importSource);
    }

    static ByteBuffer wrap(byte[] bytes) {
        return ByteBuffer.wrap(bytes);
    }

    @Override
    public void close() {
        making.writeLock().lock();
        try {
            engine.close(true);
        } finally {
            making.writeLock().unlock();
        }
    }
}
