package dev.dynamicworkers.playground.app.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The requests whose text would be lost if the process ended in this moment: the one on screen, and those that another
/// one took the place of. FX thread.
public final class UnsavedRequests {
    private static final int MOST_LEFT = 20;

    private final List<UnsavedRequest> left = new ArrayList<>();
    private @Nullable UnsavedRequest shown;
    private Remains remains = Remains.NONE;
    private @Nullable Consumer<Remains> taker;
    private Runnable changed = () -> {};

    /// What a session leaves to the next one.
    ///
    /// @param left what was on screen before another one
    /// @param shown what was on screen at the end, null where that was saved
    public record Remains(
            List<UnsavedRequest> left, @Nullable UnsavedRequest shown) {
        static final Remains NONE = new Remains(List.of(), null);

        public Remains {
            left = List.copyOf(left);
        }

        int count() {
            return left.size() + (shown == null ? 0 : 1);
        }
    }

    /// Takes note of what is on screen; null where that is what its file has.
    public void shown(@Nullable UnsavedRequest request) {
        if (!Objects.equals(shown, request)) {
            shown = request;
            changed.run();
        }
    }

    /// Takes note of one that is on screen no more, for it can still be asked for.
    public void left(UnsavedRequest request) {
        left.remove(request);
        left.add(request);
        if (left.size() > MOST_LEFT) {
            left.removeFirst();
        }
        changed.run();
    }

    /// Takes note that one that was left is on screen again.
    public void taken(UnsavedRequest request) {
        if (left.remove(request)) {
            changed.run();
        }
    }

    /// Names who shows what an earlier session left; called at most once, when it is known.
    public void onRemains(Consumer<Remains> action) {
        taker = action;
        hand();
    }

    /// Hands over what an earlier session left.
    void remained(Remains found) {
        remains = found;
        hand();
    }

    private void hand() {
        Consumer<Remains> action = taker;
        if (action != null && remains.count() > 0) {
            Remains found = remains;
            remains = Remains.NONE;
            action.accept(found);
        }
    }

    /// Names who writes down what is not saved.
    void onChange(Runnable action) {
        changed = action;
    }

    /// What the next session would get after a crash.
    Remains now() {
        List<UnsavedRequest> all = new ArrayList<>(remains.left());
        all.addAll(left);
        return new Remains(all, shown == null ? remains.shown() : shown);
    }

    /// What the next session gets after this one ended in good order: those that were left were told of.
    Remains atEnd() {
        return new Remains(List.of(), now().shown());
    }
}
