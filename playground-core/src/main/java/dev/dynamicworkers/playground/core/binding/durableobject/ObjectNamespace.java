package dev.dynamicworkers.playground.core.binding.durableobject;

import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.WorkerChannel;
import dev.dynamicworkers.playground.core.storage.ObjectStore;
import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All objects of one class of the project's worker. Data outlives the objects, in the project's state or in memory.
public final class ObjectNamespace {
    private final String key;
    private final String className;
    private final boolean sql;
    private final Supplier<WorkerChannel> worker;
    private final @Nullable Path folder;
    private final DurableObjectHost host;
    private final ObjectIds ids;
    private final Map<String, Actor> actors = new HashMap<>();
    private final Map<String, ObjectStore> stores = new HashMap<>();

    ObjectNamespace(Declaration declaration, Supplier<WorkerChannel> worker, DurableObjectHost host) {
        key = declaration.key();
        className = declaration.className();
        sql = declaration.sql();
        folder = declaration.folder();
        this.worker = worker;
        this.host = host;
        ids = new ObjectIds(key);
    }

    /// @param key unique in the project's state, and what ids are made of
    /// @param sql whether the SQL API may be used
    /// @param folder null to keep data in memory
    record Declaration(
            String key,
            String className,
            boolean sql,
            @Nullable Path folder) {}

    String key() {
        return key;
    }

    String className() {
        return className;
    }

    ObjectIds ids() {
        return ids;
    }

    /// The object of an id, in its present life or a new one.
    Actor actor(String id, @Nullable String name) {
        return actors.computeIfAbsent(
                id,
                hex -> new Actor(new ActorSite(
                        host.loop(),
                        new ActorIdentity(hex, name, ActorIdentity.Kind.OBJECT),
                        this,
                        stores.computeIfAbsent(
                                hex,
                                each -> new ObjectStore(
                                        folder == null ? null : folder.resolve(each),
                                        host.quota(),
                                        host.openDatabases())),
                        sql,
                        host.alarms(),
                        (actor, cause) ->
                                actor.startAs(new ActorClass(worker.get(), className, null, ResourceLimits.NONE), null),
                        ended -> actors.remove(hex, ended))));
    }

    /// Ends all objects; data stays.
    void abortAll(Failure failure) {
        List.copyOf(actors.values()).forEach(actor -> actor.breakWith(failure));
    }

    void close() {
        stores.values().forEach(ObjectStore::close);
    }
}
