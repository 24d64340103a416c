package dev.dynamicworkers.playground.app.panel.request;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.FileNode;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.HeaderLine;
import dev.dynamicworkers.playground.app.session.ProjectOutline;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.ProjectSession.Warmth;
import dev.dynamicworkers.playground.app.session.RequestDraft;
import dev.dynamicworkers.playground.app.session.RunState;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The request that is being written. FX thread.
public final class RequestViewModel implements AutoCloseable {
    /// The methods that the box offers; others can be typed into a request file.
    public static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private final ProjectSession session;
    private final Subscriptions subscriptions = new Subscriptions();
    private final StringProperty method = new SimpleStringProperty(RequestDraft.EMPTY.method());
    private final StringProperty url = new SimpleStringProperty(RequestDraft.EMPTY.url());
    private final StringProperty body = new SimpleStringProperty("");
    private final ObservableList<HeaderRow> headers = FXCollections.observableArrayList(
            row -> new Observable[] {row.nameProperty(), row.valueProperty()});
    private final ObservableList<String> requests = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper file = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final BooleanBinding urlWrong;
    private final BooleanBinding canSend;
    private RequestDraft saved = RequestDraft.EMPTY;

    /// @param session that sends it
    public RequestViewModel(ProjectSession session) {
        this.session = session;
        urlWrong = Bindings.createBooleanBinding(() -> !isUrl(draft().absoluteUrl()), url);
        canSend = session.runState().liveProperty().not().and(urlWrong.not());
        subscriptions.onChange(this::refreshDirty, method, url, body, headers);
        subscriptions.observe(session.treeProperty(), tree -> refreshRequests());
        subscriptions.onChange(this::refreshRequests, session.outlineProperty());
        subscriptions.listen(session.requestWishProperty(), path -> {
            if (path != null) {
                select(path);
            }
        });
        subscriptions.listen(session.diskVersionProperty(), version -> {
            if (!dirty.get() && !file.get().isEmpty()) {
                select(file.get());
            }
        });
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

    /// The header fields.
    public ObservableList<HeaderRow> headers() {
        return headers;
    }

    /// Paths of the kept requests.
    public ObservableList<String> requests() {
        return requests;
    }

    /// Path of the kept request that is shown, empty for one that is not kept yet.
    public ReadOnlyStringProperty fileProperty() {
        return file.getReadOnlyProperty();
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
            session.send(draft(), Warmth.KEEP);
        }
    }

    /// Drops all isolates and sends it.
    public void sendFresh() {
        if (canSend.get()) {
            session.send(draft(), Warmth.FRESH);
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

    /// Takes a header field away.
    public void removeHeader(HeaderRow row) {
        headers.remove(row);
    }

    /// Shows a kept request.
    public void select(String path) {
        session.requestFiles().load(path, draft -> {
            file.set(path);
            show(draft);
            saved = draft;
            refreshDirty();
        });
    }

    /// Starts a request that is not kept.
    public void startNew() {
        file.set("");
        saved = RequestDraft.EMPTY;
        show(RequestDraft.EMPTY);
    }

    /// Writes the request into its file, into a new one when it has none.
    public void save() {
        RequestDraft draft = draft();
        String path = file.get().isEmpty() ? session.requestFiles().freePath(draft) : file.get();
        session.requestFiles().save(path, draft, () -> {
            file.set(path);
            saved = draft;
            if (!requests.contains(path)) {
                requests.add(path);
            }
            refreshDirty();
        });
    }

    /// Shows a request of the past for sending it again.
    public void show(RequestDraft draft) {
        method.set(draft.method());
        url.set(draft.url());
        body.set(draft.body());
        headers.setAll(draft.headers().stream()
                .map(line -> new HeaderRow(line.name(), line.value()))
                .toList());
    }

    RequestDraft draft() {
        List<HeaderLine> lines = headers.stream()
                .filter(row -> !row.nameProperty().get().isBlank())
                .map(row -> new HeaderLine(
                        row.nameProperty().get().strip(), row.valueProperty().get().strip()))
                .toList();
        return new RequestDraft(method.get(), url.get().strip(), lines, body.get());
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
        List<String> found = tree.files()
                .map(FileNode::path)
                .filter(path -> outline.role(path) == FileRole.REQUEST)
                .toList();
        if (!found.equals(requests)) {
            requests.setAll(found);
        }
        if (file.get().isEmpty() && !found.isEmpty() && !dirty.get()) {
            select(found.getFirst());
        }
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
