package dev.dynamicworkers.playground.core.isolate;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.frame.FrameInstance;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds the place in guest code that led to the host function which runs now. Reads the engine's own frames, which
/// costs microseconds where the text of a stack would cost a hundred.
public final class CallSite {
    /// Frames that are looked at before the search is given up: the runtime's own between guest and host are fewer.
    private static final int DEPTH = 64;

    private final Node call;

    private CallSite(Node call) {
        this.call = call;
    }

    /// The innermost place that is not the runtime's own, as the code that runs has it (not mapped to TypeScript).
    /// Event loop thread, within a host function.
    ///
    /// @return null when no guest code is on the stack
    public static GuestError.@Nullable Frame innermost() {
        CallSite site = remember();
        return site == null ? null : frame(site.call);
    }

    /// The same place, to be read when it is needed: most calls never ask where they were made.
    ///
    /// @return null when no guest code is on the stack
    public static @Nullable CallSite remember() {
        Search search = new Search();
        Truffle.getRuntime().iterateFrames(search::visit);
        return search.found == null ? null : new CallSite(search.found);
    }

    /// The place that was remembered, as a line of a stack. Safe on any thread.
    public String stackLine() {
        GuestError.Frame frame = frame(call);
        String place = frame.file() + ":" + frame.line() + ":" + frame.column();
        return "    at " + (frame.function().isEmpty() ? place : frame.function() + " (" + place + ")");
    }

    /// The place of a node, in the function that it is a part of.
    static GuestError.Frame frame(Node node) {
        SourceSection section = Objects.requireNonNull(node.getEncapsulatingSourceSection());
        RootNode root = node.getRootNode();
        return new GuestError.Frame(
                function(root == null ? null : root.getName()),
                file(section.getSource()),
                section.getStartLine(),
                section.getStartColumn());
    }

    /// Whether an async function was called in a frame that is there for nothing else than the inner one, which has its
    /// code. Safe on any thread.
    public static boolean isStartOf(RootNode outer, RootNode inner) {
        SourceSection mine = inner.getSourceSection();
        return !outer.getClass().equals(inner.getClass()) && mine != null && mine.equals(outer.getSourceSection());
    }

    /// @param name as the engine has it
    static String function(@Nullable String name) {
        return name == null || name.startsWith(":") ? "" : name; // Such as ":=>": the engine's own name.
    }

    /// The path of a module: the engine names an imported one by the specifier of the first import.
    static String file(Source source) {
        return source.getPath() == null ? source.getName() : source.getPath();
    }

    /// Whether a source of this name is guest code: not the runtime's own, not a module that it makes, not a builtin.
    public static boolean isGuest(String file) {
        return !file.isEmpty()
                && !file.startsWith("runtime:")
                && !file.startsWith("\u0001")
                && !file.equals("native")
                && !file.equals("<builtin>");
    }

    /// One walk over the frames that keeps the first guest node and reads nothing of it.
    private static final class Search {
        private int seen;
        private @Nullable Node found;

        @Nullable
        Boolean visit(FrameInstance frame) {
            Node node = frame.getCallNode();
            RootNode root = node == null ? null : node.getRootNode();
            SourceSection section = root == null ? null : root.getSourceSection();
            if (section != null && isGuest(file(section.getSource()))) {
                found = node;
                return true;
            }
            return ++seen > DEPTH ? true : null;
        }
    }
}
