package dev.dynamicworkers.playground.core.isolate;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.ThreadLocalAction;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.frame.FrameInstance;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import dev.dynamicworkers.playground.core.limits.CpuWatchdog;
import dev.dynamicworkers.playground.core.limits.MemoryInstrument;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.graalvm.polyglot.PolyglotException;
import org.jspecify.annotations.Nullable;

/// Where the code of an isolate was when it was told to end. Asked for by whoever ends it, right before its context is
/// cancelled; taken by the thread that runs the code at its next safepoint, which is where it is cancelled too. Costs
/// nothing but then. Read on that thread, once the turn is over.
final class EndStack extends ThreadLocalAction {
    /// What the code may take until its next safepoint.
    private static final long MOST_CPU_MILLIS = 20;

    private static final long MOST_MILLIS = 100;
    private static final String LANGUAGE = "js";

    private final CountDownLatch taken = new CountDownLatch(1);
    private final CountDownLatch exact = new CountDownLatch(1);
    private volatile List<Node> places = List.of();
    private volatile @Nullable SourceSection inexact;
    private List<GuestError.Frame> ofError = List.of();

    EndStack() {
        // Between two jobs of promises there is none of its code on the stack: at each safepoint until there is.
        super(/* hasSideEffects= */ false, /* synchronous= */ false, /* recurring= */ true);
    }

    /// Asks for the stack of the thread that runs code of a context, and waits a moment for it: the engine does what
    /// it was asked for last first, and what was asked before then sees the code on its way out. Safe on any thread
    /// but that one.
    ///
    /// @param context as instruments name it, null for one that is over
    void await(@Nullable MemoryInstrument instrument, @Nullable Object context, Thread running) {
        if (instrument == null || context == null || exact.getCount() == 0) {
            return;
        }
        Future<Void> asked = instrument.ask(context, running, this);
        Runnable after = () -> {};
        try {
            if (met(taken, running) && exact.getCount() > 0) {
                after = instrument.interpret(Objects.requireNonNull(inexact));
                met(exact, running);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            asked.cancel(false);
            after.run();
        }
    }

    /// Waits until it is, or the code has had its time.
    private static boolean met(CountDownLatch latch, Thread running) throws InterruptedException {
        long start = System.nanoTime();
        long cpuBefore = CpuWatchdog.threadCpuNanos(running);
        boolean met = latch.await(MOST_CPU_MILLIS, TimeUnit.MILLISECONDS);
        // Where other processes keep the processors, the code has not run for that long yet.
        while (!met
                && System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(MOST_MILLIS)
                && CpuWatchdog.threadCpuNanos(running) - cpuBefore < TimeUnit.MILLISECONDS.toNanos(MOST_CPU_MILLIS)) {
            met = latch.await(1, TimeUnit.MILLISECONDS);
        }
        return met;
    }

    @Override
    protected void perform(Access access) {
        if (exact.getCount() > 0) {
            take(access.getLocation());
        }
    }

    /// Takes the stack of the calling thread.
    ///
    /// @param innermost where the function is that runs, null within a host function
    void take(@Nullable Node innermost) {
        List<Node> found = new ArrayList<>();
        try {
            Truffle.getRuntime()
                    .iterateFrames(frame ->
                            visit(frame, frame.getCallNode() == null ? innermost : frame.getCallNode(), found));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError dropped) {
            // What is thrown here would be thrown into the guest's code. What was found until then is true.
            System.getLogger(EndStack.class.getName()).log(System.Logger.Level.DEBUG, "no more of a stack", dropped);
        }
        if (found.isEmpty()) {
            return;
        }
        places = found;
        // Machine code names the root for all of its places.
        if (found.getFirst() instanceof RootNode root) {
            inexact = root.getSourceSection();
        } else {
            exact.countDown();
        }
        taken.countDown();
    }

    private static @Nullable Boolean visit(FrameInstance frame, @Nullable Node place, List<Node> found) {
        if (frame.getCallTarget() instanceof RootCallTarget target) {
            RootNode root = target.getRootNode();
            SourceSection whole = root.getSourceSection();
            if (whole != null && isGuest(whole.getSource())) {
                found.add(place == null || place.getRootNode() != root ? root : place);
            }
        }
        return found.size() >= GuestError.MOST_FRAMES ? true : null;
    }

    /// A regular expression is a source of its own, of another language.
    private static boolean isGuest(Source source) {
        return source.getLanguage().equals(LANGUAGE) && CallSite.isGuest(CallSite.file(source));
    }

    /// The guest's frames as the code that runs has them, innermost first; empty where none of its code ran.
    List<GuestError.Frame> frames() {
        List<GuestError.Frame> frames = new ArrayList<>();
        RootNode inner = null;
        for (Node place : places) {
            RootNode root = place.getRootNode();
            if (inner == null || !CallSite.isStartOf(root, inner)) {
                frames.add(CallSite.frame(place));
            }
            inner = root;
        }
        return frames.isEmpty() ? ofError : frames;
    }

    /// What ended the turn knows the frames that it came through, too, but for the innermost one where that called
    /// nothing.
    void came(PolyglotException e) {
        List<GuestError.Frame> frames = new ArrayList<>();
        for (PolyglotException.StackFrame frame : e.getPolyglotStackTrace()) {
            org.graalvm.polyglot.SourceSection at = frame.isGuestFrame() ? frame.getSourceLocation() : null;
            if (at == null
                    || !at.hasLines()
                    || !frame.getLanguage().getId().equals(LANGUAGE)
                    || frames.size() >= GuestError.MOST_FRAMES) {
                continue;
            }
            String path = at.getSource().getPath();
            String file = path == null ? at.getSource().getName() : path;
            if (CallSite.isGuest(file)) {
                String name = frame.getRootName();
                frames.add(new GuestError.Frame(CallSite.function(name), file, at.getStartLine(), at.getStartColumn()));
            }
        }
        ofError = frames;
    }
}
