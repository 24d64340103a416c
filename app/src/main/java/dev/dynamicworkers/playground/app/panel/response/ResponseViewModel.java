package dev.dynamicworkers.playground.app.panel.response;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.HeaderLine;
import dev.dynamicworkers.playground.app.session.IsolateTag;
import dev.dynamicworkers.playground.app.session.LiveResponse;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunState;
import dev.dynamicworkers.playground.app.session.RunVerdict;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.app.session.debug.Debugging;
import dev.dynamicworkers.playground.core.debug.Pause;
import dev.dynamicworkers.playground.core.runtime.EventResult;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The run that is shown: its response, or why there is none. FX thread.
public final class ResponseViewModel implements AutoCloseable {
    private final ProjectSession session;
    private final Subscriptions subscriptions = new Subscriptions();
    private final BodyViewModel body;
    private final FailureCards cards;
    private final ReadOnlyObjectWrapper<@Nullable FailureCard> card = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Place> pausedAt = new ReadOnlyObjectWrapper<>();
    private final ObservableList<DiffRow> diff = FXCollections.observableArrayList();

    /// @param session whose runs are shown
    public ResponseViewModel(ProjectSession session) {
        this.session = session;
        body = new BodyViewModel(session);
        cards = new FailureCards(session);
        subscriptions.observe(session.shownRunProperty(), this::show);
        subscriptions.onChange(this::compare, session.pinnedRunProperty());
        subscriptions.observe(
                session.debugging().pauseProperty(),
                pause -> pausedAt.set(session.debugging().place()));
    }

    private void show(@Nullable RunRecord run) {
        body.show(run);
        card.set(run == null ? null : cards.of(run, ""));
        if (run != null) {
            explain(run);
        }
        compare();
    }

    /// The line that failed often says more than the message, so it is looked up.
    private void explain(RunRecord run) {
        Place first = cards.frames(run).stream()
                .map(FrameLink::place)
                .filter(place -> place != null)
                .findFirst()
                .orElse(null);
        if (first == null) {
            return;
        }
        session.work(
                session.line(first),
                line -> {
                    if (session.shownRunProperty().get() == run && !line.isBlank()) {
                        card.set(cards.of(run, line));
                    }
                },
                unreadable -> {
                    // The file is gone: the card stays as it is.
                });
    }

    private void compare() {
        RunRecord left = session.pinnedRunProperty().get();
        RunRecord right = session.shownRunProperty().get();
        diff.clear();
        if (left != null && right != null && left != right) {
            session.compute(() -> RunDiff.of(left, right), rows -> {
                if (session.pinnedRunProperty().get() == left
                        && session.shownRunProperty().get() == right) {
                    diff.setAll(rows);
                }
            });
        }
    }

    // Properties

    /// The run that is shown; null before the first.
    public ReadOnlyObjectProperty<@Nullable RunRecord> runProperty() {
        return session.shownRunProperty();
    }

    /// Whether the run that is shown is the newest.
    public boolean isNewest() {
        return session.shownRunProperty().get() == session.lastRunProperty().get();
    }

    /// Its body.
    public BodyViewModel body() {
        return body;
    }

    /// Why it did not end well; null when it did.
    public ReadOnlyObjectProperty<@Nullable FailureCard> cardProperty() {
        return card.getReadOnlyProperty();
    }

    /// Where the current run is.
    public RunState runState() {
        return session.runState();
    }

    /// What has come so far of the response that is on its way.
    public LiveResponse live() {
        return session.live();
    }

    /// The dynamic worker that a run is best known by: the one that a limit ended, else the first that it reached;
    /// null for a run of the parent alone.
    public @Nullable IsolateTag reached() {
        RunRecord run = session.shownRunProperty().get();
        if (run == null) {
            return null;
        }
        return Stream.concat(LimitHit.killed(run), dynamic(run))
                .findFirst()
                .map(isolate -> IsolateTag.of(isolate.label(), isolate.role()))
                .orElse(null);
    }

