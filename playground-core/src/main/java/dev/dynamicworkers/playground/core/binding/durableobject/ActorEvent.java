package dev.dynamicworkers.playground.core.binding.durableobject;

import dev.dynamicworkers.playground.core.io.Body;
import dev.dynamicworkers.playground.core.io.EventCall;
import dev.dynamicworkers.playground.core.io.EventDescription;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.FetchCall;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.RpcCall;
import org.jspecify.annotations.Nullable;

/// Something that an object is to do.
sealed interface ActorEvent {
    /// What traces tell of it.
    EventDescription describe(String entrypoint);

    /// The invocation that wants it, or null.
    @Nullable
    InvocationContext cause();

    /// Whether nobody waits for it any more.
    boolean isObsolete();

    /// Enters the object's isolate.
    ///
    /// @param actor handle of the object there
    void run(InvocationContext callee, int actor);

    /// It will not be done.
    void fail(Failure failure);

    /// A call over RPC.
    record Call(RpcCall call) implements ActorEvent {
        @Override
        public EventDescription describe(String entrypoint) {
            return EventDescription.rpc(call.method(), entrypoint);
        }

        @Override
        public InvocationContext cause() {
            return call.caller();
        }

        @Override
        public boolean isObsolete() {
            return call.isAnswered();
        }

        @Override
        public void run(InvocationContext callee, int actor) {
            callee.served().serves(call);
            call.enter(callee, "binding/durable-object-events.$call", actor);
        }

        @Override
        public void fail(Failure failure) {
            call.fail(failure);
        }
    }

    /// A request.
    record Fetch(FetchMessage message, FetchCall call) implements ActorEvent {
        @Override
        public EventDescription describe(String entrypoint) {
            return EventDescription.fetch(message, entrypoint);
        }

        @Override
        public @Nullable InvocationContext cause() {
            return call.sender();
        }

        @Override
        public boolean isObsolete() {
            return call.isUnwanted();
        }

        @Override
        public void run(InvocationContext callee, int actor) {
            Body body = callee.served().serves(call, message);
            call.deliveredTo(callee);
            callee.run(
                    "binding/durable-object-events.$fetch",
                    actor,
                    message.method(),
                    message.url(),
                    message.headers(),
                    message.body().kind(),
                    callee.holdings().importBody(body),
                    "manual",
                    message.cf());
        }

        @Override
        public void fail(Failure failure) {
            call.fail(failure);
        }
    }

    /// An alarm that is due.
    record Alarm(long millis, int retries, EventCall call) implements ActorEvent {
        @Override
        public EventDescription describe(String entrypoint) {
            return EventDescription.other("alarm", "alarm", entrypoint).telling("{\"scheduledTime\":" + millis + "}");
        }

        @Override
        public @Nullable InvocationContext cause() {
            return null;
        }

        @Override
        public boolean isObsolete() {
            return false;
        }

        @Override
        public void run(InvocationContext callee, int actor) {
            call.deliveredTo(callee);
            callee.run("binding/durable-object-events.$alarm", actor, (double) millis, retries);
        }

        @Override
        public void fail(Failure failure) {
            call.fail(failure);
        }
    }
}
