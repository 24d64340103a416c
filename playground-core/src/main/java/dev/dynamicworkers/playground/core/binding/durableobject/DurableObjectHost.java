package dev.dynamicworkers.playground.core.binding.durableobject;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.WorkerChannel;
import dev.dynamicworkers.playground.core.storage.AlarmStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The Durable Object namespaces of a running project. Runs on the event loop's thread.
public final class DurableObjectHost implements AutoCloseable {
    private static final String ALARMS = "alarms.sqlite";

    private final EventLoop loop;
    private final @Nullable Path folder;
    private final Map<String, ObjectNamespace> byClass = new LinkedHashMap<>();
    private @Nullable AlarmClock alarms;

    /// What a project declares.
    ///
    /// @param worker name of the worker
    /// @param classes that have namespaces
    /// @param sqlClasses those of them whose objects may use SQL
    public record Declarations(String worker, Set<String> classes, Set<String> sqlClasses) {}

    /// @param folder where objects keep their data, null to keep it in memory
    /// @param worker the worker that has the classes, asked for whenever an object starts
    public DurableObjectHost(
            EventLoop loop, @Nullable Path folder, Declarations declarations, Supplier<WorkerChannel> worker) {
        this.loop = loop;
        this.folder = folder;
        for (String name : declarations.classes()) {
            String key = declarations.worker() + "-" + name;
            byClass.put(
                    name,
                    new ObjectNamespace(
                            new ObjectNamespace.Declaration(
                                    key,
                                    name,
                                    declarations.sqlClasses().contains(name),
                                    folder == null ? null : folder.resolve(key)),
                            worker,
                            this));
        }
    }

    /// Arms the alarms that were set before, if there are any.
    public void resume() {
        if (folder != null && !byClass.isEmpty() && Files.exists(folder.resolve(ALARMS))) {
            alarms().resume();
        }
    }

    EventLoop loop() {
        return loop;
    }

    AlarmClock alarms() {
        AlarmClock clock = alarms;
        if (clock == null) {
            clock = new AlarmClock(loop, new AlarmStore(folder == null ? null : folder.resolve(ALARMS)), this::ring);
            alarms = clock;
        }
        return clock;
    }

    private void ring(AlarmStore.Alarm alarm, Consumer<Boolean> done) {
        for (ObjectNamespace namespace : byClass.values()) {
            if (namespace.key().equals(alarm.namespace())) {
                namespace
                        .actor(alarm.object(), alarm.name())
                        .deliver(new ActorEvent.Alarm(
                                alarm.millis(), alarm.retries(), failure -> done.accept(failure == null)));
            }
        }
    }

    /// The namespace of a class, or null when it has none.
    public @Nullable ObjectNamespace namespace(String className) {
        return byClass.get(className);
    }

    /// Ends all objects; their data stays.
    public void reset() {
        Failure failure = Failure.of("Error", "The playground was reset.", Failure.Remoteness.LOCAL);
        byClass.values().forEach(namespace -> namespace.abortAll(failure));
    }

    @Override
    public void close() {
        reset();
        if (alarms != null) {
            alarms.close();
        }
        byClass.values().forEach(ObjectNamespace::close);
    }
}
