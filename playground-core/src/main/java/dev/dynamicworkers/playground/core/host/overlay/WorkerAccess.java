package dev.dynamicworkers.playground.core.host.overlay;

import dev.dynamicworkers.playground.core.project.Overlay;
import dev.dynamicworkers.playground.core.project.WorkerGrants;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one worker may do with what its `env` gives, under the overlay of the moment. Runs on the event loop's thread.
final class WorkerAccess {
    private final Supplier<Overlay> overlay;
    private final @Nullable String label;
    private Overlay seen = Overlay.NONE;
    private WorkerGrants grants = WorkerGrants.NONE;
    private boolean isOpen = true;

    /// @param overlay in force
    /// @param label of a dynamic worker, null for the parent
    WorkerAccess(Supplier<Overlay> overlay, @Nullable String label) {
        this.overlay = overlay;
        this.label = label;
    }

    /// What the overlay says about the worker now.
    WorkerGrants grants() {
        look();
        return grants;
    }

    /// Whether it says nothing about any key.
    boolean isOpen() {
        look();
        return isOpen;
    }

    private void look() {
        Overlay now = overlay.get();
        if (now != seen) {
            seen = now;
            grants = label == null ? now.forParent() : now.forDynamic(label);
            isOpen = grants.isOpen();
        }
    }
}
