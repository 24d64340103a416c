package dev.dynamicworkers.playground.core.host.overlay;

import dev.dynamicworkers.playground.core.io.CallTrace;
import dev.dynamicworkers.playground.core.io.Capability;
import dev.dynamicworkers.playground.core.io.EntrypointChannel;
import dev.dynamicworkers.playground.core.io.EventCall;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.FetchCall;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import dev.dynamicworkers.playground.core.io.HandlerEvent;
import dev.dynamicworkers.playground.core.io.RpcCall;
import dev.dynamicworkers.playground.core.io.ServiceChannel;
import org.jspecify.annotations.Nullable;

/// A service that came with the result of a call through a key of `env`: it works as long as that key does. Runs on the
/// event loop's thread.
record CoveredService(GrantedService.Leave leave, ServiceChannel service) implements ServiceChannel {
    @Override
    public void call(RpcCall call) {
        note(call.trace());
        Failure refusal = leave.refusal(call.dottedPath());
        if (refusal != null) {
            call.fail(refusal);
            return;
        }
        call.under(leave);
        service.call(call);
    }

    @Override
    public void fetch(FetchMessage message, FetchCall call) {
        note(call.trace());
        Failure refusal = leave.refusal("fetch");
        if (refusal == null) {
            service.fetch(message, call);
        } else {
            call.fail(refusal);
        }
    }

    @Override
    public void deliver(HandlerEvent event, EventCall call) {
        Failure refusal = leave.refusal(event.kind());
        if (refusal == null) {
            service.deliver(event, call);
        } else {
            call.fail(refusal);
        }
    }

    private void note(@Nullable CallTrace trace) {
        if (trace != null) {
            trace.through(leave.binding());
        }
    }

    @Override
    public @Nullable EntrypointChannel entrypointChannel() {
        return leave.refusal("tail") == null ? service.entrypointChannel() : null;
    }

    @Override
    public Capability dup() {
        return service.dup() instanceof ServiceChannel copy ? new CoveredService(leave, copy) : this;
    }

    @Override
    public void release() {
        service.release();
    }

    @Override
    public boolean isBoundToInvocation() {
        return service.isBoundToInvocation();
    }
}
