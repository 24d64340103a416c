package dev.dynamicworkers.playground.core.io;

import dev.dynamicworkers.playground.core.isolate.CallSite;
import dev.dynamicworkers.playground.core.isolate.HandleTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one invocation holds of others: stubs and streams in its isolate's table, calls and requests on their way, and
/// the invocations that it caused. Let go of when it ends, or passed to its object. Runs on the event loop's thread.
public final class Holdings {
    private static final int MANY_IMPORTS = 64;
    private static final int SITES_REMEMBERED = 16;

    private final InvocationContext owner;
    private int importsToCheck = MANY_IMPORTS;
    private final List<Integer> imports = new ArrayList<>();
    private final Map<Integer, RpcCall> calls = new HashMap<>();
    private final Map<Integer, IsolateFetch> fetches = new HashMap<>();
    private final Set<InvocationContext> callees = new HashSet<>();
    private final DynamicWorkersInFlight dynamicWorkers = new DynamicWorkersInFlight();
    private int sites;

    Holdings(InvocationContext owner) {
        this.owner = owner;
    }

    private HandleTable handles() {
        return owner.worker().isolate().handles();
    }

    // ---- stubs and streams ----

    /// Puts what came with a payload into the isolate's table.
    ///
    /// @return handles, one per item
    Object[] importAll(List<Object> carried) {
        Object[] numbers = new Object[carried.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = importObject(carried.get(i));
        }
        return numbers;
    }

    /// Puts a capability or stream into the isolate's table.
    int importObject(Object object) {
        int handle = handles().put(object);
        if (!(object instanceof Capability capability) || capability.isBoundToInvocation()) {
            imports.add(handle);
        }
        return handle;
    }

    /// Puts an object into the isolate's table that only this invocation may use.
    public int importOwn(Object object) {
        int handle = handles().put(object);
        if (imports.size() >= importsToCheck) {
            // Many that were let go of before the end: an object that lives long makes stubs for ever.
            imports.removeIf(each -> !handles().has(each));
            importsToCheck = 2 * imports.size() + MANY_IMPORTS;
        }
        imports.add(handle);
        return handle;
    }

    /// Objects of this invocation that it alone holds stubs of.
    int ownExports() {
        Map<Capability, Integer> holds = new HashMap<>();
        for (int handle : imports) {
            Capability capability = handles().find(handle, Capability.class);
            if (capability != null) {
                holds.merge(capability, 1, Integer::sum);
            }
        }
        return Math.toIntExact(holds.entrySet().stream()
                .filter(each -> each.getKey().isKeptBy(owner, each.getValue()))
                .count());
    }

    /// What the isolate gets for a body: nothing, a string, bytes, or a handle of a stream.
    public @Nullable Object importBody(Body body) {
        return switch (body) {
            case Body.None none -> null;
            case Body.Text(String text) -> text;
            case Body.Bytes(byte[] bytes) -> owner.worker().isolate().toGuest(bytes);
            case Body.Stream(StreamSource source) -> importObject(source);
        };
    }

    // ---- calls and requests ----

    /// Where the call that is being made stands in guest code, for the stack of its error. Only the first calls of an
    /// invocation remember it: to walk the frames takes 20 us of CPU, twice as long as the call itself.
    @Nullable
    CallSite siteOfCall() {
        return sites++ < SITES_REMEMBERED ? CallSite.remember() : null;
    }

    /// Remembers a call whose answer this invocation waits for.
    public void callSent(RpcCall call) {
        calls.put(call.op(), call);
    }

    void callEnded(RpcCall call) {
        calls.remove(call.op());
    }

    /// The call of an operation whose answer has not come, or null.
    public @Nullable RpcCall call(int op) {
        return calls.get(op);
    }

    void fetchSent(int op, IsolateFetch fetch) {
        fetches.put(op, fetch);
    }

    void fetchEnded(int op) {
        fetches.remove(op);
    }

    @Nullable
    IsolateFetch fetch(int op) {
        return fetches.get(op);
    }

    // ---- invocations that it caused ----

    void calleeBegan(InvocationContext callee) {
        if (callees.add(callee)) {
            dynamicWorkers.began(callee.worker());
        }
    }

    void calleeEnded(InvocationContext callee) {
        if (callees.remove(callee)) {
            dynamicWorkers.ended(callee.worker());
        }
    }

    /// Dynamic workers that serve it now.
    DynamicWorkersInFlight dynamicWorkers() {
        return dynamicWorkers;
    }

    // ---- the end ----

    /// What an object waits for and holds outlives the event that began it. Streams do not: they end with the event.
    void passTo(Holdings home) {
        home.calls.putAll(calls);
        calls.clear();
        home.fetches.putAll(fetches);
        fetches.clear();
        home.callees.addAll(callees);
        callees.clear();
        dynamicWorkers.passTo(home.dynamicWorkers);
        for (int handle : imports) {
            if (handles().find(handle, StreamSource.class) instanceof StreamSource source) {
                handles().remove(handle);
                source.cancel();
            } else {
                home.imports.add(handle);
            }
        }
        imports.clear();
    }

    void letGo() {
        List.copyOf(calls.values()).forEach(RpcCall::abandon);
        calls.clear();
        List.copyOf(callees).forEach(InvocationContext::callerLeft);
        callees.clear();
        for (int handle : imports) {
            switch (handles().remove(handle)) {
                case Held held -> held.release();
                case StreamSource source -> source.cancel();
                case null, default -> {
                    // Disposed before, or nothing to let go of.
                }
            }
        }
        imports.clear();
    }
}
