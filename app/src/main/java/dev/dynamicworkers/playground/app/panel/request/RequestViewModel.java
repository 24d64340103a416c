package dev.dynamicworkers.playground.app.panel.request;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.EventKind;
import dev.dynamicworkers.playground.app.session.Expectation;
import dev.dynamicworkers.playground.app.session.FileNode;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.HeaderLine;
import dev.dynamicworkers.playground.app.session.KeptRequest;
import dev.dynamicworkers.playground.app.session.ProjectOutline;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RequestDraft;
import dev.dynamicworkers.playground.app.session.RequestNotes;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunState;
import dev.dynamicworkers.playground.app.session.Warmth;
import dev.dynamicworkers.playground.app.session.body.JsonSpan;
import dev.dynamicworkers.playground.app.session.request.BodyKind;
import dev.dynamicworkers.playground.app.session.request.Curl;
import dev.dynamicworkers.playground.app.session.request.QueryText;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The request that is being written. FX thread.
public final class RequestViewModel implements AutoCloseable {
    /// The methods that the box offers; others can be typed into a request file.
    public static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private final ProjectSession session;
    private final Subscriptions subscriptions = new Subscriptions();
    private final StringProperty method = new SimpleStringProperty(RequestDraft.EMPTY.method());
    private final StringProperty url = new SimpleStringProperty(RequestDraft.EMPTY.url());
    private final ObjectProperty<EventKind> kind = new SimpleObjectProperty<>(EventKind.FETCH);
    private final StringProperty entrypoint = new SimpleStringProperty("");
    private final StringProperty body = new SimpleStringProperty("");
    private final ObjectProperty<BodyKind> bodyKind = new SimpleObjectProperty<>(BodyKind.TEXT);
    private final ReadOnlyStringWrapper bodyNote = new ReadOnlyStringWrapper("");
    private final StringProperty variables = new SimpleStringProperty("");
    private final StringProperty expectations = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final ObservableList<Expectation.Check> checks = FXCollections.observableArrayList();
    private final Map<String, RunRecord> lastRuns = new HashMap<>();
    private String sentFrom = "";
    private final ObservableList<HeaderRow> headers =
            FXCollections.observableArrayList(row -> new Observable[] {row.nameProperty(), row.valueProperty()});
    private final ObservableList<KeptRequest> requests = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable KeptRequest> kept = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final BooleanBinding urlWrong;
    private final BooleanBinding canSend;
    private final ObservableList<HeaderRow> params =
            FXCollections.observableArrayList(row -> new Observable[] {row.nameProperty(), row.valueProperty()});
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
    private boolean following;
    private RequestDraft saved = RequestDraft.EMPTY;

    /// @param session that sends it
    public RequestViewModel(ProjectSession session) {
        this.session = session;
        urlWrong = Bindings.createBooleanBinding(() -> isTargetWrong(), url, kind, variables);
        canSend = session.runState().liveProperty().not().and(urlWrong.not()).and(complaint.isEmpty());
        subscriptions.onChange(
                this::refreshDirty, method, url, body, bodyKind, headers, kind, entrypoint, variables, expectations);
        subscriptions.onChange(this::noteBody, body, bodyKind, kind);
        subscriptions.onChange(this::complain, url, body, headers, variables);
        subscriptions.listen(session.lastRunProperty(), this::ran);
        subscriptions.observe(url, text -> readParams());
        ListChangeListener<HeaderRow> changed = change -> writeParams();
        params.addListener(changed);
        subscriptions.add(() -> params.removeListener(changed));
        subscriptions.observe(session.treeProperty(), tree -> refreshRequests());
        subscriptions.onChange(this::refreshRequests, session.outlineProperty());
        subscriptions.listen(
                session.requestWishProperty(),
                path -> requests.stream()
                        .filter(request -> request.path().equals(path))
                        .findFirst()
                        .ifPresent(this::select));
        subscriptions.listen(session.diskVersionProperty(), version -> refreshRequests());
    }

    private boolean isTargetWrong() {
        return switch (kind.get()) {
            case FETCH -> !isUrl(resolved().absoluteUrl());
            case RPC, ALARM, SCHEDULED, QUEUE -> url.get().isBlank();
            case EMAIL -> !url.get().contains("@");
            case TAIL -> false;
        };
    }

    private void complain() {
        RequestDraft draft = draft();
        Set<String> missing = draft.notes().unresolved(draft);
        complaint.set(
                missing.isEmpty()
                        ? ""
                        : "{{" + String.join("}}, {{", missing) + "}} "
                                + (missing.size() == 1 ? "has no value" : "have no values")
                                + ". Write NAME = VALUE under Vars.");
    }

