package dev.dynamicworkers.playground.core.isolate;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.limits.Condemnation;
import dev.dynamicworkers.playground.core.limits.CpuWatchdog;
import dev.dynamicworkers.playground.core.limits.HeapGuard;
import dev.dynamicworkers.playground.core.limits.IsolateAllowance;
import dev.dynamicworkers.playground.core.limits.MemoryGuard;
import dev.dynamicworkers.playground.core.util.TimeToYield;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.FileSystem;
import org.jspecify.annotations.Nullable;

/// One guest heap and global scope: a context of the shared engine with the runtime's kernel in it.
///
/// Entered only through [#run], on the thread of its event loop; [#condemn], [#completeOp] and [#failOp] are safe on
/// any thread. What it counts is read on the loop's thread.
public final class Isolate implements HeapGuard.Tenant {
    private static final System.Logger LOG = System.getLogger(Isolate.class.getName());

    private static final long YIELD_LOOK_NANOS = 10_000_000;

    private final SharedEngine engine;
    private final GuestHeap heap;
    private final EventLoop loop;
    private final CpuWatchdog watchdog;
    private final IsolateAllowance allowance;
    private final Executor hostExecutor;
    private final HandleTable handles = new HandleTable();
    private final HostOperations operations;
    private final AtomicReference<@Nullable Condemnation> condemned = new AtomicReference<>();
    private @Nullable TurnOwner current;
    private @Nullable Runnable onLost;
    private @Nullable Object attachment;
    private long cpuNanos;
    /// volatile: counted by the loop's thread alone, read by the one that measures.
    private volatile long turns;

    /// volatile: written by the loop's thread, read by the watchdog, as is where the turn began.
    private volatile long allocatedBytes;

    private volatile long turnStartBytes;

    /// volatile: what it may have allocated before its memory is looked at; written by who asks for a look and by the
    /// look.
    private volatile long allowedBytes = Long.MAX_VALUE;

    private volatile long lookedAtBytes;
    private volatile @Nullable MemoryGuard guard;
    private final long number;

    /// The thread of the turn that runs. volatile: written by the loop's thread, read by whoever tells it to end.
    private volatile @Nullable Thread turning;

    private volatile long turnAllocated;
    private volatile String label = "";
    private boolean ending;

    private final EndStack endStack = new EndStack();

    /// volatile: set by the loop's thread, read by the guard of the heap, as is the next one, set by its closer.
    private volatile boolean lost;

    private volatile boolean cancelled;

    /// Makes the context and evaluates the kernel in it, on the calling thread, which need not be the loop's.
    public Isolate(
            SharedEngine engine,
            EventLoop loop,
            CpuWatchdog watchdog,
            IsolateAllowance allowance,
            Executor hostExecutor,
            FileSystem modules,
            HostLookup hostFunctions) {
        this.engine = engine;
        this.loop = loop;
        this.watchdog = watchdog;
        this.allowance = allowance;
        operations = new HostOperations(this, allowance.operations());
        this.hostExecutor = hostExecutor;
        heap = new GuestHeap(engine, modules, allowance.largestBytes());
        heap.begin(args -> hostFunctions.find(this, args[0].asString()), args -> loadSource(args[0].asString()));
        number = engine.began(this);
    }

    private Value loadSource(String name) {
        try {
            return watchdog.withoutCharge(() -> heap.evaluate(name));
        } catch (IllegalArgumentException e) {
            LOG.log(System.Logger.Level.ERROR, "a runtime source is missing", e);
            throwGuest(GuestThrow.error("internal error; reference = " + name));
            throw e;
        }
    }

    // ---- turns ----

