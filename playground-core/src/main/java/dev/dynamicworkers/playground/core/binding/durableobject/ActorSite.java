package dev.dynamicworkers.playground.core.binding.durableobject;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.storage.ObjectStore;
import org.jspecify.annotations.Nullable;

/// What an object finds when it starts, and what stays when it ends.
///
/// @param namespace null for a facet
/// @param sql whether `ctx.storage.sql` may be used
/// @param gone hears of the end of one life
record ActorSite(
        EventLoop loop,
        ActorIdentity identity,
        @Nullable ObjectNamespace namespace,
        ObjectStore store,
        boolean sql,
        AlarmClock alarms,
        Startup startup,
        Ending ending) {
    /// How an object comes to its class.
    @FunctionalInterface
    interface Startup {
        /// Calls [Actor#startAs] or [Actor#breakWith], now or later.
        ///
        /// @param cause the invocation whose event starts it, or null
        void start(Actor actor, @Nullable InvocationContext cause);
    }

    /// Hears that an object is broken.
    @FunctionalInterface
    interface Ending {
        void gone(Actor actor);
    }

    void gone(Actor actor) {
        ending.gone(actor);
    }

    boolean isFacet() {
        return namespace == null;
    }
}
