package dev.dynamicworkers.playground.core.debugger;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.instrumentation.TruffleInstrument.Env;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.nodes.Node;
import dev.dynamicworkers.playground.core.debug.Look;
import dev.dynamicworkers.playground.core.debug.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What code that stands still has at hand. Its values are remembered by number until the code goes on.
///
/// Of a value no more is read than is shown: guest code may make one of any size. What may call code of the guest runs
/// within the limit that the caller has set.
final class PausedValues {
    private static final InteropLibrary INTEROP = InteropLibrary.getUncached();

    /// The last place is for the row that says how many more there are.
    private static final int MOST = Seen.MOST - 1;

    private final PausedStack stack;
    private final GuestValues values;
    private final ValueText texts;
    private final List<Object> handles = new ArrayList<>();

    /// A property that is read when its part is asked for.
    private record Getter(Object of, String name) {}

    PausedValues(PausedStack stack, Env env, UnaryOperator<String> mask) {
        this.stack = stack;
        values = new GuestValues(env);
        texts = new ValueText(values, mask);
    }

    /// Answers a question.
    List<Seen> look(Look look) {
        try {
            return switch (look) {
                case Look.Scopes(int frame) -> scopes(frame);
                case Look.Parts(long handle, int from) -> parts(handle, Math.max(0, from));
                case Look.Evaluate(int frame, String expression) -> List.of(evaluate(frame, expression));
            };
        } catch (InteropException changed) {
            // A getter or trap has changed what was being read.
            return List.of();
        }
    }

    // ---- scopes ----

    private List<Seen> scopes(int frame) throws InteropException {
        List<Seen> seen = new ArrayList<>();
        Node node = stack.node(frame);
        MaterializedFrame run = stack.run(frame);
        Object scope = node == null || run == null ? null : GuestValues.scope(node, run);
        if (node == null || run == null || scope == null) {
            return seen;
        }
        Object self = GuestValues.receiver(node, run, scope);
        for (Object at = scope; at != null && seen.size() < MOST; at = GuestValues.parent(at)) {
            if (GuestValues.memberCount(at) > 0) {
                seen.add(new Seen(texts.name(title(GuestValues.scopeName(at))), "", Seen.Kind.SCOPE, remember(at)));
            }
        }
        if (self != null && !INTEROP.isNull(self)) {
            seen.add(texts.seen("this", self, this::remember));
        }
        return seen;
    }

    private static String title(String name) {
        if (name.startsWith(":module")) {
            return "module";
        }
        return name.isEmpty() || name.startsWith(":") ? "function" : name;
    }

    // ---- parts ----

    private List<Seen> parts(long handle, int from) throws InteropException {
        if (handle < 1 || handle > handles.size()) {
            return List.of();
        }
        Object value = handles.get((int) handle - 1);
        if (value instanceof Getter(Object of, String name)) {
            return List.of(called(of, name));
        }
        List<Seen> seen = new ArrayList<>();
        boolean isArray = INTEROP.hasArrayElements(value) && !INTEROP.isScope(value);
        long all = isArray ? INTEROP.getArraySize(value) : GuestValues.memberCount(value);
        if (isArray) {
            for (long i = from; i < Math.min(all, (long) from + MOST); i++) {
                Object item = INTEROP.isArrayElementReadable(value, i) ? INTEROP.readArrayElement(value, i) : null;
                seen.add(item == null ? unset(Long.toString(i)) : texts.seen(Long.toString(i), item, this::remember));
            }
        } else {
            for (String name : GuestValues.members(value, from, MOST)) {
                if (!INTEROP.isScope(value) || !name.equals("this")) {
                    seen.add(member(value, name));
                }
            }
        }
        long left = all - from - MOST;
        if (from == 0 && !INTEROP.isScope(value)) {
            addEntries(value, seen);
        }
        if (left > 0) {
            seen.add(new Seen("", left + " more", Seen.Kind.MORE, handle));
        }
        return seen;
    }

    private void addEntries(Object value, List<Seen> seen) throws InteropException {
        List<Seen> entries = new ArrayList<>();
        for (ValueText.Entry entry : texts.entries(value)) {
            if (seen.size() + entries.size() < MOST) {
                entries.add(texts.seen(entry.name(), entry.value(), this::remember));
            }
        }
        seen.addAll(0, entries);
    }

    private Seen member(Object of, String name) throws InteropException {
        if (!INTEROP.isMemberReadable(of, name)) {
            return unset(name);
        }
        if (INTEROP.hasMemberReadSideEffects(of, name)) {
            return new Seen(texts.name(name), "getter", Seen.Kind.GETTER, remember(new Getter(of, name)));
        }
        return texts.seen(name, INTEROP.readMember(of, name), this::remember);
    }

    private Seen unset(String name) {
        return new Seen(texts.name(name), "not yet set", Seen.Kind.UNSET, 0);
    }

    /// The value of a getter, which is called now.
    private Seen called(Object of, String name) throws InteropException {
        try {
            return texts.seen("value", INTEROP.readMember(of, name), this::remember);
        } catch (AbstractTruffleException thrown) {
            return failed("value", thrown);
        }
    }

    // ---- expressions ----

    private Seen evaluate(int frame, String expression) throws InteropException {
        try {
            Object value = values.evaluate(
                    Objects.requireNonNull(stack.node(frame)), Objects.requireNonNull(stack.run(frame)), expression);
            return value == null ? unset(expression) : texts.seen(expression, value, this::remember);
        } catch (AbstractTruffleException thrown) {
            return failed(expression, thrown);
        }
    }

    private Seen failed(String name, AbstractTruffleException thrown) {
        String message = Objects.requireNonNullElse(thrown.getMessage(), "error");
        return new Seen(texts.name(name), texts.thrown(error(thrown), message), Seen.Kind.ERROR, 0);
    }

    /// The error that was thrown is a value of the exception of the engine.
    private static @Nullable Object error(AbstractTruffleException thrown) {
        return INTEROP.hasMembers(thrown) || INTEROP.isString(thrown) ? thrown : null;
    }

    private long remember(Object value) {
        handles.add(value);
        return handles.size();
    }
}
