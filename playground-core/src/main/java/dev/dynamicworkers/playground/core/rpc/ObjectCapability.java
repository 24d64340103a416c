package dev.dynamicworkers.playground.core.rpc;

import dev.dynamicworkers.playground.core.io.Capability;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.RpcCall;

/// A function or object that an invocation exported. Lives while somebody holds it and the invocation lasts; counts
/// its holds.
final class ObjectCapability implements Capability {
    private final InvocationContext owner;
    private final int target;
    private int holds;

    /// The first hold belongs to the caller.
    ///
    /// @param target by which the owner's isolate knows it (runtime source `rpc/stub`)
    ObjectCapability(InvocationContext owner, int target) {
        this.owner = owner;
        this.target = target;
        holds = 1;
        owner.exportsChanged(1);
    }

    @Override
    public void call(RpcCall call) {
        if (owner.isEnded()) {
            call.fail(gone());
            return;
        }
        owner.worker().isolate().loop().post(() -> {
            if (owner.isEnded()) {
                Failure reason = owner.endFailure();
                call.fail(reason != null ? reason : gone());
            } else if (!call.isAnswered()) {
                call.enter(owner, "rpc/session.call", target);
            }
        });
    }

    private static Failure gone() {
        return Failure.of(
                "Error",
                "The execution context which hosts this callback is no longer running.",
                Failure.Remoteness.LOCAL);
    }

    @Override
    public Capability dup() {
        holds++;
        return this;
    }

    @Override
    public void release() {
        holds--;
        if (owner.isEnded()) {
            return;
        }
        if (holds > 0) {
            // Perhaps its owner alone holds it now, which keeps nothing alive.
            owner.exportsChanged(0);
        } else {
            owner.worker().isolate().loop().post(() -> {
                owner.run("rpc/session.disposeTarget", target);
                owner.exportsChanged(-1);
            });
        }
    }

    @Override
    public boolean isBoundToInvocation() {
        return true;
    }

    @Override
    public boolean isKeptBy(InvocationContext invocation, int holds) {
        return owner == invocation && this.holds == holds;
    }
}