    /// How many more dynamic workers a run had than the one that it is known by.
    public long othersReached() {
        RunRecord run = session.shownRunProperty().get();
        IsolateTag known = reached();
        return run == null || known == null
                ? 0
                : dynamic(run)
                        .filter(isolate -> !isolate.label().equals(known.label()))
                        .count();
    }

    private static Stream<IsolateSnapshot> dynamic(RunRecord run) {
        return run.isolates().stream().filter(isolate -> isolate.role() == IsolateSnapshot.Role.DYNAMIC);
    }

    /// Shows the isolates.
    public void showIsolates() {
        session.wish(new Wish.ShowTool(Wish.Tool.ISOLATES, ""));
    }

    /// Headers of the response, empty when there is none.
    public List<HeaderLine> headers() {
        RunRecord run = session.shownRunProperty().get();
        RunRecord.Reply reply = run == null ? null : run.reply();
        return reply == null ? List.of() : reply.headers();
    }

    /// The pieces of its time.
    public List<TimingPart> timing() {
        RunRecord run = session.shownRunProperty().get();
        return run == null ? List.of() : TimingPart.of(run);
    }

    /// The run that others are compared with; null for none.
    public ReadOnlyObjectProperty<@Nullable RunRecord> pinnedProperty() {
        return session.pinnedRunProperty();
    }

    /// What stands where a body would be.
    public String emptyWords() {
        RunRecord run = session.shownRunProperty().get();
        if (run == null) {
            return "";
        }
        EventResult event = run.event();
        if (event != null) {
            return EventWords.of(event);
        }
        RunRecord.Reply reply = run.reply();
        if (reply != null) {
            return emptyBody(reply);
        }
        if (run.verdict() == RunVerdict.OK) {
            return "The handler is done. This event has no response.";
        }
        String refused = RefusedWords.of(run);
        return refused.isEmpty() ? "No response was sent." : refused;
    }

    private static String emptyBody(RunRecord.Reply reply) {
        if (reply.body().length > 0) {
            // It is shown once it was read.
            return "";
        }
        if (reply.isTruncated()) {
            return "Nothing of the body is kept (" + reply.size() + ").";
        }
        String location = reply.header("location");
        if (reply.status() >= 300 && reply.status() < 400 && !location.isEmpty()) {
            return "Leads to " + location + "\nThe body is empty. Redirects are shown, not followed.";
        }
        return reply.status() == 204 || reply.status() == 304
                ? "A response with status " + reply.status() + " has no body."
                : "The body is empty.";
    }

    /// What differs from the pinned run.
    public ObservableList<DiffRow> diff() {
        return diff;
    }

    /// What the diff has to say where it has no rows.
    public String diffRemark() {
        RunRecord pinned = session.pinnedRunProperty().get();
        RunRecord run = session.shownRunProperty().get();
        if (pinned == null) {
            return "Pin a run to compare the next ones with it.";
        }
        return run == pinned
                ? "This is the pinned run. Send again, or open another run, to compare."
                : "No difference to run #" + pinned.number() + ".";
    }

    /// The line at which the run stands still, null while it does not.
    public ReadOnlyObjectProperty<@Nullable Place> pausedAtProperty() {
        return pausedAt.getReadOnlyProperty();
    }

    // Commands

    /// Shows the line at which the run stands still.
    public void openPause() {
        Pause pause = session.debugging().pauseProperty().get();
        if (pause != null && pause.frames().getFirst().file() != null) {
            session.reveal(Debugging.place(pause.frames().getFirst()));
        }
    }

    /// Shows the code of a frame.
    public void open(FrameLink frame) {
        Place place = frame.place();
        Wish.ShowModule module = frame.module();
        if (place != null) {
            session.reveal(place);
        } else if (module != null) {
            session.wish(module);
        }
    }

    /// Pins the run that is shown, or lets go of it when it is pinned.
    public void togglePin() {
        RunRecord run = session.shownRunProperty().get();
        session.pinnedRunProperty().set(session.pinnedRunProperty().get() == run ? null : run);
    }

    /// Shows the newest run again.
    public void showNewest() {
        session.shownRunProperty().set(session.lastRunProperty().get());
    }

    @Override
    public void close() {
        subscriptions.close();
        body.close();
    }
}
