package dev.dynamicworkers.playground.app.panel.request;

import dev.dynamicworkers.playground.app.session.Notices;
import dev.dynamicworkers.playground.app.session.UnsavedRequest;
import dev.dynamicworkers.playground.app.session.UnsavedRequests;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Loses no request that was written and not saved: what gives way to another one is offered back, and so is what an
/// earlier session left. Belongs to the request panel; FX thread.
final class UnsavedDrafts {
    private final UnsavedRequests unsaved;
    private final Notices notices;
    private final Supplier<@Nullable UnsavedRequest> written;
    private final Consumer<UnsavedRequest> show;

    /// @param written what is on screen and not saved, null for nothing
    /// @param show puts one on screen
    UnsavedDrafts(
            UnsavedRequests unsaved,
            Notices notices,
            Supplier<@Nullable UnsavedRequest> written,
            Consumer<UnsavedRequest> show) {
        this.unsaved = unsaved;
        this.notices = notices;
        this.written = written;
        this.show = show;
    }

    /// Shows what an earlier session had on screen, unless something was written before that was known.
    void begin() {
        unsaved.onRemains(remains -> {
            remains.left().forEach(this::offerBack);
            UnsavedRequest last = remains.shown();
            if (last != null) {
                if (written.get() == null) {
                    show.accept(last);
                } else {
                    offerBack(last);
                }
            }
        });
    }

    /// Offers what is on screen back, because something else takes its place.
    void giveWay() {
        UnsavedRequest request = written.get();
        if (request != null) {
            offerBack(request);
        }
    }

    private void offerBack(UnsavedRequest request) {
        unsaved.left(request);
        notices.tell(request.title() + " had changes that are not saved.", "Bring them back", () -> bringBack(request));
    }

    private void bringBack(UnsavedRequest request) {
        if (!request.equals(written.get())) {
            giveWay();
            unsaved.taken(request);
            show.accept(request);
        }
    }
}
