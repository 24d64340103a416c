package dev.dynamicworkers.playground.core.rpc;

import dev.dynamicworkers.playground.core.io.CallTrace;
import dev.dynamicworkers.playground.core.io.Capability;
import dev.dynamicworkers.playground.core.io.EntrypointChannel;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.HandlerEvent;
import dev.dynamicworkers.playground.core.io.Held;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.IoHostFunctions;
import dev.dynamicworkers.playground.core.io.Payload;
import dev.dynamicworkers.playground.core.io.PositionMapper;
import dev.dynamicworkers.playground.core.io.RpcCall;
import dev.dynamicworkers.playground.core.io.SentEvent;
import dev.dynamicworkers.playground.core.io.ServiceChannel;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// What runtime sources of area `rpc` ask the host for.
public final class RpcHostFunctions {
    private final AtomicLong lastCall = new AtomicLong();

    private RpcHostFunctions() {}

    public static void register(HostFunctions table) {
        RpcHostFunctions self = new RpcHostFunctions();
        table.add("rpc.call", self::call);
        table.add("rpc.return", RpcHostFunctions::returned);
        table.add("rpc.dispose", RpcHostFunctions::dispose);
        table.add("rpc.dup", RpcHostFunctions::dup);
        table.add("rpc.importOwn", RpcHostFunctions::importOwn);
        table.add("rpc.ownEntrypoint", RpcHostFunctions::ownEntrypoint);
        table.add("rpc.sendEvent", RpcHostFunctions::sendEvent);
        StreamHostFunctions.register(table);
    }

    private @Nullable Object call(HostCall call) {
        InvocationContext caller = IoHostFunctions.current(call);
        int op = call.integer(0);
        call.isolate().beginOp(op);
        Payload arguments = Payloads.read(call, 6);
        RpcCall made = new RpcCall(
                lastCall.incrementAndGet(), caller, op, call.string(3), call.integer(4), call.bool(5), arguments);
        made.recordTo(CallTrace.ofCall(made));
        if (call.integer(1) == 1) {
            pipeline(caller, call.integer(2), made);
        } else {
            Capability capability = call.isolate().handles().find(call.integer(2), Capability.class);
            if (capability == null) {
                throw GuestThrow.error("RPC stub used after being disposed.");
            }
            if (capability instanceof ServiceChannel) {
                caller.subrequests().count();
            }
            caller.holdings().callSent(made);
            capability.call(made);
        }
        return null;
    }

    /// A call on the result of an earlier call that has not come yet: it follows that call to its callee.
    private static void pipeline(InvocationContext caller, int baseOp, RpcCall made) {
        RpcCall base = caller.holdings().call(baseOp);
        if (base == null) {
            throw GuestThrow.error("RPC promise used after being disposed.");
        }
        caller.holdings().callSent(made);
        base.follow(made);
    }

    private static @Nullable Object returned(HostCall call) {
        InvocationContext callee = IoHostFunctions.current(call);
        RpcCall served = callee.served().call(call.longValue(0));
        if (served == null) {
            return null;
        }
        if (call.bool(1)) {
            served.answer(Objects.requireNonNull(Payloads.read(call, 2)));
        } else {
            String encoded = call.string(2);
            served.fail(Failure.of(encoded, "Error", "", null, PositionMapper.IDENTITY));
        }
        callee.served().callReturned(served, call.bool(1));
        if (call.bool(6)) {
            // The result is kept for calls that are queued behind it, until the caller has it.
            callee.worker()
                    .isolate()
                    .loop()
                    .post(() -> callee.worker()
                            .isolate()
                            .loop()
                            .post(() -> callee.run("rpc/session.release", served.id())));
        }
        return null;
    }

    private static @Nullable Object dispose(HostCall call) {
        if (call.isolate().handles().remove(call.integer(0)) instanceof Held held) {
            held.release();
        }
        return null;
    }

    private static Object dup(HostCall call) {
        Capability capability = call.handle(0, Capability.class);
        return IoHostFunctions.current(call).importObject(capability.dup());
    }

    private static Object importOwn(HostCall call) {
        InvocationContext invocation = IoHostFunctions.current(call);
        return invocation.importObject(new ObjectCapability(invocation, call.integer(0)));
    }

    /// An event for a handler other than fetch, through a stub of an entrypoint.
    private static @Nullable Object sendEvent(HostCall call) {
        HandlerEvent event = new HandlerEvent(
                call.string(2), call.string(3), call.string(4), Objects.requireNonNull(Payloads.read(call, 5)));
        call.handle(1, ServiceChannel.class)
                .deliver(event, new SentEvent(IoHostFunctions.current(call), call.integer(0)));
        return null;
    }

    private static Object ownEntrypoint(HostCall call) {
        EntrypointChannel self = WorkerInstance.of(call.isolate()).self();
        if (self == null) {
            throw GuestThrow.error("This worker has no entrypoints of its own yet.");
        }
        Payload props = Payloads.read(call, 1);
        EntrypointChannel channel = new EntrypointChannel(self.worker(), call.string(0), props, ResourceLimits.NONE);
        return call.bool(5)
                ? IoHostFunctions.current(call).holdings().importOwn(channel)
                : call.isolate().handles().put(channel);
    }
}
