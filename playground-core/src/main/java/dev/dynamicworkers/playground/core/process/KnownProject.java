package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.debug.DebugPlan;
import dev.dynamicworkers.playground.core.debug.PauseListener;
import dev.dynamicworkers.playground.core.project.Overlay;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.runtime.RunningProject.CronListener;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.trace.TailConsumer;
import dev.dynamicworkers.playground.core.worker.QuestionListener;
import org.jspecify.annotations.Nullable;

/// What an engine process must be told of a project before it can run it, as it stands now. Safe on any thread.
final class KnownProject {
    private final long id;
    private final Project project;
    private final TailConsumer tail;
    // volatile: changed on any thread, read by those that make the project in an engine
    private volatile RuntimeOptions options;
    // volatile: set on any thread, read by the connection's reader
    private volatile @Nullable QuestionListener questionListener;
    // volatile: set on any thread, read by the connection's reader
    private volatile @Nullable CronListener cronListener;
    // volatile: changed on any thread, read by those that make the project in an engine
    private volatile boolean firesCrons;

    // volatile: set on any thread, read by the connection's reader
    private volatile @Nullable PauseListener pauseListener;
    // volatile: changed on any thread, read by those that make the project in an engine
    private volatile DebugPlan plan = DebugPlan.OFF;

    /// @param id number on the wire, the same in all engine processes
    /// @param tail hears the project's events
    KnownProject(long id, Project project, RuntimeOptions options, TailConsumer tail) {
        this.id = id;
        this.project = project;
        this.options = options;
        this.tail = tail;
    }

    long id() {
        return id;
    }

    Project project() {
        return project;
    }

    TailConsumer tail() {
        return tail;
    }

    RuntimeOptions options() {
        return options;
    }

    /// Engines that are yet to come begin with these rules.
    synchronized void useNetwork(NetworkRules rules) {
        options = options.reaching(rules);
    }

    @Nullable
    QuestionListener questionListener() {
        return questionListener;
    }

    void answeredBy(@Nullable QuestionListener listener) {
        questionListener = listener;
    }

    /// Where code stands still in engines that are yet to come.
    DebugPlan plan() {
        return plan;
    }

    void debug(DebugPlan wanted) {
        plan = wanted;
    }

    @Nullable
    PauseListener pauseListener() {
        return pauseListener;
    }

    void watchedBy(@Nullable PauseListener listener) {
        pauseListener = listener;
    }

    /// Hears of cron triggers, null where none was ever to fire.
    @Nullable
    CronListener cronListener() {
        return cronListener;
    }

    /// Whether engines that are yet to come fire cron triggers.
    boolean firesCrons() {
        return firesCrons;
    }

    void fireCrons(CronListener listener) {
        cronListener = listener;
        firesCrons = true;
    }

    /// Those that run are still told.
    void fireNoCrons() {
        firesCrons = false;
    }

    /// Engines that are yet to come begin with this overlay.
    synchronized void overlay(Overlay overlay) {
        options = options.overlaid(overlay);
    }
}
