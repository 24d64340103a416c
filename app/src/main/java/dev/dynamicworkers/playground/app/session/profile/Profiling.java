package dev.dynamicworkers.playground.app.session.profile;

import dev.dynamicworkers.playground.app.session.Futures;
import dev.dynamicworkers.playground.app.session.RequestDraft;
import dev.dynamicworkers.playground.app.session.Warmth;
import dev.dynamicworkers.playground.core.profile.CpuProfile;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Sends a request while samples are taken, and keeps what they found until the next one. FX thread.
public final class Profiling {
    private final Executor fx;
    private final BiConsumer<RequestDraft, Warmth> sender;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Nothing());
    private @Nullable RunningProject sampled;
    private boolean isWanted;

    /// What there is to see.
    public sealed interface State {
        /// No run was profiled yet.
        record Nothing() implements State {}

        /// A run is being profiled.
        record UnderWay(long number, String request) implements State {}

        /// A run was profiled.
        record Found(ProfiledRun run) implements State {}

        /// There is no profile of a run.
        ///
        /// @param reason one sentence
        record Lost(long number, String request, String reason) implements State {}
    }

    /// @param fx runs work on the FX thread
    /// @param sender sends a request unless a run is live
    public Profiling(Executor fx, BiConsumer<RequestDraft, Warmth> sender) {
        this.fx = fx;
        this.sender = sender;
    }

    /// What there is to see.
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Sends a request and profiles its run. Without effect while a run is live.
    public void send(RequestDraft draft, Warmth warmth) {
        isWanted = true;
        sender.accept(draft, warmth);
        isWanted = false;
    }

    /// Shows a profile that no run was made for, for whoever looks at how it looks.
    public void show(State fixed) {
        state.set(fixed);
    }

    // Of whoever runs requests.

    /// A run begins.
    public void begins(long number, String request) {
        if (isWanted) {
            sampled = null;
            state.set(new State.UnderWay(number, request));
        }
    }

    /// A run is about to be delivered: takes samples first if it is to be profiled.
    ///
    /// @param then is run afterwards: at once where nothing is profiled
    public void beforeDelivery(long number, RunningProject project, Runnable then) {
        if (!isOf(number)) {
            then.run();
            return;
        }
        sampled = project;
        var unused = project.beginProfile()
                .whenComplete((begun, failure) -> fx.execute(() -> {
                    if (failure != null && isOf(number)) {
                        lose(number, sentence(failure));
                    }
                    then.run();
                }));
    }

    /// A run is over.
    ///
    /// @param project that it ran in, null where its engine was lost
    /// @param explanation why it did not end well, empty where it did
    public void ended(long number, @Nullable RunningProject project, String explanation) {
        if (!isOf(number)) {
            return;
        }
        RunningProject before = sampled;
        sampled = null;
        if (before == null) {
            lose(number, explanation.isEmpty() ? "The run was not delivered." : explanation);
        } else if (!before.equals(project)) {
            lose(number, "The engine process was lost, and its samples with it.");
        } else {
            var unused = before.endProfile()
                    .whenComplete((profile, failure) -> fx.execute(() -> found(number, profile, failure)));
        }
    }

    private void found(long number, @Nullable CpuProfile profile, @Nullable Throwable failure) {
        if (!(state.get() instanceof State.UnderWay underWay) || underWay.number() != number) {
            return;
        }
        if (profile == null) {
            lose(number, sentence(failure));
        } else {
            state.set(new State.Found(new ProfiledRun(number, underWay.request(), profile)));
        }
    }

    private void lose(long number, String reason) {
        if (state.get() instanceof State.UnderWay underWay) {
            state.set(new State.Lost(number, underWay.request(), reason));
        }
    }

    private boolean isOf(long number) {
        return state.get() instanceof State.UnderWay underWay && underWay.number() == number;
    }

    private static String sentence(@Nullable Throwable failure) {
        String message = failure == null ? null : Futures.cause(failure).getMessage();
        String text = Objects.requireNonNullElse(message, "for a reason that is not known");
        return text.endsWith(".") ? text : "The samples could not be read: " + text + ".";
    }
}
