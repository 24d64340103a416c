package dev.dynamicworkers.playground.core.isolate;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Host operations that guest code of an isolate waits for, each on behalf of the invocation that began it. Runs on the
/// event loop's thread.
final class HostOperations {
    private final Isolate isolate;
    private final long most;
    private final Map<Integer, TurnOwner> owners = new HashMap<>();

    /// @param most that may be under way
    HostOperations(Isolate isolate, long most) {
        this.isolate = isolate;
        this.most = most;
    }

    /// One begins for the current invocation, unless it has begun already.
    ///
    /// @throws GuestThrow when it is one too many
    void begin(int op) {
        TurnOwner owner = isolate.current();
        if (owner == null) {
            throw new IllegalStateException("a host operation without an invocation");
        }
        if (owners.size() >= most && !owners.containsKey(op)) {
            throw GuestThrow.error("Too many operations under way: this worker waits for " + owners.size()
                    + " already (limit: operations). Wait for some of them first.");
        }
        if (owners.putIfAbsent(op, owner) == null) {
            owner.pendingChanged(1);
        }
    }

    /// One will not end by itself.
    void abandon(int op) {
        TurnOwner owner = owners.remove(op);
        if (owner != null) {
            owner.pendingChanged(-1);
        }
    }

    /// One has ended: its invocation gets a turn through an entry of the kernel.
    void settle(int op, String entry, @Nullable Object... args) {
        TurnOwner owner = owners.get(op);
        if (owner == null || owner.parks(() -> settle(op, entry, args))) {
            return;
        }
        owners.remove(op);
        owner.pendingChanged(-1);
        @Nullable Object[] converted = new @Nullable Object[args.length];
        for (int i = 0; i < args.length; i++) {
            converted[i] = isolate.toGuest(args[i]);
        }
        isolate.run(owner, entry, converted);
    }

    /// Forgets those of an invocation that is over.
    void drop(TurnOwner owner) {
        owners.values().removeIf(each -> each == owner);
    }

    /// Gives those of an invocation that is over to another one.
    void move(TurnOwner from, TurnOwner to) {
        owners.replaceAll((op, owner) -> {
            if (owner != from) {
                return owner;
            }
            to.pendingChanged(1);
            return to;
        });
    }

    /// The isolate is gone.
    void clear() {
        owners.clear();
    }
}
