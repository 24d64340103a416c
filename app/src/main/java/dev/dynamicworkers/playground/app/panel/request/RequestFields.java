package dev.dynamicworkers.playground.app.panel.request;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.EventKind;
import dev.dynamicworkers.playground.app.session.HeaderLine;
import dev.dynamicworkers.playground.app.session.RequestDraft;
import dev.dynamicworkers.playground.app.session.RequestNotes;
import dev.dynamicworkers.playground.app.session.request.BodyKind;
import dev.dynamicworkers.playground.app.session.request.QueryText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// What is written into the request panel, field by field, and the request that it makes. FX thread.
public final class RequestFields implements AutoCloseable {
    private final StringProperty method = new SimpleStringProperty(RequestDraft.EMPTY.method());
    private final StringProperty url = new SimpleStringProperty(RequestDraft.EMPTY.url());
    private final ObjectProperty<EventKind> kind = new SimpleObjectProperty<>(EventKind.FETCH);
    private final StringProperty entrypoint = new SimpleStringProperty("");
    private final StringProperty props = new SimpleStringProperty("");
    private final StringProperty body = new SimpleStringProperty("");
    private final ObjectProperty<BodyKind> bodyKind = new SimpleObjectProperty<>(BodyKind.TEXT);
    private final StringProperty variables = new SimpleStringProperty("");
    private final StringProperty expectations = new SimpleStringProperty("");
    private final ObservableList<HeaderRow> headers = rows();
    private final ObservableList<HeaderRow> params = rows();
    private final Subscriptions subscriptions = new Subscriptions();
    private boolean following;

    RequestFields() {
        subscriptions.observe(url, text -> readParams());
        ListChangeListener<HeaderRow> changed = change -> writeParams();
        params.addListener(changed);
        subscriptions.add(() -> params.removeListener(changed));
    }

    private static ObservableList<HeaderRow> rows() {
        return FXCollections.observableArrayList(row -> new Observable[] {row.nameProperty(), row.valueProperty()});
    }

    private static List<HeaderRow> rows(List<HeaderLine> lines) {
        return lines.stream()
                .map(line -> new HeaderRow(line.name(), line.value()))
                .toList();
    }

    private void readParams() {
        if (following || kind.get() != EventKind.FETCH) {
            return;
        }
        following = true;
        params.setAll(rows(QueryText.params(url.get())));
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

    /// Everything that the request depends on.
    Observable[] all() {
        return new Observable[] {method, url, body, bodyKind, headers, kind, entrypoint, props, variables, expectations
        };
    }

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

    /// JSON of the object that the entrypoint finds as `ctx.props`, empty for none.
    public StringProperty propsProperty() {
        return props;
    }

    /// The URL as it was written.
    public StringProperty urlProperty() {
        return url;
    }

    /// The body, empty for none.
    public StringProperty bodyProperty() {
        return body;
    }

    /// How the text of the body becomes bytes.
    public ObjectProperty<BodyKind> bodyKindProperty() {
        return bodyKind;
    }

    /// Variables, `NAME = VALUE` a line.
    public StringProperty variablesProperty() {
        return variables;
    }

    /// What the response should be, one expectation a line.
    public StringProperty expectationsProperty() {
        return expectations;
    }

    /// The header fields.
    public ObservableList<HeaderRow> headers() {
        return headers;
    }

    /// The parameters of the URL's query; what is changed here is changed there, and the other way round.
    public ObservableList<HeaderRow> params() {
        return params;
    }

    /// Writes a request into the fields.
    void show(RequestDraft draft) {
        kind.set(draft.kind());
        entrypoint.set(draft.entrypoint());
        props.set(draft.notes().props());
        method.set(draft.method());
        url.set(draft.url());
        body.set(draft.body());
        bodyKind.set(draft.notes().bodyKind());
        variables.set(draft.notes().variables().stream()
                .map(line -> line.name() + " = " + line.value())
                .collect(Collectors.joining("\n")));
        expectations.set(String.join("\n", draft.notes().expectations()));
        headers.setAll(rows(draft.headers()));
    }

    /// The request as it is written, names of variables included.
    public RequestDraft draft() {
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

    /// The request with values in place of the names that have one.
    RequestDraft resolved() {
        RequestDraft draft = draft();
        return draft.notes().resolve(draft);
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
                bodyKind.get(),
                props.get().strip());
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
