package dev.dynamicworkers.playground.core.isolate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Host objects that the runtime sources of one isolate name by number. Runs on the isolate thread.
public final class HandleTable {
    /// So many objects an isolate may hold: streams, stubs, sockets, keys, requests under way.
    private static final int MOST = 250_000;

    private final Map<Integer, Object> objects = new HashMap<>();
    private int last;

    /// Gives an object a number, which is never given again.
    ///
    /// @throws GuestThrow when there are too many
    public int put(Object object) {
        if (objects.size() >= MOST) {
            throw GuestThrow.error("Too many objects of the host: this worker holds " + MOST
                    + " streams, stubs, sockets and keys. Dispose of some of them first.");
        }
        objects.put(++last, object);
        return last;
    }

    /// The object of a number.
    ///
    /// @throws GuestThrow when there is none of that type
    public <T> T get(int handle, Class<T> type) {
        Object object = objects.get(handle);
        if (!type.isInstance(object)) {
            throw GuestThrow.error("The object is no longer available (" + type.getSimpleName() + " " + handle + ").");
        }
        return type.cast(object);
    }

    /// The object of a number, or null when there is none of that type.
    public <T> @Nullable T find(int handle, Class<T> type) {
        Object object = objects.get(handle);
        return type.isInstance(object) ? type.cast(object) : null;
    }

    /// Whether a number has an object.
    public boolean has(int handle) {
        return objects.containsKey(handle);
    }

    /// Takes an object out.
    public @Nullable Object remove(int handle) {
        return objects.remove(handle);
    }

    /// How many objects there are.
    public int size() {
        return objects.size();
    }

    /// How many objects of a type there are.
    public long count(Class<?> type) {
        return objects.values().stream().filter(type::isInstance).count();
    }

    /// All objects, for letting go of them at the end of the isolate.
    public Iterable<Object> all() {
        return List.copyOf(objects.values());
    }
}
