package dev.dynamicworkers.playground.app.panel.debug;

import dev.dynamicworkers.playground.core.debug.DebugPlan;
import dev.dynamicworkers.playground.core.debug.Look;
import dev.dynamicworkers.playground.core.debug.Pause;
import dev.dynamicworkers.playground.core.debug.PauseListener;
import dev.dynamicworkers.playground.core.debug.Seen;
import dev.dynamicworkers.playground.core.debug.Step;
import dev.dynamicworkers.playground.core.project.Overlay;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.ResponseListener;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import dev.dynamicworkers.playground.core.worker.QuestionListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A project that stands still where a test says so, and answers looks with what was asked.
final class PausedProject implements RunningProject {
    final List<String> told = new ArrayList<>();
    final List<DebugPlan> plans = new ArrayList<>();
    private @Nullable PauseListener listener;

    void pause(Pause pause) {
        Objects.requireNonNull(listener).paused(pause);
    }

    void end(long number) {
        Objects.requireNonNull(listener).goesOn(number);
    }

    @Override
    public CompletableFuture<Void> debug(DebugPlan plan) {
        plans.add(plan);
        return done();
    }

    @Override
    public void watchPauses(@Nullable PauseListener heard) {
        listener = heard;
    }

    @Override
    public CompletableFuture<Void> goOn(long pause, Step step) {
        told.add(pause + " " + step);
        return done();
    }

    @Override
    public CompletableFuture<List<Seen>> look(long pause, Look look) {
        Seen asked = new Seen(look.toString(), "", Seen.Kind.WORD, 0);
        return CompletableFuture.completedFuture(
                look instanceof Look.Parts(long handle, int from) && from == 0
                        ? List.of(asked, new Seen("", "2 more", Seen.Kind.MORE, handle))
                        : List.of(asked));
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<InvocationResult> dispatch(Invocation invocation) {
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<InvocationResult> dispatch(Invocation invocation, ResponseListener heard) {
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<List<IsolateSnapshot>> isolates() {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<List<String>> tests() {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<Void> stop() {
        return done();
    }

    @Override
    public CompletableFuture<Void> reset() {
        return done();
    }

    @Override
    public CompletableFuture<Integer> forget(String name) {
        return CompletableFuture.completedFuture(0);
    }

    @Override
    public CompletableFuture<Void> updateNetwork(NetworkRules rules) {
        return done();
    }

    @Override
    public void answerQuestions(@Nullable QuestionListener answers) {
        // Asks nothing.
    }

    @Override
    public CompletableFuture<Void> overlay(Overlay overlay) {
        return done();
    }

    @Override
    public CompletableFuture<Optional<WorkerView>> view(IsolateId isolate) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