    /// Runs one turn: the named entry of the kernel on behalf of an invocation, then the microtasks it left.
    ///
    /// @param owner null for work that belongs to none, such as starting the worker
    public void run(@Nullable TurnOwner owner, String entry, @Nullable Object... args) {
        loop.requireCurrent();
        if (lost || condemned.get() != null) {
            return;
        }
        @Nullable Object[] all = new @Nullable Object[args.length + 2];
        all[0] = entry;
        all[1] = owner == null ? 0L : owner.number();
        System.arraycopy(args, 0, all, 2, args.length);
        current = owner;
        turning = Thread.currentThread();
        long cpuBefore = watchdog.turnBegins();
        long allocatedBefore = CpuWatchdog.threadAllocatedBytes();
        turnStartBytes = allocatedBefore;
        if (owner != null) {
            watchdog.arm(this, cpuBefore, owner.remainingCpuNanos(), owner.cpuLimitNanos(), "Worker");
        } else {
            long startLimit = allowance.startCpuNanos();
            watchdog.arm(this, cpuBefore, startLimit, startLimit, "The worker's start");
        }
        try {
            heap.enter().executeVoid(all);
        } catch (PolyglotException e) {
            failed(e);
        } finally {
            watchdog.disarm();
            current = null;
            turning = null;
            turnAllocated = 0;
            long used = watchdog.turnEnds(cpuBefore);
            cpuNanos += used;
            long allocated = allocatedBytes;
            allocated += CpuWatchdog.threadAllocatedBytes() - allocatedBefore;
            allocatedBytes = allocated;
            countTurn();
            lookAt(allocated);
            if (owner != null) {
                owner.turnEnded(used);
            }
        }
        if (condemned.get() != null) {
            engine.ends().yielded(number);
            loseNow();
        }
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // One thread writes it.
    private void countTurn() {
        turns++;
    }

    private void failed(PolyglotException e) {
        if (ending) {
            ending = false;
            return;
        }
        if (e.isCancelled() || e.isExit() || condemned.get() != null) {
            endStack.came(e);
            return;
        }
        if (e.isResourceExhausted()) {
            endStack.came(e);
            condemn(new Condemnation(EventOutcome.EXCEEDED_MEMORY, "Worker exceeded the memory of the engine."));
            return;
        }
        if (e.isInternalError()) {
            String message = String.valueOf(e.getMessage());
            if (message.contains(NoClassDefFoundError.class.getSimpleName())) {
                engine.damaged(message);
            }
            condemn(new Condemnation(EventOutcome.INTERNAL_ERROR, "The engine failed: " + e.getMessage()));
        }
        // Last: what is broken may be what writing a line needs.
        LOG.log(System.Logger.Level.ERROR, "a turn ended with an error of the runtime" + GuestCode.frames(e), e);
    }

    /// Ends the turn that runs in a way that guest code can't catch. Called by host functions.
    public void endTurn() {
        ending = true;
        throw new TurnEnd();
    }

    /// Ends the turn that runs where the isolate was told to end: for host functions that work for long.
    public void look() {
        if (condemned.get() != null) {
            endTurn();
        }
    }

    /// Ends the isolate, and the turn that runs, because the heap has no room for what a host function does for it.
    public void outOfMemory() {
        condemn(new Condemnation(EventOutcome.EXCEEDED_MEMORY, "Worker exceeded the memory of the engine."));
        endTurn();
    }

    /// Passes through guest code without being caught: the engine lets errors of this class alone through.
    @SuppressWarnings("removal") // The engine knows no other throwable that guest code cannot catch.
    private static final class TurnEnd extends ThreadDeath {
        private static final long serialVersionUID = 1;
    }

    /// The invocation whose turn it is, or null.
    public @Nullable TurnOwner current() {
        return current;
    }

    /// Whether a thread runs a turn of it.
    boolean isTurningOn(Thread thread) {
        return turning == thread;
    }

    /// Does something within the turn that it is not charged for: see [CpuWatchdog#withoutCharge].
    public <T> T withoutCharge(Supplier<T> work) {
        return watchdog.withoutCharge(work);
    }

    /// Does something within the turn that has a limit of its own: see [CpuWatchdog#withOwnLimit].
    public <T> T withOwnLimit(long allowedNanos, String subject, Supplier<T> work) {
        return watchdog.withOwnLimit(allowedNanos, subject, work);
    }

    // ---- host operations ----

    /// A host operation begins for the current invocation, unless it has begun already.
    public void beginOp(int op) {
        operations.begin(op);
    }

    /// A host operation will not end by itself.
    public void abandonOp(int op) {
        operations.abandon(op);
    }

    /// Ends a host operation with a value, in a turn of the invocation that began it. Safe on any thread.
    public void completeOp(int op, @Nullable Object value) {
        loop.post(() -> operations.settle(op, "complete", op, true, value));
    }

    /// Ends a host operation with an error. Safe on any thread.
    public void failOp(int op, GuestThrow error) {
        loop.post(() -> operations.settle(op, "fail", op, error.kind(), error.text()));
    }

    /// Ends a host operation through an entry of the kernel of its own kind. Runs on the isolate thread, in a turn to
    /// come.
    public void answerOp(int op, String entry, @Nullable Object... args) {
        loop.post(() -> operations.settle(op, entry, args));
    }

    /// As [#answerOp], within the turn of the event loop that is running. Runs on the isolate thread.
    public void answerOpNow(int op, String entry, @Nullable Object... args) {
        operations.settle(op, entry, args);
    }

    /// Forgets the operations of an invocation that is over.
    public void dropOps(TurnOwner owner) {
        operations.drop(owner);
    }

    /// Gives the operations of an invocation that is over to another one.
    public void moveOps(TurnOwner from, TurnOwner to) {
        operations.move(from, to);
    }

    // ---- values ----

    /// What guest code gets for a value of the host: bytes become a Uint8Array, an `Object[]` an array.
    public @Nullable Object toGuest(@Nullable Object value) {
        return switch (value) {
            case byte[] bytes -> heap.enter().execute("bytes", 0, SharedEngine.wrap(bytes), bytes.length);
            case Object[] items -> {
                @Nullable Object[] arguments = new @Nullable Object[items.length + 2];
                arguments[0] = "array";
                arguments[1] = 0;
                for (int i = 0; i < items.length; i++) {
                    arguments[i + 2] = toGuest(items[i]);
                }
                yield heap.enter().execute(arguments);
            }
            case null, default -> value;
        };
    }

    /// Asks the kernel for a value, outside of any invocation. Runs on the isolate thread, not within a turn.
    public Value ask(String entry) {
        loop.requireCurrent();
        return heap.enter().execute(entry, 0L);
    }

    /// Throws an error of this realm into the guest code that called the host function which runs.
    public void throwGuest(GuestThrow error) {
        heap.enter().executeVoid("throw", 0, error.kind(), error.text());
    }

    // ---- surroundings ----

    public EventLoop loop() {
        return loop;
    }

    /// Where slow or blocking host work runs.
    public Executor hostExecutor() {
        return hostExecutor;
    }

    /// The largest single thing that is made for the guest at once, in bytes.
    public long largestBytes() {
        return allowance.largestBytes();
    }

    /// Its context as the engine's instruments name it, null once it is over.
    public @Nullable Object instrumented() {
        return heap.instrumented();
    }

    /// Where code of the guest gets in.
    public GuestCode code() {
        return heap.code();
    }

    public HandleTable handles() {
        return handles;
    }

    /// What the layer above keeps for this isolate.
    public @Nullable Object attachment() {
        return attachment;
    }

    /// Sets what the layer above keeps, and what it does once the isolate is gone.
    ///
    /// @param label what people call the worker in it
    public void attach(Object attachment, String label, Runnable onLost) {
        this.label = label;
        this.attachment = attachment;
        this.onLost = onLost;
    }

    /// Bytes that this isolate keeps alive, what all isolates share included. Safe on any thread; pauses the isolate.
    ///
    /// @return -1 when it can't be measured
    public long retainedBytes() {
        return retainedBytes(Long.MAX_VALUE);
    }

    @Override
    public long retainedBytes(long stopAtBytes) {
        return heap.retainedBytes(stopAtBytes, settledTurns());
    }

    /// What [#retainedBytes()] found last, where nothing has run since: costs nothing. Safe on any thread.
    ///
    /// @return -1 when that is not known
    public long knownBytes() {
        return heap.knownBytes(settledTurns());
    }

    private long settledTurns() {
        return turning == null ? turns : -1;
    }

    // ---- the memory limit ----

    /// Has its memory watched from now on.
    public void guard(MemoryGuard memoryGuard) {
        guard = memoryGuard;
        allowedBytes = allocatedBytes + memoryGuard.firstAllowance();
    }

    @Override
    public void watched(long threadAllocatedBytes) {
        turnAllocated = threadAllocatedBytes - turnStartBytes;
        lookAt(allocatedBytes + threadAllocatedBytes - turnStartBytes);
    }

    /// @param allocated bytes until now
    private void lookAt(long allocated) {
        MemoryGuard watching = guard;
        if (watching != null && allocated > allowedBytes) {
            // Set back by the look.
            allowedBytes = Long.MAX_VALUE;
            lookedAtBytes = allocated;
            watching.look(this);
        }
    }

    @Override
    public void allowMore(long bytes) {
        allowedBytes = lookedAtBytes + bytes;
    }

    /// CPU time of all turns so far.
    public long cpuNanos() {
        return cpuNanos;
    }

    /// Heap allocated by all turns so far.
    public long allocatedBytes() {
        return allocatedBytes;
    }

    // ---- the end ----

    @Override
    public void condemn(Condemnation reason) {
        if (!condemned.compareAndSet(null, reason)) {
            return;
        }
        engine.ended(this);
        Thread running = turning;
        if (running != null) {
            engine.ends().ordered(number, label, reason);
            if (turning == null) {
                // It may have yielded before it was said to be told.
                engine.ends().yielded(number);
            }
            Thread.ofPlatform().name("isolate end watch").daemon().start(() -> awaitYield(running));
        }
        if (running == Thread.currentThread()) {
            endStack.take(null);
        }
        Thread.ofPlatform().name("isolate closer").daemon().start(() -> cancelContext(running));
        loop.post(this::loseNow);
    }

    /// Tells when the code of a turn goes on for long although the isolate was told to end.
    private void awaitYield(Thread running) {
        long orderedAt = System.nanoTime();
        long cpuBefore = CpuWatchdog.threadCpuNanos(running);
        while (turning != null) {
            LockSupport.parkNanos(this, YIELD_LOOK_NANOS);
            long cpu = CpuWatchdog.threadCpuNanos(running) - cpuBefore;
            if (turning != null && TimeToYield.isOver(System.nanoTime() - orderedAt, cpu)) {
                engine.ends().unyielding(number);
                return;
            }
        }
    }

    @Override
    public long turnAllocatedBytes() {
        return turnAllocated;
    }

    @Override
    public boolean isOver() {
        return cancelled && lost;
    }

    @Override
    public String label() {
        return label;
    }

    /// Where its code was when it was told to end, innermost first, as the code that runs has it; empty where none ran.
    /// Runs on the isolate thread, once it is lost.
    public List<GuestError.Frame> endFrames() {
        return endStack.frames();
    }

    /// Why it is being ended, or null while it lives.
    public @Nullable Condemnation condemnation() {
        return condemned.get();
    }

    private void cancelContext(@Nullable Thread running) {
        try {
            if (running != null) {
                endStack.await(engine.instrument(), heap.instrumented(), running);
            }
            heap.cancel();
        } finally {
            cancelled = true;
            releaseWhenOver();
        }
    }

    private void loseNow() {
        if (lost) {
            return;
        }
        lost = true;
        operations.clear();
        if (onLost != null) {
            onLost.run();
        }
        releaseWhenOver();
    }

    private void releaseWhenOver() {
        if (isOver()) {
            heap.release();
        }
    }

    /// Lets go of an isolate that runs nothing. Runs on the isolate thread.
    public void dispose() {
        if (condemned.compareAndSet(null, new Condemnation(EventOutcome.CANCELED, "evicted"))) {
            lost = true;
            engine.ended(this);
            operations.clear();
            heap.close();
            heap.release();
        }
    }
}
