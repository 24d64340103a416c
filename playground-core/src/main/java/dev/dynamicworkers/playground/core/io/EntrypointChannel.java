package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An entrypoint of a worker with its props: where service stubs, dynamic entrypoints and the outside send their
/// events.
/// Runs on the event loop's thread.
///
/// @param entrypoint name of the export, `default` for the default one
/// @param props null for none
public record EntrypointChannel(
        WorkerChannel worker, String entrypoint, @Nullable Payload props, ResourceLimits limits)
        implements NamedService {
    @Override
    public void call(RpcCall call) {
        atWorker(call::isAnswered, call::fail, instance -> {
            if (isRefused(instance, call.caller(), call::fail)) {
                return;
            }
            InvocationContext callee =
                    instance.newInvocation(EventDescription.rpc(call.method(), entrypoint), call.caller(), limits);
            callee.served().serves(call);
            call.enter(callee, "rpc/session.$call", arguments(callee, 5));
        });
    }

    @Override
    public void fetch(FetchMessage message, FetchCall call) {
        atWorker(call::isUnwanted, call::fail, instance -> {
            if (isRefused(instance, call.sender(), call::fail)) {
                return;
            }
            InvocationContext callee =
                    instance.newInvocation(EventDescription.fetch(message, entrypoint), call.sender(), limits);
            Body body = callee.served().serves(call, message);
            call.deliveredTo(callee);
            @Nullable Object[] all = arguments(callee, 12);
            all[5] = message.method();
            all[6] = message.url();
            all[7] = message.headers();
            all[8] = message.body().kind();
            all[9] = callee.holdings().importBody(body);
            all[10] = "manual";
            all[11] = message.cf();
            callee.run("io/deliver.$fetch", all);
        });
    }

    @Override
    public void deliver(HandlerEvent event, EventCall call) {
        atWorker(call::isUnwanted, call::fail, instance -> {
            if (isRefused(instance, call.sender(), call::fail)) {
                return;
            }
            InvocationContext callee =
                    instance.newInvocation(EventDescription.of(event, entrypoint), call.sender(), limits);
            call.deliveredTo(callee);
            @Nullable Object[] all = arguments(callee, 10);
            all[5] = event.kind();
            Payload.put(event.argument(), callee, all, 6);
            callee.run("io/handlers.$event", all);
        });
    }

    /// Does something in a turn of its own once the worker runs, if anybody still wants it then.
    private void atWorker(BooleanSupplier isUnwanted, Consumer<Failure> fail, Consumer<WorkerInstance> then) {
        worker.whenReady(
                instance -> instance.isolate().loop().post(() -> {
                    if (isUnwanted.getAsBoolean()) {
                        return;
                    }
                    if (instance.isGone()) {
                        fail.accept(instance.goneFailure());
                        return;
                    }
                    then.accept(instance);
                }),
                fail);
    }

    private static boolean isRefused(
            WorkerInstance instance, @Nullable InvocationContext sender, Consumer<Failure> fail) {
        Failure refused = sender == null ? null : sender.refusedCallee(instance);
        if (refused != null) {
            fail.accept(refused);
        }
        return refused != null;
    }

    /// What every event begins with: the entrypoint, and its props in four places.
    private @Nullable Object[] arguments(InvocationContext callee, int count) {
        @Nullable Object[] arguments = new @Nullable Object[count];
        arguments[0] = entrypoint;
        Payload.put(propsFor(), callee, arguments, 1);
        return arguments;
    }

    private @Nullable Payload propsFor() {
        return props == null ? null : props.dup();
    }

    @Override
    public EntrypointChannel entrypointChannel() {
        return this;
    }
}
