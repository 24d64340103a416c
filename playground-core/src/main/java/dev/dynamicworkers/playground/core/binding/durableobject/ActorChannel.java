package dev.dynamicworkers.playground.core.binding.durableobject;

import dev.dynamicworkers.playground.core.io.Capability;
import dev.dynamicworkers.playground.core.io.EventCall;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.FetchCall;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import dev.dynamicworkers.playground.core.io.HandlerEvent;
import dev.dynamicworkers.playground.core.io.RpcCall;
import dev.dynamicworkers.playground.core.io.ServiceChannel;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a stub of a Durable Object refers to: from its first use on, one life of the object.
final class ActorChannel implements ServiceChannel {
    private final Supplier<Actor> find;
    private @Nullable Actor actor;

    ActorChannel(Supplier<Actor> find) {
        this.find = find;
    }

    private Actor actor() {
        Actor found = actor;
        if (found == null) {
            found = find.get();
            actor = found;
        }
        return found;
    }

    @Override
    public void call(RpcCall call) {
        actor().deliver(new ActorEvent.Call(call));
    }

    @Override
    public void fetch(FetchMessage message, FetchCall call) {
        actor().deliver(new ActorEvent.Fetch(message, call));
    }

    @Override
    public void deliver(HandlerEvent event, EventCall call) {
        call.fail(Failure.of(
                "TypeError",
                "Durable Objects have no " + event.kind() + "() handler that a stub could call.",
                Failure.Remoteness.LOCAL));
    }

    @Override
    public Capability dup() {
        return this;
    }

    @Override
    public void release() {
        // The object lives on without stubs.
    }

    @Override
    public boolean isBoundToInvocation() {
        return true;
    }
}
