package dev.dynamicworkers.playground.app.session;

import java.time.Instant;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the person was told, newest first; the newest is shown for a while. FX thread.
public final class Notices {
    private static final int KEPT = 50;

    private final ObservableList<Notice> all = FXCollections.observableArrayList();
    private final ObservableList<Notice> view = FXCollections.unmodifiableObservableList(all);
    private final ReadOnlyObjectWrapper<@Nullable Notice> latest = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();

    /// The last 50, newest first.
    public ObservableList<Notice> all() {
        return view;
    }

    /// The one to show; null for none.
    public ReadOnlyObjectProperty<@Nullable Notice> latestProperty() {
        return latest.getReadOnlyProperty();
    }

    /// How many came since the list was opened.
    public ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /// Tells something.
    public void tell(String text) {
        add(new Notice(Instant.now(), Notice.Tone.INFO, text, "", () -> {}));
    }

    /// Tells something that can be acted on.
    public void tell(String text, String actionName, Runnable action) {
        add(new Notice(Instant.now(), Notice.Tone.INFO, text, actionName, action));
    }

    /// Tells what did not work.
    public void problem(String text) {
        add(new Notice(Instant.now(), Notice.Tone.PROBLEM, text, "", () -> {}));
    }

    private void add(Notice notice) {
        all.addFirst(notice);
        if (all.size() > KEPT) {
            all.removeLast();
        }
        latest.set(notice);
        unread.set(unread.get() + 1);
    }

    /// Takes the shown one away.
    public void dismiss() {
        latest.set(null);
    }

    /// Takes note that the list was read.
    public void read() {
        unread.set(0);
    }

    /// Forgets all.
    public void clear() {
        all.clear();
        latest.set(null);
        unread.set(0);
    }
}
