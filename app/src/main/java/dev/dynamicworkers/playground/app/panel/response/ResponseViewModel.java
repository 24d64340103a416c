package dev.dynamicworkers.playground.app.panel.response;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.BodyText;
import dev.dynamicworkers.playground.app.session.HeaderLine;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunState;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// The run that is shown: its response, or why there is none. FX thread.
public final class ResponseViewModel implements AutoCloseable {
    private final ProjectSession session;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyObjectWrapper<BodyText> body = new ReadOnlyObjectWrapper<>(BodyText.EMPTY);
    private final BooleanProperty pretty = new SimpleBooleanProperty(true);

    /// @param session whose runs are shown
    public ResponseViewModel(ProjectSession session) {
        this.session = session;
        subscriptions.observe(session.shownRunProperty(), this::readBody);
    }

    private void readBody(@Nullable RunRecord run) {
        body.set(BodyText.EMPTY);
        RunRecord.Reply reply = run == null ? null : run.reply();
        if (reply != null) {
            session.read(reply, text -> {
                if (session.shownRunProperty().get() == run) {
                    body.set(text);
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

    /// The body made readable.
    public ReadOnlyObjectProperty<BodyText> bodyProperty() {
        return body.getReadOnlyProperty();
    }

    /// Whether JSON is laid out for reading.
    public BooleanProperty prettyProperty() {
        return pretty;
    }

    /// Where the current run is.
    public RunState runState() {
        return session.runState();
    }

    /// Headers of the response, empty when there is none.
    public List<HeaderLine> headers() {
        RunRecord run = session.shownRunProperty().get();
        RunRecord.Reply reply = run == null ? null : run.reply();
        return reply == null ? List.of() : reply.headers();
    }

    /// Frames of the error, innermost first.
    public List<FrameLink> frames() {
        GuestError error = error();
        if (error == null) {
            return List.of();
        }
        return error.frames().stream()
                .map(frame -> new FrameLink(
                        frame.function().isEmpty() ? "module" : frame.function(),
                        frame.file() + ":" + frame.line() + ":" + frame.column(),
                        session.place("", frame.file(), frame.line(), frame.column())))
                .toList();
    }

    private @Nullable GuestError error() {
        RunRecord run = session.shownRunProperty().get();
        return run == null ? null : run.error();
    }

    // Commands

    /// Shows the code of a frame.
    public void reveal(Place place) {
        session.reveal(place);
    }

    /// Shows the newest run again.
    public void showNewest() {
        session.shownRunProperty().set(session.lastRunProperty().get());
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
