package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.session.LogEntry;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.app.session.explain.Explanation;
import dev.dynamicworkers.playground.app.session.explain.Explanations;
import dev.dynamicworkers.playground.app.session.explain.Reading;
import javafx.collections.ListChangeListener;

/// Explains what the engine remarks of a run that ended well, where a person would wonder without a word: once a run.
/// FX thread.
final class RemarkDesk implements AutoCloseable {
    private static final String EXPLAINED = "two-codes";

    private final ProjectSession session;
    private final ListChangeListener<LogEntry> listener = this::heard;
    private long lastRun = -1;

    RemarkDesk(ProjectSession session) {
        this.session = session;
        session.log().lines().addListener(listener);
    }

    private void heard(ListChangeListener.Change<? extends LogEntry> change) {
        while (change.next()) {
            for (LogEntry entry : change.getAddedSubList()) {
                if (entry.level() == LogEntry.Level.NOTE && entry.run() != lastRun) {
                    Explanations.of(entry.text(), "")
                            .filter(found -> found.id().equals(EXPLAINED))
                            .ifPresent(found -> tell(found, entry.run()));
                }
            }
        }
    }

    private void tell(Explanation found, long run) {
        lastRun = run;
        Reading.about(found.id())
                .ifPresent(reading -> session.notices()
                        .tell(
                                found.cause(),
                                "Read more",
                                () -> session.wish(new Wish.ReadGuide(reading.page(), reading.section()))));
    }

    @Override
    public void close() {
        session.log().lines().removeListener(listener);
    }
}