    /// Says of the body what will go wrong with it, which is no reason not to send it.
    private void noteBody() {
        boolean bad = kind.get() == EventKind.FETCH
                && bodyKind.get() == BodyKind.JSON
                && !body.get().isBlank()
                && !body.get().contains("{{")
                && JsonSpan.of(body.get()).isEmpty();
        bodyNote.set(bad ? "This is no JSON; it is sent as it is." : "");
    }

    private void ran(@Nullable RunRecord run) {
        if (run != null) {
            checks.setAll(Expectation.check(run));
            if (!sentFrom.isEmpty()) {
                lastRuns.put(sentFrom, run);
            }
        }
    }

    private RequestDraft resolved() {
        RequestDraft draft = draft();
        return draft.notes().resolve(draft);
    }

    private void readParams() {
        if (following || kind.get() != EventKind.FETCH) {
            return;
        }
        following = true;
        params.setAll(QueryText.params(url.get()).stream()
                .map(line -> new HeaderRow(line.name(), line.value()))
                .toList());
        following = false;
    }

    private void writeParams() {
        if (following) {
            return;
        }
        following = true;
        url.set(QueryText.with(
                url.get(),
                params.stream()
                        .map(row -> new HeaderLine(
                                row.nameProperty().get(), row.valueProperty().get()))
                        .toList()));
        following = false;
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = new URI(text.replace(' ', '+').replaceAll("[{}|\\\\^`\"<>\\[\\]]", "_"));
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    // Properties

    /// The HTTP method.
    public StringProperty methodProperty() {
        return method;
    }

    /// The kind of event.
    public ObjectProperty<EventKind> kindProperty() {
        return kind;
    }

    /// The export it is sent to, empty for the default one.
    public StringProperty entrypointProperty() {
        return entrypoint;
    }

    /// The URL as it was written.
    public StringProperty urlProperty() {
        return url;
    }

    /// Whether the URL is none.
    public BooleanBinding urlWrongProperty() {
        return urlWrong;
    }

    /// The body, empty for none.
    public StringProperty bodyProperty() {
        return body;
    }

    /// How the text of the body becomes bytes.
    public ObjectProperty<BodyKind> bodyKindProperty() {
        return bodyKind;
    }

    /// What will go wrong with the body, empty for nothing.
    public ReadOnlyStringProperty bodyNoteProperty() {
        return bodyNote.getReadOnlyProperty();
    }

    /// The project's folder, which paths of files begin at.
    public Path folder() {
        return session.folder();
    }

    /// Sends a file: as the body, or as one more part of a form.
    public void takeFile(Path file) {
        Path root = session.folder().toAbsolutePath();
        String path = file.startsWith(root) ? root.relativize(file).toString().replace('\\', '/') : file.toString();
        if (bodyKind.get() == BodyKind.MULTIPART) {
            String before = body.get().stripTrailing();
            body.set((before.isEmpty() ? "" : before + "\n") + "file = @" + path);
        } else {
            body.set(path);
        }
    }

    /// Variables, `NAME = VALUE` a line.
    public StringProperty variablesProperty() {
        return variables;
    }

    /// What the response should be, one expectation a line.
    public StringProperty expectationsProperty() {
        return expectations;
    }

    /// Why it can't be sent although it has a URL; empty when it can.
    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /// How the expectations of the last run came out.
    public ObservableList<Expectation.Check> checks() {
        return checks;
    }

    /// How a kept request ended the last time it was sent in this session; null when it was not.
    public @Nullable RunRecord lastRun(KeptRequest request) {
        return lastRuns.get(key(request));
    }

    private static String key(@Nullable KeptRequest request) {
        return request == null ? "" : request.path() + " " + request.index();
    }

    /// The header fields.
    public ObservableList<HeaderRow> headers() {
        return headers;
    }

    /// The parameters of the URL's query; what is changed here is changed there, and the other way round.
    public ObservableList<HeaderRow> params() {
        return params;
    }

    /// The requests that the project keeps.
    public ObservableList<KeptRequest> requests() {
        return requests;
    }

    /// The kept request that is shown; null for one that is not kept yet.
    public ReadOnlyObjectProperty<@Nullable KeptRequest> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /// Whether it differs from what is kept.
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /// Whether it can be sent in this moment.
    public BooleanBinding canSendProperty() {
        return canSend;
    }

    /// Whether a run is live, so that it can be stopped.
    public ObservableValue<Boolean> liveProperty() {
        return session.runState().liveProperty();
    }

    /// Where the current run is.
    public RunState runState() {
        return session.runState();
    }

    // Commands

    /// Sends it.
    public void send() {
        if (canSend.get()) {
            sentFrom = key(kept.get());
            session.send(resolved(), Warmth.KEEP);
        }
    }

    /// Drops all isolates and sends it.
    public void sendFresh() {
        if (canSend.get()) {
            sentFrom = key(kept.get());
            session.send(resolved(), Warmth.FRESH);
        }
    }

    /// Ends the live run.
    public void stop() {
        session.stop();
    }

    /// Adds an empty header field.
    public void addHeader() {
        headers.add(new HeaderRow("", ""));
    }

    /// Shows a kept request.
    public void select(KeptRequest request) {
        kept.set(request);
        saved = request.draft();
        show(request.draft());
        refreshDirty();
    }

    /// Starts a request that is not kept.
    public void startNew() {
        kept.set(null);
        saved = RequestDraft.EMPTY;
        show(RequestDraft.EMPTY);
    }

    /// Writes the request into its file, into a new one when it has none.
    public void save() {
        RequestDraft draft = draft();
        KeptRequest present = kept.get();
        KeptRequest target = present == null
                ? new KeptRequest(session.requestFiles().freePath(draft), 0, "", draft)
                : new KeptRequest(present.path(), present.index(), present.name(), draft);
        session.requestFiles().save(target.path(), target.index(), draft, () -> {
            kept.set(target);
            saved = draft;
            refreshDirty();
        });
    }

    /// Takes a command of curl in place of what is written.
    ///
    /// @return whether the text was one
    public boolean paste(String text) {
        Curl.Pasted pasted = Curl.read(text).orElse(null);
        if (pasted == null) {
            return false;
        }
        show(pasted.draft());
        remark.set(String.join(" ", pasted.remarks()));
        return true;
    }

    /// What could not be taken over of what was pasted, empty for nothing.
    public ReadOnlyStringProperty remarkProperty() {
        return remark.getReadOnlyProperty();
    }

    /// Shows a request of the past for sending it again.
    public void show(RequestDraft draft) {
        remark.set("");
        kind.set(draft.kind());
        entrypoint.set(draft.entrypoint());
        method.set(draft.method());
        url.set(draft.url());
        body.set(draft.body());
        bodyKind.set(draft.notes().bodyKind());
        variables.set(draft.notes().variables().stream()
                .map(line -> line.name() + " = " + line.value())
                .collect(Collectors.joining("\n")));
        expectations.set(String.join("\n", draft.notes().expectations()));
        headers.setAll(draft.headers().stream()
                .map(line -> new HeaderRow(line.name(), line.value()))
                .toList());
    }

    RequestDraft draft() {
        List<HeaderLine> lines = headers.stream()
                .filter(row -> !row.nameProperty().get().isBlank())
                .map(row -> new HeaderLine(
                        row.nameProperty().get().strip(),
                        row.valueProperty().get().strip()))
                .toList();
        return new RequestDraft(
                method.get(),
                url.get().strip(),
                lines,
                body.get(),
                kind.get(),
                entrypoint.get().strip(),
                notes());
    }

    private RequestNotes notes() {
        List<HeaderLine> named = new ArrayList<>();
        for (String line : variables.get().lines().toList()) {
            String[] parts = line.split("=", 2);
            if (!parts[0].isBlank()) {
                named.add(new HeaderLine(parts[0].strip(), parts.length > 1 ? parts[1].strip() : ""));
            }
        }
        return new RequestNotes(
                named,
                expectations
                        .get()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                bodyKind.get());
    }

    private void refreshDirty() {
        dirty.set(!draft().equals(saved));
    }

    private void refreshRequests() {
        FileNode tree = session.treeProperty().get();
        ProjectOutline outline = session.outlineProperty().get();
        if (tree == null) {
            return;
        }
        List<String> paths = tree.files()
                .map(FileNode::path)
                .filter(path -> outline.role(path) == FileRole.REQUEST)
                .toList();
        session.requestFiles().load(paths, this::follow);
    }

    /// Takes what is on disk, except for a request that is being changed.
    /// A text as it may leave the window: without values of secrets, which the person is told.
    public String leaving(String text) {
        String masked = session.secretMask().apply(text);
        if (!masked.equals(text)) {
            session.notices().tell("Copied without the values of secrets: they stand as [secret NAME] in it.");
        }
        return masked;
    }

    private void follow(List<KeptRequest> found) {
        if (found.equals(requests) && kept.get() != null) {
            return;
        }
        requests.setAll(found);
        if (dirty.get()) {
            return;
        }
        KeptRequest shown = kept.get();
        found.stream()
                .filter(request ->
                        shown == null || request.path().equals(shown.path()) && request.index() == shown.index())
                .findFirst()
                .ifPresent(this::select);
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
