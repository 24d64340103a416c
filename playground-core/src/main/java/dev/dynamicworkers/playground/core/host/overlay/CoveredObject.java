package dev.dynamicworkers.playground.core.host.overlay;

import dev.dynamicworkers.playground.core.io.CallTrace;
import dev.dynamicworkers.playground.core.io.Capability;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.RpcCall;

/// An object that came with the result of a call through a key of `env`: it works as long as that key does. Runs on the
/// event loop's thread.
record CoveredObject(GrantedService.Leave leave, Capability object) implements Capability {
    @Override
    public void call(RpcCall call) {
        CallTrace trace = call.trace();
        if (trace != null) {
            trace.through(leave.binding());
        }
        Failure refusal = leave.refusal(call.dottedPath());
        if (refusal != null) {
            call.fail(refusal);
            return;
        }
        call.under(leave);
        object.call(call);
    }

    @Override
    public Capability dup() {
        return new CoveredObject(leave, object.dup());
    }

    @Override
    public void release() {
        object.release();
    }

    @Override
    public boolean isBoundToInvocation() {
        return object.isBoundToInvocation();
    }
}
