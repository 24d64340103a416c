package dev.dynamicworkers.playground.core.binding.durableobject;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.EventDescription;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.Payload;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.storage.ObjectStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One life of an object, from the first event to its abort: events wait in line until its worker runs and its gate is
/// open. Stubs hold on to it, so that those of a broken one stay broken. Runs on the event loop's thread.
final class Actor {
    private final ActorSite site;
    private final Deque<ActorEvent> waiting = new ArrayDeque<>();
    private final Set<InvocationContext> live = new LinkedHashSet<>();
    private final ActorGate gate = new ActorGate(this::pump);
    private final ActorFacets facets;
    private final TurnWrites writes;
    private final ActorSockets sockets = new ActorSockets(this);
    private ActorIdentity identity;
    private @Nullable ActorClass type;
    private @Nullable InvocationContext residence;
    private @Nullable Failure broken;
    private int handle;
    private boolean starting;
    private boolean isStillborn;

    Actor(ActorSite site) {
        this.site = site;
        identity = site.identity();
        facets = new ActorFacets(site);
        writes = new TurnWrites(site.loop(), site.store());
    }

    ActorSite site() {
        return site;
    }

    ActorIdentity identity() {
        return identity;
    }

    ActorGate gate() {
        return gate;
    }

    ActorFacets facets() {
        return facets;
    }

    TurnWrites writes() {
        return writes;
    }

    ActorSockets sockets() {
        return sockets;
    }

    ObjectStore store() {
        return site.store();
    }

    boolean isBroken() {
        return broken != null;
    }

    /// Whether it never came to its class.
    boolean isStillborn() {
        return isStillborn;
    }

    /// It does not come to its class: that stays so until it is ended.
    void failStart(Failure failure) {
        isStillborn = true;
        breakWith(failure);
    }

    EventLoop loop() {
        return site.loop();
    }

    // ---- events ----

    /// Puts an event in line.
    void deliver(ActorEvent event) {
        Failure failure = broken;
        if (failure != null) {
            event.fail(failure);
            return;
        }
        waiting.add(event);
        if (residence != null) {
            loop().post(this::pump);
        } else if (!starting) {
            starting = true;
            site.startup().start(this, event.cause());
        }
    }

    private void pump() {
        InvocationContext home = residence;
        while (home != null && broken == null && gate.isOpen() && !waiting.isEmpty()) {
            ActorEvent event = waiting.remove();
            if (!event.isObsolete()) {
                begin(event, home);
            }
        }
    }

    private void begin(ActorEvent event, InvocationContext home) {
        ActorClass known = type;
        if (known == null) {
            throw new IllegalStateException("an object without a class");
        }
        InvocationContext cause = event.cause();
        InvocationContext callee = home.worker()
                .newInvocation(
                        event.describe(known.name()).in(identity.text()),
                        cause != null && cause.isEnded() ? null : cause,
                        known.limits());
        callee.livesIn(home, gate);
        live.add(callee);
        callee.onEnd(() -> live.remove(callee));
        event.run(callee, handle);
    }

    // ---- its life ----

    /// Its class is known: it starts once the class's worker runs.
    ///
    /// @param id in place of the id of its place, or null
    void startAs(ActorClass known, @Nullable ActorIdentity id) {
        type = known;
        if (id != null) {
            identity = id;
        }
        known.worker().whenReady(instance -> loop().post(() -> settleIn(instance, known)), this::breakWith);
    }

    private void settleIn(WorkerInstance instance, ActorClass known) {
        if (broken != null) {
            return;
        }
        if (instance.isolate().condemnation() != null) {
            breakWith(Failure.of("Error", "The isolate of this Durable Object has ended.", Failure.Remoteness.LOCAL));
            return;
        }
        InvocationContext home = instance.newResidence(
                EventDescription.other("durableObject", identity.text(), known.name())
                        .in(identity.text()),
                gate);
        handle = instance.isolate().handles().put(this);
        home.onEnd(() -> breakWith(
                Failure.of("Error", "The isolate of this Durable Object has ended.", Failure.Remoteness.LOCAL)));
        residence = home;
        @Nullable Object[] arguments = new @Nullable Object[9];
        arguments[0] = handle;
        arguments[1] = known.name();
        arguments[2] = identity.text();
        arguments[3] = identity.name();
        arguments[4] = identity.kind() == ActorIdentity.Kind.STRING;
        Payload props = known.props();
        Payload.put(props == null ? null : props.dup(), home, arguments, 5);
        home.run("binding/durable-object-events.$settle", arguments);
        pump();
    }

    /// Ends this life: whoever waits for it or comes later is told why, and the next stub begins a new one.
    void breakWith(Failure failure) {
        if (broken != null) {
            return;
        }
        broken = failure;
        writes.undo();
        site.gone(this);
        List<ActorEvent> unanswered = List.copyOf(waiting);
        waiting.clear();
        unanswered.forEach(event -> event.fail(failure));
        facets.abortAll(failure);
        List.copyOf(live).forEach(invocation -> invocation.abort(failure));
        InvocationContext home = residence;
        if (home != null) {
            home.abort(failure);
            home.worker().isolate().handles().remove(handle);
            loop().post(() -> home.worker().isolate().run(null, "binding/durable-object-events.forget", handle));
        }
    }
}
