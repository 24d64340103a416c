package dev.dynamicworkers.playground.core.binding.durableobject;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.EventCall;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.WorkerChannel;
import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.storage.AlarmStore;
import dev.dynamicworkers.playground.core.storage.OpenDatabases;
import dev.dynamicworkers.playground.core.storage.StateQuota;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
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
    private final @Nullable StateQuota quota;
    private final OpenDatabases openDatabases = new OpenDatabases();
    private final Map<String, ObjectNamespace> byClass = new LinkedHashMap<>();
    private @Nullable AlarmClock alarms;

    /// What a project declares.
    ///
    /// @param worker name of the worker
    /// @param classes that have namespaces
    /// @param sqlClasses those of them whose objects may use SQL
    public record Declarations(String worker, Set<String> classes, Set<String> sqlClasses) {}

    /// @param folder where objects keep their data, null to keep it in memory
    /// @param quota what they may take there together, null for no limit
    /// @param worker the worker that has the classes, asked for whenever an object starts
    public DurableObjectHost(
            EventLoop loop,
            @Nullable Path folder,
            @Nullable StateQuota quota,
            Declarations declarations,
            Supplier<WorkerChannel> worker) {
        this.loop = loop;
        this.folder = folder;
        this.quota = quota;
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

    @Nullable
    StateQuota quota() {
        return quota;
    }

    OpenDatabases openDatabases() {
        return openDatabases;
    }

    AlarmClock alarms() {
        AlarmClock clock = alarms;
        if (clock == null) {
            clock = new AlarmClock(loop, new AlarmStore(folder == null ? null : folder.resolve(ALARMS)), this::ring);
            alarms = clock;
        }
        return clock;
    }

    /// Rings the alarm of an object now: of the one with a name or id, or of the one whose alarm is due next.
    ///
    /// @param object a name, or 64 hex digits; null for the one that is due next
    public void ringNow(String className, @Nullable String object, EventCall call) {
        ObjectNamespace namespace = byClass.get(className);
        if (namespace == null) {
            refuse(call, "No Durable Object namespace has the class '" + className + "'.");
            return;
        }
        AlarmClock.Owner owner;
        if (object == null) {
            AlarmStore.Alarm next = alarms().next(namespace.key());
            if (next == null) {
                refuse(call, "No object of the class '" + className + "' has an alarm: name the object to ring.");
                return;
            }
            owner = new AlarmClock.Owner(namespace.key(), next.object(), next.name());
        } else if (object.matches("[0-9a-fA-F]{64}")) {
            try {
                owner = new AlarmClock.Owner(namespace.key(), namespace.ids().parse(object), null);
            } catch (GuestThrow otherNamespace) {
                refuse(call, otherNamespace.text());
                return;
            }
        } else {
            owner = new AlarmClock.Owner(namespace.key(), namespace.ids().ofName(object), object);
        }
        alarms().ringNow(owner, call);
    }

    private static void refuse(EventCall call, String message) {
        call.fail(Failure.of("Error", message, Failure.Remoteness.LOCAL));
    }

    private void ring(AlarmStore.Alarm alarm, Consumer<Boolean> done, @Nullable EventCall watcher) {
        for (ObjectNamespace namespace : byClass.values()) {
            if (namespace.key().equals(alarm.namespace())) {
                namespace
                        .actor(alarm.object(), alarm.name())
                        .deliver(new ActorEvent.Alarm(alarm.millis(), alarm.retries(), new RungAlarm(done, watcher)));
            }
        }
    }

    /// Waits for the end of an alarm's handler.
    ///
    /// @param watcher hears of its invocation too, or null
    private record RungAlarm(
            Consumer<Boolean> done, @Nullable EventCall watcher) implements EventCall {
        @Override
        public @Nullable InvocationContext sender() {
            return null;
        }

        @Override
        public void deliveredTo(InvocationContext callee) {
            callee.onEnd(() -> done.accept(callee.outcome() == EventOutcome.OK));
            if (watcher != null) {
                watcher.deliveredTo(callee);
            }
        }

        @Override
        public void fail(Failure failure) {
            done.accept(false);
            if (watcher != null) {
                watcher.fail(failure);
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
