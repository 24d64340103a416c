package dev.dynamicworkers.playground.core.host.overlay;

import dev.dynamicworkers.playground.core.io.CallGrant;
import dev.dynamicworkers.playground.core.io.CallTrace;
import dev.dynamicworkers.playground.core.io.Capability;
import dev.dynamicworkers.playground.core.io.EntrypointChannel;
import dev.dynamicworkers.playground.core.io.EventCall;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.FetchCall;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import dev.dynamicworkers.playground.core.io.HandlerEvent;
import dev.dynamicworkers.playground.core.io.Payload;
import dev.dynamicworkers.playground.core.io.RpcCall;
import dev.dynamicworkers.playground.core.io.ServiceChannel;
import dev.dynamicworkers.playground.core.project.WorkerGrants;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A service or object as a key of a worker's `env` gives it: each use is decided by the overlay of the moment, whoever
/// got the stub meanwhile. Runs on the event loop's thread.
final class GrantedService implements ServiceChannel {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final GrantDesk desk;
    private final WorkerAccess access;
    private final String binding;
    private final ServiceChannel service;
    private final CallGrant leave;

    GrantedService(GrantDesk desk, WorkerAccess access, String binding, ServiceChannel service) {
        this.desk = desk;
        this.access = access;
        this.binding = binding;
        this.service = service;
        leave = new Leave(desk, access, binding, null);
    }

    /// What answers behind it.
    ServiceChannel service() {
        return service;
    }

    /// The key of `env`.
    String binding() {
        return binding;
    }

    @Override
    public void call(RpcCall call) {
        CallTrace trace = call.trace();
        if (trace != null) {
            trace.through(binding);
        }
        call.under(leave);
        if (access.isOpen()) {
            service.call(call);
            return;
        }
        WorkerGrants.Effect effect = call.isCall() ? WorkerGrants.Effect.UNKNOWN : WorkerGrants.Effect.READ;
        GuardedCall guarded =
                new GuardedCall(access, binding, call.dottedPath(), effect, call.caller(), call::shownArguments, trace);
        desk.decide(guarded, new Passage() {
            @Override
            public void allowed() {
                if (!call.isAnswered()) {
                    service.call(call);
                }
            }

            @Override
            public void failed(Failure failure) {
                // After this turn: calls on the result that it makes meanwhile belong to this one.
                desk.later(() -> call.fail(failure));
            }

            @Override
            public void answered(@Nullable String json) {
                Payload result = json == null
                        ? new Payload("{\"$\":\"u\"}", /* special= */ true, List.of(), List.of())
                        : Payload.ofJson(json);
                desk.later(() -> call.answerHere(result));
            }
        });
    }

    @Override
    public void fetch(FetchMessage message, FetchCall call) {
        CallTrace trace = call.trace();
        if (trace != null) {
            trace.through(binding);
        }
        if (access.isOpen()) {
            service.fetch(message, call);
            return;
        }
        WorkerGrants.Effect effect =
                READING.contains(message.method()) ? WorkerGrants.Effect.READ : WorkerGrants.Effect.WRITE;
        GuardedCall guarded = new GuardedCall(
                access, binding, "fetch", effect, call.sender(), () -> message.method() + " " + message.url(), trace);
        desk.decide(guarded, new Passage() {
            @Override
            public void allowed() {
                service.fetch(message, call);
            }

            @Override
            public void failed(Failure failure) {
                call.fail(failure);
            }

            @Override
            public void answered(@Nullable String json) {
                call.respond(FixtureResponse.of(json));
            }
        });
    }

    @Override
    public void deliver(HandlerEvent event, EventCall call) {
        if (access.isOpen()) {
            service.deliver(event, call);
            return;
        }
        GuardedCall guarded = new GuardedCall(
                access, binding, event.kind(), WorkerGrants.Effect.WRITE, call.sender(), () -> "", null);
        desk.decide(guarded, new Passage() {
            @Override
            public void allowed() {
                service.deliver(event, call);
            }

            @Override
            public void failed(Failure failure) {
                call.fail(failure);
            }

            @Override
            public void answered(@Nullable String json) {
                call.fail(Failure.of(
                        "Error",
                        "The overlay's fixture for env." + binding + " can't answer a " + event.kind() + " event.",
                        Failure.Remoteness.LOCAL));
            }
        });
    }

    @Override
    public @Nullable EntrypointChannel entrypointChannel() {
        return desk.revoked(access, binding, "tail") == null ? service.entrypointChannel() : null;
    }

    @Override
    public Capability dup() {
        Capability copy = service.dup();
        return copy == service || !(copy instanceof ServiceChannel other)
                ? this
                : new GrantedService(desk, access, binding, other);
    }

    @Override
    public void release() {
        service.release();
    }

    @Override
    public boolean isBoundToInvocation() {
        return service.isBoundToInvocation();
    }

    /// Leave by a key of `env`.
    ///
    /// @param method whose result is covered, null for calls of the key itself
    record Leave(
            GrantDesk desk,
            WorkerAccess access,
            String binding,
            @Nullable String method) implements CallGrant {
        @Override
        public @Nullable Failure refusal(String called) {
            return desk.revoked(access, binding, method == null ? called : method);
        }

        @Override
        public CallGrant ofResult(String called) {
            return method == null ? new Leave(desk, access, binding, called) : this;
        }

        @Override
        public Capability cover(Capability capability) {
            return capability instanceof ServiceChannel service
                    ? new CoveredService(this, service)
                    : new CoveredObject(this, capability);
        }
    }
}
