package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import org.jspecify.annotations.Nullable;

/// An entrypoint of a worker with its props: where service stubs, dynamic entrypoints and the outside send their
/// events.
/// Runs on the event loop's thread.
///
/// @param entrypoint name of the export, `default` for the default one
/// @param props null for none
public record EntrypointChannel(
        WorkerChannel worker, String entrypoint, @Nullable Payload props, ResourceLimits limits)
        implements ServiceChannel {
    @Override
    public void call(RpcCall call) {
        worker.whenReady(
                instance -> instance.isolate().loop().post(() -> {
                    if (call.isAnswered()) {
                        return;
                    }
                    if (instance.isGone()) {
                        call.fail(instance.goneFailure());
                        return;
                    }
                    InvocationContext callee = instance.newInvocation(
                            EventDescription.rpc(call.method(), entrypoint), call.caller(), limits);
                    callee.served().serves(call);
                    @Nullable Object[] first = new @Nullable Object[5];
                    first[0] = entrypoint;
                    Payload.put(propsFor(), callee, first, 1);
                    call.enter(callee, "rpc/session.$call", first);
                }),
                call::fail);
    }

    @Override
    public void fetch(FetchMessage message, FetchCall call) {
        worker.whenReady(
                instance -> instance.isolate().loop().post(() -> {
                    InvocationContext sender = call.sender();
                    if (sender != null && sender.isEnded()) {
                        return;
                    }
                    if (instance.isGone()) {
                        call.fail(instance.goneFailure());
                        return;
                    }
                    InvocationContext callee =
                            instance.newInvocation(EventDescription.fetch(message, entrypoint), sender, limits);
                    Body body = callee.served().serves(call, message);
                    call.deliveredTo(callee);
                    @Nullable Object[] all = new @Nullable Object[12];
                    all[0] = entrypoint;
                    Payload.put(propsFor(), callee, all, 1);
                    all[5] = message.method();
                    all[6] = message.url();
                    all[7] = message.headers();
                    all[8] = message.body().kind();
                    all[9] = callee.holdings().importBody(body);
                    all[10] = "manual";
                    all[11] = message.cf();
                    callee.run("io/deliver.$fetch", all);
                }),
                call::fail);
    }

    @Override
    public void deliver(HandlerEvent event, EventCall call) {
        worker.whenReady(
                instance -> instance.isolate().loop().post(() -> {
                    InvocationContext sender = call.sender();
                    if (sender != null && sender.isEnded()) {
                        return;
                    }
                    if (instance.isGone()) {
                        call.fail(instance.goneFailure());
                        return;
                    }
                    InvocationContext callee =
                            instance.newInvocation(EventDescription.of(event, entrypoint), sender, limits);
                    call.deliveredTo(callee);
                    @Nullable Object[] all = new @Nullable Object[10];
                    all[0] = entrypoint;
                    Payload.put(propsFor(), callee, all, 1);
                    all[5] = event.kind();
                    Payload.put(event.argument(), callee, all, 6);
                    callee.run("io/handlers.$event", all);
                }),
                call::fail);
    }

    private @Nullable Payload propsFor() {
        return props == null ? null : props.dup();
    }

    @Override
    public Capability dup() {
        return this;
    }

    @Override
    public void release() {
        // Entrypoints are reached by name: nothing is held.
    }

    @Override
    public boolean isBoundToInvocation() {
        return false;
    }
}
