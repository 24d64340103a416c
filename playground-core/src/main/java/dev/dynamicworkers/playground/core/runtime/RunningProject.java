package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.debug.DebugPlan;
import dev.dynamicworkers.playground.core.debug.Look;
import dev.dynamicworkers.playground.core.debug.NotPausedException;
import dev.dynamicworkers.playground.core.debug.PauseListener;
import dev.dynamicworkers.playground.core.debug.Seen;
import dev.dynamicworkers.playground.core.debug.Step;
import dev.dynamicworkers.playground.core.profile.CpuProfile;
import dev.dynamicworkers.playground.core.project.Overlay;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.state.StateAnswer;
import dev.dynamicworkers.playground.core.state.StateException;
import dev.dynamicworkers.playground.core.state.StateQuery;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.QueueDelivery;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import dev.dynamicworkers.playground.core.worker.QuestionListener;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A project that can receive events. Safe on any thread; no call blocks.
public interface RunningProject extends AutoCloseable {
    /// Whether it could be started: an engine in a process of its own only finds out when it is told of the project.
    ///
    /// @return completes exceptionally with the sentence that says why not
    default CompletableFuture<Void> ready() {
        return CompletableFuture.completedFuture(null);
    }

    /// Delivers one event and collects all that comes of it.
    ///
    /// @return completes when the invocation is over, waitUntil work included; exceptionally only when
    ///     the engine is gone
    CompletableFuture<InvocationResult> dispatch(Invocation invocation);

    /// Delivers one event and hands the response on as it comes. A caller that no longer waits cancels the future, or
    /// throws an [java.io.UncheckedIOException] from its listener; the invocation then ends as `canceled`.
    CompletableFuture<InvocationResult> dispatch(Invocation invocation, ResponseListener listener);

    /// All isolates with their memory measured afresh, ended ones of the last minute included.
    CompletableFuture<List<IsolateSnapshot>> isolates();

    /// Names of the main module's exports that have a `test` method, in order of declaration.
    CompletableFuture<List<String>> tests();

    /// Ends all that runs: live invocations end as `canceled`, isolates that do not yield are killed.
    ///
    /// @return completes when guest code no longer runs
    CompletableFuture<Void> stop();

    /// Forgets all isolates, so that the next invocation starts cold.
    CompletableFuture<Void> reset();

    /// Forgets a loader id in all loaders of the project, so that the next `get()` of it asks its callback for code.
    /// Until then a callback that failed and a worker that did not start stay as they are. Whoever has a stub keeps
    /// the worker that there was.
    ///
    /// @return how many loaders knew the id
    CompletableFuture<Integer> forget(String name);

    /// Ends a dynamic worker that does nothing in this moment: the next `get()` of its id loads it anew, and stubs of
    /// it fail.
    ///
    /// @return whether there was such a worker; false for the parent, and for one that is busy
    default CompletableFuture<Boolean> evict(IsolateId isolate) {
        return CompletableFuture.completedFuture(false);
    }

    /// Ends an isolate whatever it does: its globals are gone, and what it was in the middle of ends as `canceled`.
    /// Others go on.
    ///
    /// @return whether there was such an isolate
    default CompletableFuture<Boolean> kill(IsolateId isolate) {
        return CompletableFuture.completedFuture(false);
    }

    /// Puts other network rules into force. They decide about every request that is sent from then on; answers and
    /// connections that are under way stay. A new engine process is given the rules that were set last.
    ///
    /// @return completes when they are in force
    CompletableFuture<Void> updateNetwork(NetworkRules rules);

    /// Says who answers what guest code may do where a rule says `ask`; null for nobody, which denies it with that
    /// reason.
    /// There is one listener at a time, the one that was set last. Answers count once; whoever wants to be asked no
    /// more changes the rules with [#updateNetwork].
    ///
    /// @param listener is called on a thread of the engine
    void answerQuestions(@Nullable QuestionListener listener);

    /// Puts another overlay in force. Grants and limits count from the next call on, in isolates that live already too;
    /// a plain value of `env` comes or goes with the next isolate, as [#view] says for each.
    ///
    /// @return completes when it is in force
    CompletableFuture<Void> overlay(Overlay overlay);

    /// What an isolate really runs: its code, and its `env` and limits under the overlay of the moment.
    ///
    /// @return empty when there is no such isolate
    CompletableFuture<Optional<WorkerView>> view(IsolateId isolate);

    /// Answers a question about the project's stores, or changes them.
    ///
    /// @return completes exceptionally with the reason why it can't be answered
    default CompletableFuture<StateAnswer> state(StateQuery query) {
        return CompletableFuture.failedFuture(new StateException("This engine has no stores.", null));
    }

    /// Hands over all messages of queues that are due, without waiting for batches to fill, and what that brings with
    /// it. Without it they are handed over in the background, once the project has had its first event.
    ///
    /// @return what was handed over; completes once nothing is due
    default CompletableFuture<List<QueueDelivery>> deliverQueued() {
        return CompletableFuture.completedFuture(List.of());
    }

    /// Fires the cron triggers of the configuration at their times from now on, until the project is closed or
    /// [#stopCrons] is called. Without it none fires.
    ///
    /// @param onRun hears of each firing once it is over, on a thread of the engine
    default void startCrons(CronListener onRun) {
        throw new UnsupportedOperationException("this engine fires no cron triggers");
    }

    /// Fires no more cron triggers; what runs goes on.
    default void stopCrons() {}

    /// Says where code stands still from now on. Only engines that can hold code do; with nobody who listens nothing
    /// stands still.
    ///
    /// @return completes when it is in force
    default CompletableFuture<Void> debug(DebugPlan plan) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("this engine debugs nothing"));
    }

    /// Says who hears of code that stands still; null for nobody.
    default void watchPauses(@Nullable PauseListener listener) {}

    /// Lets code go on that stands still.
    ///
    /// @param pause its number; one that is over already makes no difference
    default CompletableFuture<Void> goOn(long pause, Step step) {
        return CompletableFuture.completedFuture(null);
    }

    /// Looks at code that stands still.
    ///
    /// @return completes exceptionally with a [NotPausedException] when it went on meanwhile
    default CompletableFuture<List<Seen>> look(long pause, Look look) {
        return CompletableFuture.failedFuture(new NotPausedException());
    }

    /// Takes samples of what all isolates do from now on. A profile that is under way is dropped.
    ///
    /// @return completes when samples are taken, before any event that comes after
    default CompletableFuture<Void> beginProfile() {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("this engine profiles nothing"));
    }

    /// Takes no more samples.
    ///
    /// @return where the time went; completes exceptionally when nothing was profiled, or the engine was lost
    default CompletableFuture<CpuProfile> endProfile() {
        return CompletableFuture.failedFuture(new IllegalStateException("nothing is being profiled"));
    }

    /// Hears of cron triggers.
    @FunctionalInterface
    interface CronListener {
        /// A trigger's handler is over.
        ///
        /// @param cron the expression as the configuration has it
        void fired(String cron, InvocationResult result);
    }

    /// Stops and lets go of everything. Idempotent.
    @Override
    void close();
}
