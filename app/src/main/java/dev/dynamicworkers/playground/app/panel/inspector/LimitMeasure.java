package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunVerdict;
import dev.dynamicworkers.playground.app.session.Warmth;
import dev.dynamicworkers.playground.app.task.LongTask;
import dev.dynamicworkers.playground.core.worker.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Sends the last request twenty times and proposes limits by what that took. FX thread.
final class LimitMeasure implements AutoCloseable {
    static final int RUNS = 20;

    private static final double SHARE = 0.95;

    private final ProjectSession session;
    private final Supplier<List<LimitUse>> uses;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final List<Double> cpu = new ArrayList<>();
    private final List<Double> calls = new ArrayList<>();
    private @Nullable RunRecord template;
    private @Nullable LongTask task;

    /// Where a measurement is.
    ///
    /// @param sentence for people, empty before the first
    /// @param cpuMillis what is proposed; 0 for nothing
    /// @param subrequests what is proposed, beside it
    record State(boolean isUnderWay, String sentence, long cpuMillis, long subrequests) {
        static final State IDLE = new State(/* isUnderWay= */ false, "", 0, 0);
    }

    /// @param uses what the last run used, asked after each run
    LimitMeasure(ProjectSession session, Supplier<List<LimitUse>> uses) {
        this.session = session;
        this.uses = uses;
        subscriptions.listen(session.lastRunProperty(), this::ended);
        subscriptions.add(session.liveWork().sender(() -> {
            LongTask present = task;
            if (present != null) {
                present.cancel();
            }
        }));
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Starts, or stops what is under way.
    void toggle() {
        if (state.get().isUnderWay()) {
            cancel();
            return;
        }
        RunRecord last = session.lastRunProperty().get();
        if (last == null || session.runState().liveProperty().get()) {
            give("Send the request once; then it can be measured.");
            return;
        }
        template = last;
        cpu.clear();
        calls.clear();
        task = session.tasks()
                .list()
                .begin("Measuring " + last.request().summary(), this::cancel)
                .speakingForItself();
        next(last);
    }

    private void cancel() {
        give("Measuring was stopped.");
        session.stop();
        end(LongTask::cancelled);
    }

    private void end(Consumer<LongTask> end) {
        LongTask over = task;
        task = null;
        if (over != null) {
            end.accept(over);
        }
    }

    private void next(RunRecord request) {
        LongTask present = task;
        if (present != null) {
            present.at(cpu.size(), RUNS);
        }
        state.set(new State(/* isUnderWay= */ true, "Run " + (cpu.size() + 1) + " of " + RUNS + "\u2026", 0, 0));
        session.send(session.secretMask().filled(request.request()), Warmth.KEEP);
    }

    private void ended(@Nullable RunRecord run) {
        RunRecord request = template;
        if (run != null && request != null && state.get().isUnderWay()) {
            // Once everyone has heard of the run.
            session.compute(() -> run, over -> count(over, request));
        }
    }

    private void count(RunRecord run, RunRecord request) {
        if (!state.get().isUnderWay()) {
            return;
        }
        if (run.verdict() != RunVerdict.OK) {
            String why = "Run #" + run.number() + " did not end well ("
                    + run.verdict().word() + "), so nothing is proposed.";
            give(why);
            end(over -> over.failed(why));
            return;
        }
        for (LimitUse use : uses.get()) {
            Double amount = use.used();
            if (use.limit() == Limit.CPU) {
                cpu.add(amount == null ? 0 : amount);
            } else if (use.limit() == Limit.SUBREQUESTS) {
                calls.add(amount == null ? 0 : amount);
            }
        }
        if (cpu.size() < RUNS) {
            next(request);
        } else {
            propose();
        }
    }

    private void propose() {
        double time = high(cpu);
        double count = high(calls);
        long proposed = Math.max(1, (long) Math.ceil(2 * time));
        long requests = (long) Math.ceil(2 * count);
        state.set(new State(
                /* isUnderWay= */ false,
                "Of " + RUNS + " runs, 95 % took at most " + Amounts.millis(time) + " of CPU time and "
                        + Amounts.count((long) count, "subrequest") + ". Twice that is " + proposed + " ms and "
                        + requests + ".",
                proposed,
                requests));
        template = null;
        end(LongTask::done);
    }

    private static double high(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.ceil(SHARE * sorted.size()) - 1);
    }

    private void give(String sentence) {
        template = null;
        state.set(new State(/* isUnderWay= */ false, sentence, 0, 0));
    }

    @Override
    public void close() {
        end(LongTask::cancelled);
        subscriptions.close();
    }
}
