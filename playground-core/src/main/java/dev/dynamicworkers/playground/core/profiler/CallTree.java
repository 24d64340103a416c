package dev.dynamicworkers.playground.core.profiler;

import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.SourceSection;
import dev.dynamicworkers.playground.core.debugger.SourceBook;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.isolate.CallSite;
import dev.dynamicworkers.playground.core.profile.CpuProfile;
import dev.dynamicworkers.playground.core.profile.CpuProfile.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who called whom, as samples have it, with the engine's own places. Used by one thread at a time.
final class CallTree {
    private static final String BUILTIN_SOURCE = "<builtin>";

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Entry, Integer> numbers = new HashMap<>();
    private final Map<RootNode, Kind> kinds = new IdentityHashMap<>();

    /// A function that is being run.
    ///
    /// @param parent index of the entry that called it, [CpuProfile#NONE] for none
    /// @param place within the code, null for the runtime's
    record Entry(
            int parent,
            WorkerInstance worker,
            Kind kind,
            @Nullable Node place) {}

    /// Adds what ran in one moment.
    ///
    /// @param places the innermost first
    /// @return index of the innermost entry; [CpuProfile#NONE] where there is no room for it
    int add(WorkerInstance worker, List<Node> places) {
        int at = CpuProfile.NONE;
        RootNode outer = null;
        for (int i = places.size() - 1; i >= 0; i--) {
            Node place = places.get(i);
            RootNode root = Objects.requireNonNull(place.getRootNode());
            Kind kind = kinds.computeIfAbsent(root, CallTree::kind);
            if (kind == Kind.CODE) {
                int parent = outer != null && CallSite.isStartOf(outer, root)
                        ? entries.get(at).parent()
                        : at;
                int next = number(parent, worker, kind, place);
                outer = next == parent ? null : root;
                at = next;
            } else if (at != CpuProfile.NONE && entries.get(at).kind() != Kind.RUNTIME) {
                // What the runtime calls of the language is the runtime's business.
                at = number(at, worker, kind, kind == Kind.BUILTIN ? root : null);
                outer = null;
            }
        }
        return at == CpuProfile.NONE ? number(at, worker, Kind.RUNTIME, null) : at;
    }

    private int number(int parent, WorkerInstance worker, Kind kind, @Nullable Node place) {
        Entry key = new Entry(parent, worker, kind, place);
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        if (entries.size() == CpuProfile.MOST_NODES) {
            return parent;
        }
        entries.add(key);
        numbers.put(key, entries.size() - 1);
        return entries.size() - 1;
    }

    private static Kind kind(RootNode root) {
        SourceSection section = root.getSourceSection();
        if (section == null) {
            return Kind.RUNTIME;
        }
        String name = SourceBook.name(section.getSource());
        if (CallSite.isGuest(name)) {
            return Kind.CODE;
        }
        String function = root.getName();
        return name.equals(BUILTIN_SOURCE) && function != null && !function.startsWith(":")
                ? Kind.BUILTIN
                : Kind.RUNTIME;
    }

    /// All that was found, each after the one that called it.
    List<Entry> entries() {
        return entries;
    }
}
