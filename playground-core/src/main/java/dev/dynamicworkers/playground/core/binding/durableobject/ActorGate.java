package dev.dynamicworkers.playground.core.binding.durableobject;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.TurnGate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The input gate of an object: while a critical section runs, no event begins, and only the section's own invocation
/// gets turns. Storage works at once, so that nothing else ever closes it; for the same reason writes are done before
/// any answer leaves, and there is no output gate to wait for.
final class ActorGate implements TurnGate {
    private final Map<Integer, InvocationContext> sections = new HashMap<>();
    private final List<Runnable> parked = new ArrayList<>();
    private final Runnable opened;
    private int last;

    /// @param opened runs whenever the gate opens
    ActorGate(Runnable opened) {
        this.opened = opened;
    }

    boolean isOpen() {
        return sections.isEmpty();
    }

    /// A critical section begins.
    int enter(InvocationContext invocation) {
        sections.put(++last, invocation);
        invocation.waitingChanged(1);
        return last;
    }

    /// It is over.
    void leave(int section, EventLoop loop) {
        InvocationContext invocation = sections.remove(section);
        if (invocation == null) {
            return;
        }
        invocation.waitingChanged(-1);
        if (sections.isEmpty()) {
            List.copyOf(parked).forEach(loop::post);
            parked.clear();
            loop.post(opened);
        }
    }

    @Override
    public boolean parks(InvocationContext invocation, Runnable turn) {
        if (sections.isEmpty() || sections.containsValue(invocation)) {
            return false;
        }
        parked.add(turn);
        return true;
    }
}
