package dev.dynamicworkers.playground.app.panel.request;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.Expectation;
import dev.dynamicworkers.playground.app.session.FileNode;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.FoundRequest;
import dev.dynamicworkers.playground.app.session.KeptRequest;
import dev.dynamicworkers.playground.app.session.ProjectOutline;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RequestDraft;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunState;
import dev.dynamicworkers.playground.app.session.UnsavedRequest;
import dev.dynamicworkers.playground.app.session.Warmth;
import dev.dynamicworkers.playground.app.session.request.BodyKind;
import dev.dynamicworkers.playground.app.session.request.Curl;
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
    private final UnsavedDrafts unsaved;
    private RequestDraft saved = RequestDraft.EMPTY;
    private boolean showing;
    private boolean saving;
    private @Nullable FoundRequest toldOf;

    /// @param session that sends it
    public RequestViewModel(ProjectSession session) {
        this.session = session;
        unsaved = new UnsavedDrafts(
                session.requestFiles().unsaved(), session.notices(), this::unsavedRequest, this::showAgain);
        subscriptions.add(fields::close);
        urlWrong = Bindings.createBooleanBinding(
                () -> RequestChecks.isTargetWrong(fields),
                fields.urlProperty(),
                fields.kindProperty(),
                fields.variablesProperty());
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
        unsaved.begin();
    }

    private @Nullable UnsavedRequest unsavedRequest() {
        return dirty.get() ? new UnsavedRequest(kept.get(), saved, fields.draft()) : null;
    }

    private void showAgain(UnsavedRequest request) {
        kept.set(request.kept());
        saved = request.onDisk();
        show(request.written());
    }

    private void ran(@Nullable RunRecord run) {
        if (run != null) {
            checks.setAll(Expectation.check(run));
            if (!sentFrom.isEmpty()) {
                lastRuns.put(sentFrom, run);
            }
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
        takeCommand();
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
        if (before == null || !before.isSameAs(request)) {
            unsaved.giveWay();
        }
        kept.set(request);
        toldOf = null;
        saved = request.draft();
        show(request.draft());
    }

    /// Shows a kept request and sends it, where it can be sent; else says why not.
    public void send(KeptRequest request) {
        KeptRequest present = kept.get();
        if (present == null || !present.isSameAs(request)) {
            select(request);
        }
        if (!complaint.get().isEmpty()) {
            session.notices().problem(request.title() + " was not sent. " + complaint.get());
        }
        send();
    }

    /// Starts a request that is not kept. What was changed of another one can be brought back.
    public void startNew() {
        unsaved.giveWay();
        kept.set(null);
        saved = RequestDraft.EMPTY;
        show(RequestDraft.EMPTY);
    }

    /// Writes the request into its file, into a new one when it has none. What someone else wrote there meanwhile is
    /// told first, and not written over.
    public void save() {
        RequestDraft draft = fields.draft();
        KeptRequest present = kept.get();
        KeptRequest target =
                present == null ? new KeptRequest(session.requestFiles().freePath(draft), 0, "", draft) : present;
        saving = true;
        session.requestFiles()
                .save(
                        target,
                        present == null ? null : saved,
                        draft,
                        written -> {
                            saving = false;
                            saved(present, draft, written);
                            refreshRequests();
                        },
                        () -> saving = false);
    }

    private void saved(@Nullable KeptRequest request, RequestDraft draft, FoundRequest written) {
        KeptRequest present = kept.get();
        boolean isShown = request == null || present == null ? request == present : request.isSameAs(present);
        if (isShown && written.changed()) {
            differs(written, " and was not saved. Save again to write over that.");
        } else if (isShown) {
            kept.set(written.request());
            saved = draft;
            toldOf = null;
            remark.set("");
            refreshDirty();
        } else if (written.changed() && request != null) {
            session.notices().problem(request.title() + " was changed on disk meanwhile and was not saved.");
        }
    }

    /// Says that the file of the request that is being changed has something else by now.
    ///
    /// @param consequence the end of the sentence
    private void differs(FoundRequest now, String consequence) {
        KeptRequest present = kept.get();
        if (present == null || now.equals(toldOf)) {
            return;
        }
        toldOf = now;
        KeptRequest there = now.request();
        if (there == null) {
            kept.set(present.after(requests));
            tellOfDisk(present.title() + " is no longer in its file. Save writes it there again.", null);
        } else {
            kept.set(there);
            saved = there.draft();
            refreshDirty();
            tellOfDisk(present.title() + " was changed on disk meanwhile" + consequence, there);
        }
    }

    private void tellOfDisk(String sentence, @Nullable KeptRequest there) {
        remark.set(sentence);
        if (there == null) {
            session.notices().problem(sentence);
        } else {
            session.notices().tell(sentence, "Take what is on disk", () -> {
                unsaved.giveWay();
                select(there);
            });
        }
    }

    /// Takes a command of curl in place of what is written.
    ///
    /// @return whether the text was one
    public boolean paste(String text) {
        Curl.Pasted pasted = Curl.read(text).orElse(null);
        if (pasted == null) {
            return false;
        }
        if (!Curl.isCurl(fields.urlProperty().get())) {
            unsaved.giveWay();
        }
        show(pasted.draft());
        remark.set(String.join(" ", pasted.remarks()));
        return true;
    }

    /// Takes a command of curl apart that was typed in place of an address.
    void takeCommand() {
        String typed = fields.urlProperty().get();
        if (Curl.isCurl(typed)) {
            paste(typed);
        }
    }

    /// What could not be taken over of what was pasted, empty for nothing.
    public ReadOnlyStringProperty remarkProperty() {
        return remark.getReadOnlyProperty();
    }

    /// Shows a request of the past for sending it again.
    public void show(RequestDraft draft) {
        remark.set("");
        showing = true;
        fields.show(draft);
        showing = false;
        changed();
    }

    private void changed() {
        if (showing) {
            // Half of it is still what was there before.
            return;
        }
        refreshDirty();
        RequestDraft draft = fields.draft();
        Set<String> missing = draft.notes().unresolved(draft);
        unresolved.set(Set.copyOf(missing));
        complaint.set(RequestChecks.complaint(fields, draft, missing));
        bodyNote.set(RequestChecks.bodyNote(draft));
    }

    private void refreshDirty() {
        dirty.set(!fields.draft().equals(saved));
        session.requestFiles().unsaved().shown(unsavedRequest());
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
        KeptRequest shown = kept.get();
        if (found.equals(requests) && shown != null) {
            return;
        }
        requests.setAll(found);
        if (shown == null) {
            if (!dirty.get() && !found.isEmpty()) {
                select(found.getFirst());
            }
            return;
        }
        FoundRequest now = FoundRequest.of(shown, saved, found);
        KeptRequest there = now.request();
        if (there != null && !now.changed()) {
            kept.set(there);
        } else if (dirty.get() && !saving) {
            differs(now, ". Save writes over that.");
        } else if (!saving) {
            // Under another name and with other words it is the one at its place that is meant.
            found.stream().filter(shown::isSameAs).findFirst().ifPresent(this::select);
        }
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
