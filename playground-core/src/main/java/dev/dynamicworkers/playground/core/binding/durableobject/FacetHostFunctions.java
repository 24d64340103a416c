package dev.dynamicworkers.playground.core.binding.durableobject;

import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.IoHostFunctions;
import dev.dynamicworkers.playground.core.io.PositionMapper;
import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import org.jspecify.annotations.Nullable;

/// Host functions of `ctx.facets`.
final class FacetHostFunctions {
    private FacetHostFunctions() {}

    static void register(HostFunctions table) {
        table.add("facet.get", FacetHostFunctions::get);
        table.add("facet.provide", FacetHostFunctions::provide);
        table.add("facet.fail", FacetHostFunctions::fail);
        table.add("facet.abort", FacetHostFunctions::abort);
        table.add("facet.delete", FacetHostFunctions::delete);
        table.add("facet.clone", FacetHostFunctions::copy);
    }

    /// A handle for a stub of the facet: negative when it was there already, so that its callback is not needed.
    private static Object get(HostCall call) {
        Actor host = DurableObjectHostFunctions.actor(call);
        String name = call.string(1);
        int callback = call.integer(2);
        Actor running = host.facets().find(name);
        Actor facet = running != null
                ? running
                : host.facets().make(name, (starting, cause) -> askForClass(callback, starting, cause));
        int handle = IoHostFunctions.current(call).importObject(new ActorChannel(() -> facet));
        return running == null ? handle : -handle;
    }

    private static void askForClass(int callback, Actor facet, @Nullable InvocationContext cause) {
        if (cause == null) {
            throw new IllegalStateException("a facet that nobody called");
        }
        facet.loop().post(() -> {
            InvocationContext asked = cause.living();
            int handle = asked.worker().isolate().handles().put(facet);
            asked.run("binding/durable-object-facets.start", callback, handle);
        });
    }

    /// The callback has told the class.
    private static @Nullable Object provide(HostCall call) {
        Actor facet = DurableObjectHostFunctions.actor(call);
        ActorClass type = call.handle(1, ActorClass.class);
        String id = call.stringOrNull(2);
        ActorIdentity identity = id == null
                ? null
                : new ActorIdentity(
                        id, call.stringOrNull(3), call.bool(4) ? ActorIdentity.Kind.STRING : ActorIdentity.Kind.OBJECT);
        call.isolate().handles().remove(call.integer(0));
        facet.startAs(type, identity);
        return null;
    }

    private static @Nullable Object fail(HostCall call) {
        Actor facet = DurableObjectHostFunctions.actor(call);
        call.isolate().handles().remove(call.integer(0));
        facet.failStart(
                Failure.of(call.string(1), "Error", "The facet's callback failed.", null, PositionMapper.IDENTITY)
                        .local());
        return null;
    }

    private static @Nullable Object abort(HostCall call) {
        DurableObjectHostFunctions.actor(call)
                .facets()
                .abort(call.string(1), DurableObjectHostFunctions.failure(call, 2));
        return null;
    }

    private static @Nullable Object delete(HostCall call) {
        DurableObjectHostFunctions.actor(call).facets().delete(call.string(1));
        return null;
    }

    private static @Nullable Object copy(HostCall call) {
        DurableObjectHostFunctions.actor(call).facets().copy(call.string(1), call.string(2));
        return null;
    }
}
