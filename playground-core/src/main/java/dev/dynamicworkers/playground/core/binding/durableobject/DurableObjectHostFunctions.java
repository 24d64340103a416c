package dev.dynamicworkers.playground.core.binding.durableobject;

import dev.dynamicworkers.playground.core.io.EntrypointChannel;
import dev.dynamicworkers.playground.core.io.ErrorCauses;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.IoHostFunctions;
import dev.dynamicworkers.playground.core.io.SocketEnd;
import dev.dynamicworkers.playground.core.io.WorkerChannel;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import dev.dynamicworkers.playground.core.rpc.Payloads;
import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Host functions of Durable Objects: ids, stubs, classes, and the life of an object.
public final class DurableObjectHostFunctions {
    private final Function<WorkerInstance, @Nullable DurableObjectHost> objectsOf;

    private DurableObjectHostFunctions(Function<WorkerInstance, @Nullable DurableObjectHost> objectsOf) {
        this.objectsOf = objectsOf;
    }

    /// @param objectsOf the namespaces of a worker's own classes, null for one whose classes have none
    /// @param gate where calls of storage come by
    public static void register(
            HostFunctions table, Function<WorkerInstance, @Nullable DurableObjectHost> objectsOf, StorageGate gate) {
        DurableObjectHostFunctions self = new DurableObjectHostFunctions(objectsOf);
        table.add("durableObject.idFromName", call -> ids(call).ofName(call.string(1)));
        table.add("durableObject.idFromString", call -> ids(call).parse(call.string(1)));
        table.add("durableObject.uniqueId", call -> ids(call).unique());
        table.add("durableObject.stub", DurableObjectHostFunctions::stub);
        table.add("durableObject.ownNamespace", self::ownNamespace);
        table.add("durableObject.ownClass", DurableObjectHostFunctions::ownClass);
        table.add("durableObject.dynamicClass", DurableObjectHostFunctions::dynamicClass);
        table.add("durableObject.refuse", DurableObjectHostFunctions::refuse);
        table.add("durableObject.break", DurableObjectHostFunctions::breakObject);
        table.add("durableObject.enter", DurableObjectHostFunctions::enter);
        table.add("durableObject.leave", DurableObjectHostFunctions::leave);
        table.add("durableObject.acceptSocket", call -> {
            actor(call).sockets().accept(call.integer(1), call.handle(1, SocketEnd.class));
            return null;
        });
        table.add("durableObject.dropSocket", call -> {
            actor(call).sockets().drop(call.integer(1));
            return null;
        });
        table.add("durableObject.answerSockets", call -> {
            actor(call).sockets().answer(call.stringOrNull(1), call.stringOrNull(2));
            return null;
        });
        table.add("durableObject.limitSocketEvents", call -> {
            actor(call).sockets().limitEvents(Math.round(call.number(1)));
            return null;
        });
        table.add("durableObject.socketAnsweredAt", call -> {
            Long millis = actor(call).sockets().answeredAt(call.integer(1));
            return millis == null ? null : (double) millis;
        });
        FacetHostFunctions.register(table);
        StorageHostFunctions.register(table, gate);
    }

    /// The object that a handle names.
    static Actor actor(HostCall call) {
        return call.handle(0, Actor.class);
    }

    /// The error in four arguments from `at` on, as guest code of the same worker gets it; a fifth has its causes.
    static Failure failure(HostCall call, int at) {
        return Failure.of(
                        call.string(at),
                        call.string(at + 1),
                        call.string(at + 2),
                        call.stringOrNull(at + 3),
                        WorkerInstance.of(call.isolate()).positions())
                .causedBy(ErrorCauses.read(call, at + 4))
                .local();
    }

    private static ObjectIds ids(HostCall call) {
        return call.handle(0, BoundNamespace.class).namespace().ids();
    }

    private static Object stub(HostCall call) {
        BoundNamespace bound = call.handle(0, BoundNamespace.class);
        ObjectNamespace namespace = bound.namespace();
        String id = namespace.ids().parse(call.string(1));
        String name = call.stringOrNull(2);
        return IoHostFunctions.current(call)
                .importObject(bound.leave().apply(new ActorChannel(() -> namespace.actor(id, name))));
    }

    /// 0 when the class has no namespace.
    private Object ownNamespace(HostCall call) {
        DurableObjectHost objects = objectsOf.apply(WorkerInstance.of(call.isolate()));
        if (objects == null) {
            return 0;
        }
        ObjectNamespace namespace = objects.namespace(call.string(0));
        return namespace == null ? 0 : call.isolate().handles().put(new BoundNamespace(namespace, service -> service));
    }

    private static Object ownClass(HostCall call) {
        EntrypointChannel self = WorkerInstance.of(call.isolate()).self();
        if (self == null) {
            throw GuestThrow.error("This worker has no classes of its own yet.");
        }
        return call.isolate()
                .handles()
                .put(new ActorClass(self.worker(), call.string(0), Payloads.read(call, 1), ResourceLimits.NONE));
    }

    private static Object dynamicClass(HostCall call) {
        WorkerChannel worker = call.handle(0, WorkerChannel.class);
        ResourceLimits limits = new ResourceLimits(call.longValue(6), call.longValue(7));
        return call.isolate().handles().put(new ActorClass(worker, call.string(1), Payloads.read(call, 2), limits));
    }

    private static @Nullable Object refuse(HostCall call) {
        actor(call).breakWith(Failure.of("Error", call.string(1), Failure.Remoteness.LOCAL));
        return null;
    }

    /// Ends the life of an object; when `endTurn` is set, nothing more of this turn runs.
    private static @Nullable Object breakObject(HostCall call) {
        actor(call).breakWith(failure(call, 2));
        if (call.bool(1)) {
            call.isolate().endTurn();
        }
        return null;
    }

    private static Object enter(HostCall call) {
        return actor(call).gate().enter(IoHostFunctions.current(call));
    }

    private static @Nullable Object leave(HostCall call) {
        Actor actor = call.isolate().handles().find(call.integer(0), Actor.class);
        if (actor != null) {
            actor.gate().leave(call.integer(1), actor.loop());
        }
        return null;
    }
}
