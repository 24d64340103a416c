package dev.dynamicworkers.playground.app.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/// What a person changes of a file besides its text, such as its line ends, in one order with what is typed: it is
/// undone when the text is again the one that it was done to. FX thread.
final class SideSteps {
    private final Supplier<String> text;
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();

    private record Step(String text, Runnable undo, Runnable redo) {}

    /// @param text gives the text of the moment
    SideSteps(Supplier<String> text) {
        this.text = text;
    }

    /// Takes note of a step that was done.
    void add(Runnable undo, Runnable redo) {
        done.push(new Step(text.get(), undo, redo));
        undone.clear();
    }

    /// Undoes a step or does it again where it is its turn.
    ///
    /// @return whether it was
    boolean perform(EditorAction action) {
        return switch (action) {
            case UNDO -> move(done, undone, action);
            case REDO -> move(undone, done, action);
            default -> false;
        };
    }

    private boolean move(Deque<Step> from, Deque<Step> to, EditorAction action) {
        Step step = from.peek();
        if (step == null || !step.text().equals(text.get())) {
            return false;
        }
        to.push(from.pop());
        (action == EditorAction.UNDO ? step.undo() : step.redo()).run();
        return true;
    }

    /// Forgets all, because the text is another one.
    void clear() {
        done.clear();
        undone.clear();
    }
}
