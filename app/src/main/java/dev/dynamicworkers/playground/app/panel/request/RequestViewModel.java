package dev.dynamicworkers.playground.app.panel.request;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.EventKind;
import dev.dynamicworkers.playground.app.session.Expectation;
import dev.dynamicworkers.playground.app.session.FileNode;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.KeptRequest;
import dev.dynamicworkers.playground.app.session.ProjectOutline;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RequestDraft;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunState;
import dev.dynamicworkers.playground.app.session.Warmth;
import dev.dynamicworkers.playground.app.session.body.JsonSpan;
import dev.dynamicworkers.playground.app.session.request.BodyKind;
import dev.dynamicworkers.playground.app.session.request.Curl;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The request that is being written. FX thread.
public final class RequestViewModel implements AutoCloseable {
    /// The methods that the box offers; others can be typed into a request file.
    public static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private final ProjectSession session;
    private final Subscriptions subscriptions = new Subscriptions();
    private final RequestFields fields = new RequestFields();
    private final ReadOnlyStringWrapper bodyNote = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Set<String>> unresolved = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
    private final ObservableList<Expectation.Check> checks = FXCollections.observableArrayList();
    private final Map<String, RunRecord> lastRuns = new HashMap<>();
    private String sentFrom = "";
    private final ObservableList<KeptRequest> requests = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable KeptRequest> kept = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final BooleanBinding urlWrong;
    private final BooleanBinding canSend;
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
    private RequestDraft saved = RequestDraft.EMPTY;

    /// @param session that sends it
    public RequestViewModel(ProjectSession session) {
        this.session = session;
        subscriptions.add(fields::close);
        urlWrong = Bindings.createBooleanBinding(
                this::isTargetWrong, fields.urlProperty(), fields.kindProperty(), fields.variablesProperty());
        canSend = session.runState().liveProperty().not().and(urlWrong.not()).and(complaint.isEmpty());
        subscriptions.onChange(this::changed, fields.all());
        subscriptions.listen(session.lastRunProperty(), this::ran);
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
        return switch (fields.kindProperty().get()) {
            case FETCH -> !isUrl(fields.resolved().absoluteUrl());
            case RPC, ALARM, SCHEDULED, QUEUE -> fields.urlProperty().get().isBlank();
            case EMAIL -> !fields.urlProperty().get().contains("@");
            case TAIL -> false;
        };
    }

    private void complain() {
        RequestDraft draft = fields.draft();
        Set<String> missing = draft.notes().unresolved(draft);
        unresolved.set(Set.copyOf(missing));
        complaint.set(
                missing.isEmpty()
                        ? isTargetWrong() ? targetProblem() : propsProblem(draft)
                        : "{{" + String.join("}}, {{", missing) + "}} "
                                + (missing.size() == 1 ? "has no value" : "have no values")
                                + ". Write NAME = VALUE under Vars.");
    }

    private String targetProblem() {
        EventKind kind = fields.kindProperty().get();
        return switch (kind) {
            case FETCH -> "This is no address that a request can go to. Write for example " + kind.prompt() + ".";
            case EMAIL -> "An e-mail needs sender and recipient. Write for example " + kind.prompt() + ".";
            case RPC, ALARM, SCHEDULED, QUEUE, TAIL ->
                "Nothing is named that the event goes to. Write for example " + kind.prompt() + ".";
        };
    }

    private static String propsProblem(RequestDraft draft) {
        String text = draft.notes().resolve(draft).notes().props();
        boolean good = text.isBlank()
                || JsonSpan.of(text)
                        .filter(json -> json.kind() == JsonSpan.Kind.OBJECT)
                        .isPresent();
        return good ? "" : "The props are no JSON object. Write for example {\"user\": \"ada\"} under Entrypoint.";
    }

