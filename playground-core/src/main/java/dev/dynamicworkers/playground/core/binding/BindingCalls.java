package dev.dynamicworkers.playground.core.binding;

import dev.dynamicworkers.playground.core.io.IoHostFunctions;
import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.isolate.Isolate;
import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.storage.SqlFailure;
import dev.dynamicworkers.playground.core.util.Futures;
import dev.dynamicworkers.playground.core.worker.PlaygroundException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// The one way from guest code to its bindings: counts a call, asks the gate, carries it out on the thread of the
/// stores, and brings the answer back as a turn. Used on the isolate thread.
public final class BindingCalls {
    private static final System.Logger LOG = System.getLogger(BindingCalls.class.getName());

    private final BindingGate gate;
    private final Executor stores;

    /// @param stores runs one task after the other, in their order
    public BindingCalls(BindingGate gate, Executor stores) {
        this.gate = gate;
        this.stores = stores;
    }

    /// Which binding is called, and how.
    ///
    /// @param kind key of the configuration
    public record Method(String binding, String kind, String name, BindingCall.Effect effect) {}

    /// What a call does. Runs on the thread of the stores.
    public interface Work {
        /// @throws GuestThrow for an error that guest code gets
        BindingAnswer carryOut();
    }

    /// Starts a call, whose number of the host operation is its first argument.
    public Object start(HostCall call, Method method, List<@Nullable Object> arguments, Work work) {
        var invocation = IoHostFunctions.current(call);
        invocation.subrequests().count();
        int operation = call.integer(0);
        Isolate isolate = call.isolate();
        var asked =
                new BindingCall(invocation, method.binding(), method.kind(), method.name(), arguments, method.effect());
        var unused = gate.pass(asked, () -> CompletableFuture.supplyAsync(work::carryOut, stores))
                .whenComplete((answer, failure) -> {
                    if (failure != null) {
                        isolate.failOp(operation, forGuest(failure, asked));
                    } else {
                        isolate.completeOp(
                                operation,
                                switch (answer) {
                                    case BindingAnswer.Carried carried -> new @Nullable Object[] {carried.forGuest()};
                                    case BindingAnswer.Given given -> new @Nullable Object[] {null, given.json()};
                                });
                    }
                });
        return true;
    }

    private static GuestThrow forGuest(Throwable failure, BindingCall call) {
        Throwable cause = Futures.cause(failure);
        return switch (cause) {
            case GuestThrow error -> error;
            case SqlFailure error -> GuestThrow.error(error.text());
            case PlaygroundException error -> GuestThrow.error(String.valueOf(error.getMessage()));
            default -> {
                String reference = Long.toString(System.nanoTime(), 36);
                LOG.log(
                        System.Logger.Level.ERROR,
                        call.kind() + " " + call.method() + " failed, reference " + reference,
                        cause);
                yield GuestThrow.error("internal error; reference = " + reference);
            }
        };
    }
}
