package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.panel.request.RequestViewModel;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunVerdict;
import dev.dynamicworkers.playground.app.task.LongTask;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Sends the request on screen several times, one after the other, and says what came of it. FX thread.
final class RepeatedRun implements AutoCloseable {
    /// The most runs that one command starts.
    static final int MOST = 1_000;

    private final ProjectSession session;
    private final RequestViewModel request;
    private final Subscriptions subscriptions = new Subscriptions();
    private final List<RunRecord> done = new ArrayList<>();
    private int wanted;
    private @Nullable LongTask task;

    RepeatedRun(ProjectSession session, RequestViewModel request) {
        this.session = session;
        this.request = request;
        subscriptions.listen(session.lastRunProperty(), this::ended);
        subscriptions.add(session.liveWork().sender(() -> {
            LongTask present = task;
            if (present != null) {
                present.cancel();
            }
        }));
    }

    /// Starts; without effect while something runs.
    ///
    /// @param times from 1 to [#MOST]
    void start(int times) {
        if (!request.canSendProperty().get()) {
            session.notices().tell("The request can't be sent now.");
            return;
        }
        done.clear();
        wanted = times;
        task = session.tasks()
                .list()
                .begin("Sending the request " + times + " times", this::cancel)
                .speakingForItself();
        request.send();
    }

    /// Sends no more, and stops the one that is live.
    private void cancel() {
        if (session.runState().liveProperty().get()) {
            session.stop();
        } else {
            end();
        }
    }

    private void end() {
        LongTask over = task;
        task = null;
        if (wanted > 0 && !done.isEmpty()) {
            session.notices().tell(sentence(wanted, done));
        }
        boolean whole = done.size() == wanted;
        wanted = 0;
        if (over != null && whole) {
            over.done();
        } else if (over != null) {
            over.cancelled();
        }
    }

    private void ended(@Nullable RunRecord run) {
        if (run != null && wanted > 0) {
            // Once everyone has heard of the run.
            session.compute(() -> run, this::count);
        }
    }

    private void count(RunRecord run) {
        if (wanted == 0) {
            return;
        }
        done.add(run);
        LongTask present = task;
        if (present != null) {
            present.at(done.size(), wanted);
        }
        boolean cancelled = present != null && present.stateProperty().get() == LongTask.State.CANCELLING;
        boolean goesOn = !cancelled
                && run.verdict() != RunVerdict.STOPPED
                && run.verdict() != RunVerdict.NO_ENGINE
                && run.verdict() != RunVerdict.REFUSED
                && request.canSendProperty().get();
        if (done.size() < wanted && goesOn) {
            request.send();
        } else {
            end();
        }
    }

    /// What came of the runs, in one sentence.
    static String sentence(int wanted, List<RunRecord> done) {
        Map<String, Integer> verdicts = new LinkedHashMap<>();
        done.forEach(run -> verdicts.merge(run.verdict().word(), 1, Integer::sum));
        List<Double> times = done.stream().map(RunRecord::totalMillis).sorted().toList();
        String counts = verdicts.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
        return (done.size() < wanted ? done.size() + " of " + wanted + " runs: " : Amounts.count(wanted, "run") + ": ")
                + counts + ". Median " + Amounts.millis(times.get(times.size() / 2)) + ", slowest "
                + Amounts.millis(times.getLast()) + ".";
    }

    @Override
    public void close() {
        if (task != null) {
            task.cancelled();
            task = null;
        }
        wanted = 0;
        subscriptions.close();
    }
}
