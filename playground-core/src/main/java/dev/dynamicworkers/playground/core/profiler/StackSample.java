package dev.dynamicworkers.playground.core.profiler;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.ThreadLocalAction;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.TruffleContext;
import com.oracle.truffle.api.frame.FrameInstance;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RootNode;
import dev.dynamicworkers.playground.core.isolate.Isolate;
import dev.dynamicworkers.playground.core.profile.CpuProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// The stack of an isolate in one moment. Asked for by the sampler's thread; taken by the event loop's thread at the
/// next place where the engine lets it, which runs no code of the guest.
final class StackSample extends ThreadLocalAction {
    private final Isolate isolate;
    private final long askedAt;
    private final List<Node> places = new ArrayList<>();
    private @Nullable Future<Void> done;

    /// volatile: set by the thread that was sampled once the places are there.
    private volatile boolean isTaken;

    private StackSample(Isolate isolate, long askedAt) {
        super(/* hasSideEffects= */ false, /* synchronous= */ false);
        this.isolate = isolate;
        this.askedAt = askedAt;
    }

    /// Asks for the stack of an isolate.
    ///
    /// @return null where it has ended
    static @Nullable StackSample ask(TruffleInstrument.Env env, Isolate isolate, Thread thread, long now) {
        if (!(isolate.instrumented() instanceof TruffleContext context) || context.isClosed()) {
            return null;
        }
        StackSample asked = new StackSample(isolate, now);
        try {
            asked.done = env.submitThreadLocal(context, new Thread[] {thread}, asked);
        } catch (IllegalStateException ended) {
            return null;
        }
        return asked;
    }

    @Override
    protected void perform(Access access) {
        try {
            isTaken = isolate.withoutCharge(() -> take(access.getLocation()));
        } catch (RuntimeException | StackOverflowError dropped) {
            // What is thrown here would be thrown into the guest's code: one sample less instead.
            isTaken = false;
        }
    }

    private boolean take(Node innermost) {
        Truffle.getRuntime().iterateFrames(frame -> visit(frame, places.isEmpty() ? innermost : frame.getCallNode()));
        return true;
    }

    private @Nullable Boolean visit(FrameInstance frame, @Nullable Node place) {
        if (frame.getCallTarget() instanceof RootCallTarget target) {
            RootNode root = target.getRootNode();
            places.add(place == null || place.getRootNode() != root ? root : place);
        }
        return places.size() >= CpuProfile.DEEPEST ? true : null;
    }

    /// When it was asked for.
    long askedAt() {
        return askedAt;
    }

    Isolate isolate() {
        return isolate;
    }

    /// Whether nothing more comes of it.
    boolean isOver() {
        Future<Void> answer = done;
        return isTaken || answer == null || answer.isDone();
    }

    boolean isTaken() {
        return isTaken;
    }

    void cancel() {
        Future<Void> answer = done;
        if (answer != null) {
            answer.cancel(/* mayInterruptIfRunning= */ false);
        }
    }

    /// Where each function was, the innermost first. Only once it is taken.
    List<Node> places() {
        return places;
    }
}
