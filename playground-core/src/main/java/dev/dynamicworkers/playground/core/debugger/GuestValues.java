package dev.dynamicworkers.playground.core.debugger;

import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.TruffleInstrument.Env;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.NodeLibrary;
import com.oracle.truffle.api.nodes.ExecutableNode;
import com.oracle.truffle.api.nodes.LanguageInfo;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads values of guest code: scopes, properties, elements. Runs on the event loop's thread while code stands still.
final class GuestValues {
    private static final InteropLibrary INTEROP = InteropLibrary.getUncached();
    private static final NodeLibrary NODES = NodeLibrary.getUncached();

    private final Env env;
    private final LanguageInfo language;

    GuestValues(Env env) {
        this.env = env;
        language = Objects.requireNonNull(env.getLanguages().get("js"));
    }

    /// The innermost scope of a place in a run of a function, null where it has none.
    static @Nullable Object scope(Node node, MaterializedFrame run) throws InteropException {
        for (Node at = node; at != null; at = at.getParent()) {
            if (NODES.hasScope(at, run)) {
                return NODES.getScope(at, run, /* nodeEnter= */ true);
            }
        }
        return null;
    }

    /// What `this` is in the innermost scope, null for unknown.
    static @Nullable Object receiver(Node node, MaterializedFrame run, Object scope) throws InteropException {
        for (Node at = node; at != null; at = at.getParent()) {
            if (NODES.hasScope(at, run)) {
                return NODES.hasReceiverMember(at, run)
                        ? INTEROP.readMember(scope, INTEROP.asString(NODES.getReceiverMember(at, run)))
                        : null;
            }
        }
        return null;
    }

    static @Nullable Object parent(Object scope) throws InteropException {
        return INTEROP.hasScopeParent(scope) ? INTEROP.getScopeParent(scope) : null;
    }

    static String scopeName(Object scope) throws InteropException {
        return INTEROP.asString(INTEROP.toDisplayString(scope, /* allowSideEffects= */ false));
    }

    /// The value of an expression. Runs code of the guest, and may throw what it throws.
    @Nullable
    Object evaluate(Node node, MaterializedFrame run, String expression) {
        Source source = Source.newBuilder("js", expression, "expression").build();
        for (Node at = node; at != null; at = at.getParent()) {
            if (NODES.hasScope(at, run)) {
                ExecutableNode fragment = env.parseInline(source, at, run);
                if (fragment != null) {
                    return new Expression(fragment).getCallTarget().call(run);
                }
            }
        }
        return null;
    }

    /// What an expression is a part of while it runs.
    private static final class Expression extends RootNode {
        @Child
        private ExecutableNode fragment;

        Expression(ExecutableNode fragment) {
            super(null);
            this.fragment = insert(fragment);
        }

        @Override
        public Object execute(VirtualFrame frame) {
            return fragment.execute((MaterializedFrame) frame.getArguments()[0]);
        }
    }

    /// The value as its language shows it.
    Object inLanguage(Object value) {
        return env.getLanguageView(language, value);
    }

    /// Names of properties, or of the variables of a scope, from `from` on; the variables of enclosing scopes are left
    /// out.
    static List<String> members(Object object, int from, int most) throws InteropException {
        List<String> names = new ArrayList<>();
        if (INTEROP.hasMembers(object)) {
            Object members = INTEROP.getMembers(object);
            long until = Math.min(memberCount(object), (long) from + most);
            for (long i = from; i < until; i++) {
                names.add(INTEROP.asString(INTEROP.readArrayElement(members, i)));
            }
        }
        return names;
    }

    /// How many properties it has, or variables that are no enclosing scope's.
    static long memberCount(Object object) throws InteropException {
        if (!INTEROP.hasMembers(object)) {
            return 0;
        }
        long all = INTEROP.getArraySize(INTEROP.getMembers(object));
        Object outer = INTEROP.isScope(object) ? parent(object) : null;
        return outer == null ? all : all - INTEROP.getArraySize(INTEROP.getMembers(outer));
    }
}
