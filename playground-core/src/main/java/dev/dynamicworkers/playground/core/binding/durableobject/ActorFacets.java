package dev.dynamicworkers.playground.core.binding.durableobject;

import dev.dynamicworkers.playground.core.io.Failure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The facets of one object that run, by name.
final class ActorFacets {
    private final ActorSite host;
    private final Map<String, Actor> running = new HashMap<>();

    ActorFacets(ActorSite host) {
        this.host = host;
    }

    /// The facet of a name, or null when it does not run.
    @Nullable
    Actor find(String name) {
        return running.get(name);
    }

    /// A new facet, which starts by `startup` when it is first used.
    Actor make(String name, ActorSite.Startup startup) {
        Actor facet = new Actor(new ActorSite(
                host.loop(),
                host.identity(),
                null,
                host.store().facet(name),
                /* sql= */ true,
                host.alarms(),
                startup,
                ended -> {
                    if (!ended.isStillborn()) {
                        running.remove(name, ended);
                    }
                }));
        running.put(name, facet);
        return facet;
    }

    /// Ends a facet; its data stays.
    void abort(String name, Failure failure) {
        Actor facet = running.remove(name);
        if (facet != null) {
            facet.breakWith(failure);
        }
    }

    void abortAll(Failure failure) {
        List.copyOf(running.values()).forEach(facet -> facet.breakWith(failure));
    }

    /// Ends a facet and removes its data.
    void delete(String name) {
        abort(name, Failure.of("Error", "Facet was deleted.", Failure.Remoteness.LOCAL));
        host.store().deleteFacet(name);
    }

    /// Gives a facet the data of another; both end first.
    void copy(String source, String target) {
        Failure failure = Failure.of("Error", "Facet was cloned.", Failure.Remoteness.LOCAL);
        abort(source, failure);
        abort(target, failure);
        host.store().cloneFacet(source, target);
    }
}