    /// Says of the body what will go wrong with it, which is no reason not to send it.
    private void noteBody() {
        String body = fields.bodyProperty().get();
        boolean bad = fields.kindProperty().get() == EventKind.FETCH
                && fields.bodyKindProperty().get() == BodyKind.JSON
                && !body.isBlank()
                && !body.contains("{{")
                && JsonSpan.of(body).isEmpty();
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

    private static boolean isUrl(String text) {
        try {
            URI uri = new URI(text.replace(' ', '+').replaceAll("[{}|\\\\^`\"<>\\[\\]]", "_"));
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    // Properties

    /// What is written, field by field.
    public RequestFields fields() {
        return fields;
    }

    /// Whether the URL is none.
    public BooleanBinding urlWrongProperty() {
        return urlWrong;
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
        if (fields.bodyKindProperty().get() == BodyKind.MULTIPART) {
            String before = fields.bodyProperty().get().stripTrailing();
            fields.bodyProperty().set((before.isEmpty() ? "" : before + "\n") + "file = @" + path);
        } else {
            fields.bodyProperty().set(path);
        }
    }

    /// Why it can't be sent; empty when it can.
    public ReadOnlyStringProperty complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /// The names between braces that have no value; what uses one is marked.
    public ReadOnlyObjectProperty<Set<String>> unresolvedProperty() {
        return unresolved.getReadOnlyProperty();
    }

    /// How the expectations of the last run came out.
    public ObservableList<Expectation.Check> checks() {
        return checks;
    }

    /// How a kept request ended the last time it was sent, in this session or, as it is kept, in an earlier one; null
    /// when it was not.
    public @Nullable RunRecord lastRun(KeptRequest request) {
        RunRecord sent = lastRuns.get(key(request));
        if (sent != null) {
            return sent;
        }
        RequestDraft draft = request.draft();
        RequestDraft resolved = draft.notes().resolve(draft);
        return session.runs().stream()
                .filter(run -> run.request().equals(resolved))
                .findFirst()
                .orElse(null);
    }

    private static String key(@Nullable KeptRequest request) {
        return request == null ? "" : request.path() + " " + request.index();
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
            session.send(fields.resolved(), session.warmthProperty().get());
        }
    }

    /// Drops all isolates and sends it.
    public void sendFresh() {
        if (canSend.get()) {
            sentFrom = key(kept.get());
            session.send(fields.resolved(), Warmth.FRESH);
        }
    }

    /// Sends it, and takes samples of what its run does.
    public void sendProfiled() {
        if (canSend.get()) {
            sentFrom = key(kept.get());
            session.profiling().send(fields.resolved(), session.warmthProperty().get());
        }
    }

    /// Ends the live run.
    public void stop() {
        session.stop();
    }

    /// Adds an empty header field.
    public void addHeader() {
        fields.headers().add(new HeaderRow("", ""));
    }

    /// Shows a kept request. What was changed of another one and not saved can be brought back.
    public void select(KeptRequest request) {
        KeptRequest before = kept.get();
        boolean isAnother = before == null || !key(before).equals(key(request));
        if (isAnother && dirty.get()) {
            offerBack(before, saved, fields.draft());
        }
        kept.set(request);
        saved = request.draft();
        show(request.draft());
        refreshDirty();
    }

    private void offerBack(@Nullable KeptRequest request, RequestDraft onDisk, RequestDraft written) {
        String which = request == null ? "The request that was not kept yet" : request.title();
        session.notices().tell(which + " had changes that are not saved.", "Bring them back", () -> {
            kept.set(request);
            saved = onDisk;
            show(written);
            refreshDirty();
        });
    }

    /// Shows a kept request and sends it, where it can be sent; else says why not.
    public void send(KeptRequest request) {
        KeptRequest present = kept.get();
        if (present == null || !key(present).equals(key(request))) {
            select(request);
        }
        if (!complaint.get().isEmpty()) {
            session.notices().problem(request.title() + " was not sent. " + complaint.get());
        }
        send();
    }

    /// Starts a request that is not kept.
    public void startNew() {
        kept.set(null);
        saved = RequestDraft.EMPTY;
        show(RequestDraft.EMPTY);
    }

    /// Writes the request into its file, into a new one when it has none.
    public void save() {
        RequestDraft draft = fields.draft();
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
        fields.show(draft);
    }

    private void changed() {
        refreshDirty();
        complain();
        noteBody();
    }

    private void refreshDirty() {
        dirty.set(!fields.draft().equals(saved));
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

    /// A text as it may leave the window: without values of secrets, which the person is told.
    public String leaving(String text) {
        String masked = session.secretMask().apply(text);
        if (!masked.equals(text)) {
            session.notices().tell("Copied without the values of secrets: they stand as [secret NAME] in it.");
        }
        return masked;
    }

    /// Takes what is on disk, except for a request that is being changed.
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
