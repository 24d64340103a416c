package dev.dynamicworkers.playground.core.binding.durableobject;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.EventCall;
import dev.dynamicworkers.playground.core.storage.AlarmStore;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Rings the alarms of objects when they are due, and again, ever later, while their handlers fail.
final class AlarmClock implements AutoCloseable {
    private static final int MOST_RETRIES = 6;
    private static final long FIRST_DELAY_MILLIS = 2000;

    private final EventLoop loop;
    private final AlarmStore store;
    private final Target target;
    private final Map<Owner, EventLoop.Timer> timers = new HashMap<>();

    /// Gets the alarms that are due.
    @FunctionalInterface
    interface Target {
        /// @param done hears whether the handler ended well
        /// @param watcher hears of the invocation that handles it, or null
        void ring(AlarmStore.Alarm alarm, Consumer<Boolean> done, @Nullable EventCall watcher);
    }

    /// Whose alarm it is.
    ///
    /// @param name that the object's id was made of, or null
    record Owner(String namespace, String object, @Nullable String name) {}

    AlarmClock(EventLoop loop, AlarmStore store, Target target) {
        this.loop = loop;
        this.store = store;
        this.target = target;
    }

    /// Arms what the store has from before.
    void resume() {
        store.all().forEach(this::arm);
    }

    void set(Owner owner, long millis) {
        AlarmStore.Alarm alarm = new AlarmStore.Alarm(owner.namespace, owner.object, owner.name, millis, 0);
        store.put(alarm);
        arm(alarm);
    }

    /// When the alarm of an object is due, or null when it has none.
    @Nullable
    Long get(Owner owner) {
        AlarmStore.Alarm alarm = store.get(owner.namespace, owner.object);
        return alarm == null ? null : alarm.millis();
    }

    void delete(Owner owner) {
        store.delete(owner.namespace, owner.object);
        EventLoop.Timer timer = timers.remove(owner);
        if (timer != null) {
            timer.cancel();
        }
    }

    private void arm(AlarmStore.Alarm alarm) {
        Owner owner = new Owner(alarm.namespace(), alarm.object(), alarm.name());
        long delay = Math.max(0, alarm.millis() - loop.currentTimeMillis());
        EventLoop.Timer before = timers.put(owner, loop.schedule(delay * 1_000_000, () -> ring(owner, alarm, null)));
        if (before != null) {
            before.cancel();
        }
    }

    /// Rings the alarm of an object now, whether or not it has one.
    void ringNow(Owner owner, EventCall watcher) {
        AlarmStore.Alarm set = store.get(owner.namespace, owner.object);
        ring(
                owner,
                set == null
                        ? new AlarmStore.Alarm(owner.namespace, owner.object, owner.name, loop.currentTimeMillis(), 0)
                        : set,
                watcher);
    }

    /// The alarm of a namespace that is due next, or null.
    AlarmStore.@Nullable Alarm next(String namespace) {
        return store.all().stream()
                .filter(alarm -> alarm.namespace().equals(namespace))
                .findFirst()
                .orElse(null);
    }

    private void ring(Owner owner, AlarmStore.Alarm alarm, @Nullable EventCall watcher) {
        EventLoop.Timer timer = timers.remove(owner);
        if (timer != null) {
            timer.cancel();
        }
        // While the handler runs the object has no alarm, unless the handler sets one.
        store.delete(alarm.namespace(), alarm.object());
        target.ring(
                alarm,
                succeeded -> {
                    if (!succeeded && alarm.retries() < MOST_RETRIES && get(owner) == null) {
                        AlarmStore.Alarm again = new AlarmStore.Alarm(
                                alarm.namespace(),
                                alarm.object(),
                                alarm.name(),
                                loop.currentTimeMillis() + (FIRST_DELAY_MILLIS << alarm.retries()),
                                alarm.retries() + 1);
                        store.put(again);
                        arm(again);
                    }
                },
                watcher);
    }

    @Override
    public void close() {
        timers.values().forEach(EventLoop.Timer::cancel);
        timers.clear();
        store.close();
    }
}
