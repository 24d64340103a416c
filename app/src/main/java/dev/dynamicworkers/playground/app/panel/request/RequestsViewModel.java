package dev.dynamicworkers.playground.app.panel.request;

import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.KeptRequest;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunVerdict;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The requests that the project keeps, each with how it ended the last time. FX thread.
public final class RequestsViewModel {
    private final ProjectSession session;
    private final RequestViewModel composer;

    /// How a request ended the last time.
    ///
    /// @param word status, or the outcome where there was no response
    /// @param tone style class of its colour
    /// @param age how long ago, in words
    record Last(String word, String tone, String age) {}

    /// @param composer what shows and sends one of them
    public RequestsViewModel(ProjectSession session, RequestViewModel composer) {
        this.session = session;
        this.composer = composer;
    }

    // Properties

    /// All of them, by file.
    ObservableList<KeptRequest> requests() {
        return composer.requests();
    }

    /// The one that is being written; null for one that is not kept yet.
    ReadOnlyObjectProperty<@Nullable KeptRequest> shownProperty() {
        return composer.keptProperty();
    }

    /// The newest run; changes when [#last] may give another.
    ReadOnlyObjectProperty<@Nullable RunRecord> newestRunProperty() {
        return session.lastRunProperty();
    }

    /// Whether a run is live, so that none can be sent.
    ObservableBooleanValue liveProperty() {
        return session.runState().liveProperty();
    }

    /// What a request is called: its name, else what it asks for.
    static String title(KeptRequest request) {
        return request.name().isEmpty() ? request.draft().summary() : request.name();
    }

    /// The name of its file without the folder that all of them are in.
    static String file(KeptRequest request) {
        return request.path().substring(request.path().lastIndexOf('/') + 1);
    }

    /// How a request ended the last time; null when it was not sent yet.
    @Nullable
    Last last(KeptRequest request, Instant now) {
        RunRecord run = composer.lastRun(request);
        if (run == null) {
            return null;
        }
        RunRecord.Reply reply = run.reply();
        return new Last(
                reply == null || run.verdict() != RunVerdict.OK ? run.verdict().word() : reply.statusWord(),
                run.verdict().tone(),
                Amounts.ago(Duration.between(run.startedAt(), now)));
    }

    // Commands

    /// Shows a request, for changing it.
    void show(KeptRequest request) {
        composer.select(request);
    }

    /// Shows a request and sends it.
    void send(KeptRequest request) {
        composer.send(request);
    }

    /// Starts a request that is not kept.
    void startNew() {
        composer.startNew();
    }

    /// Takes a request's file out of the project; the notice of it brings it back.
    void delete(KeptRequest request) {
        session.fileOperations().delete(request.path());
    }

    /// Makes a copy of a request's file beside it.
    void duplicate(KeptRequest request) {
        session.fileOperations().duplicate(request.path(), session::open);
    }
}
