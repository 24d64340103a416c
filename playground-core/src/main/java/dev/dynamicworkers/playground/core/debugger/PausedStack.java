package dev.dynamicworkers.playground.core.debugger;

import com.oracle.truffle.api.debug.DebugStackFrame;
import com.oracle.truffle.api.debug.SuspendedEvent;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;
import dev.dynamicworkers.playground.core.debug.PausedFrame;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.isolate.CallSite;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The functions of guest code that are being run while it stands still. Valid until it goes on.
final class PausedStack {
    private static final int MOST = 50;
    private static final int LONGEST_TEXT = 300;

    private final List<DebugStackFrame> frames = new ArrayList<>();
    private final WorkerInstance worker;
    private final SourceBook book;

    PausedStack(SuspendedEvent event, WorkerInstance worker, SourceBook book) {
        this.worker = worker;
        this.book = book;
        for (DebugStackFrame frame : event.getStackFrames()) {
            if (isGuest(frame) && !isStartOf(frame)) {
                frames.add(frame);
            }
            if (frames.size() == MOST) {
                break;
            }
        }
    }

    private static boolean isGuest(DebugStackFrame frame) {
        SourceSection section = frame.getSourceSection();
        return !frame.isInternal()
                && section != null
                && section.hasLines()
                && CallSite.isGuest(SourceBook.name(section.getSource()));
    }

    /// An async function that is called has two frames of one run: the one that was called shows nothing.
    private boolean isStartOf(DebugStackFrame frame) {
        if (frames.isEmpty()) {
            return false;
        }
        SourceSection inner = frames.getLast().getSourceSection();
        SourceSection outer = frame.getSourceSection();
        return Objects.equals(frames.getLast().getName(), frame.getName())
                && Objects.equals(GuestLanguage.run(frames.getLast()), GuestLanguage.run(frame))
                && inner.getSource().equals(outer.getSource());
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    private DebugStackFrame frame(int index) {
        return frames.get(Math.clamp(index, 0, frames.size() - 1));
    }

    /// The place where a function is.
    @Nullable
    Node node(int index) {
        return GuestLanguage.node(frame(index));
    }

    /// The run of a function.
    @Nullable
    MaterializedFrame run(int index) {
        return GuestLanguage.run(frame(index));
    }

    /// Where a step from here begins.
    ///
    /// @param before what the last step left: a function that went on after an `await` is
    ///     called by nobody, but who awaits it is among them
    StepWatch.From from(StepWatch.Known before) {
        List<Object> here = frames.stream()
                .map(frame -> (Object) GuestLanguage.run(frame))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<Object> runs = new ArrayList<>(here);
        int known = here.isEmpty() ? -1 : before.runs().indexOf(here.getLast());
        if (known >= 0) {
            before.runs().subList(known + 1, before.runs().size()).stream()
                    .filter(run -> !here.contains(run))
                    .forEach(runs::add);
        }
        SourceSection at = frames.getFirst().getSourceSection();
        return new StepWatch.From(runs, before.waiting(), at.getStartLine(), at.getCharIndex());
    }

    /// The frames as a person sees them.
    List<PausedFrame> shown(UnaryOperator<String> mask) {
        return frames.stream().map(frame -> shown(frame, mask)).toList();
    }

    private PausedFrame shown(DebugStackFrame frame, UnaryOperator<String> mask) {
        SourceSection section = frame.getSourceSection();
        String module = SourceBook.name(section.getSource());
        String name = frame.getName();
        String function = name == null || name.startsWith(":") ? "" : name;
        GuestError.Frame place = worker.positions()
                .source(new GuestError.Frame(function, module, section.getStartLine(), section.getStartColumn()));
        SourceBook.Known known = book.find(worker, section.getSource());
        String code = known == null
                ? section.getSource().getCharacters(section.getStartLine()).toString()
                : line(known.source().written(), place.line());
        return new PausedFrame(
                cut(place.function()),
                known == null ? null : known.file(),
                cut(module),
                place.line(),
                place.column(),
                cut(mask.apply(code)));
    }

    private static String cut(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    private static String line(String text, int line) {
        return text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("");
    }
}
