package dev.dynamicworkers.playground.app.panel.response;

import dev.dynamicworkers.playground.app.code.CodeEditor;
import dev.dynamicworkers.playground.app.code.FindBar;
import dev.dynamicworkers.playground.app.code.highlight.Language;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.StatusBadge;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.BodyText;
import dev.dynamicworkers.playground.app.session.HeaderLine;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunState;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The response of a run: outcome, body, headers, and the error card. FX thread.
public final class ResponseView extends BorderPane implements AutoCloseable {
    private static final PseudoClass OUTDATED = PseudoClass.getPseudoClass("outdated");

    private final ResponseViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private final StatusBadge verdict = new StatusBadge();
    private final Label status = fact("response-status");
    private final Label time = fact("response-time");
    private final Label size = fact("response-size");
    private final Label warmth = fact("response-warmth");
    private final Label number = fact("response-run");
    private final Button newest = new Button("Back to the newest run");
    private final ErrorCard card;
    private final Node empty = Panes.emptyState(
            Icons.SEND.node(28, "muted-icon"),
            "No response yet",
            "Press Ctrl+Enter to send the request. Nothing runs by itself.");
    private final Label noBody = new Label();
    private final StackPane bodyPane = new StackPane();
    private final TableView<HeaderLine> headers = new TableView<>();
    private final Tab headersTab = new Tab("Headers", headers);
    private final TabPane parts = new TabPane();
    private final ProgressBar progress = new ProgressBar();
    private final ToggleButton prettyButton = new ToggleButton("Pretty");
    private final ToggleButton rawButton = new ToggleButton("Raw");
    private final Button copyButton =
            Panes.iconButton("response-copy", Icons.COPY.node(16), "Copy the body", this::copyBody);
    private final Label remark = new Label();
    private @Nullable CodeEditor bodyEditor;
    private @Nullable Language bodyLanguage;

    /// @param model what is shown
    public ResponseView(ResponseViewModel model) {
        this.model = model;
        this.card = new ErrorCard(model);
        setId("response");
        getStyleClass().addAll("panel", "response");
        setAccessibleText("Response: none yet");
        setMinWidth(280);
        setMinHeight(90);
        progress.getStyleClass().add("thin-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText("The request is running");
        progress.setFocusTraversable(false);
        setTop(new VBox(header(), progress));
        parts();
        subscriptions.observe(model.runState().phaseProperty(), phase -> {
            boolean live = phase != RunState.Phase.IDLE;
            progress.setVisible(live);
            progress.setProgress(live ? ProgressBar.INDETERMINATE_PROGRESS : 0);
            parts.getParent().pseudoClassStateChanged(OUTDATED, live);
            card.pseudoClassStateChanged(OUTDATED, live);
            if (live) {
                showRunning(phase);
            } else {
                show(model.runProperty().get());
            }
        });
        subscriptions.observe(model.runProperty(), this::show);
        subscriptions.observe(model.bodyProperty(), text -> showBody());
        subscriptions.listen(model.prettyProperty(), pretty -> showBody());
    }

    private static Label fact(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("fact");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private HBox header() {
        Label word = new Label("RESPONSE");
        word.getStyleClass().add("panel-title");
        word.setMinWidth(Region.USE_PREF_SIZE);
        verdict.setId("response-verdict");
        verdict.setMinWidth(Region.USE_PREF_SIZE);
        status.getStyleClass().add("strong");
        newest.setId("response-newest");
        newest.setAccessibleText("Show the newest run again");
        newest.getStyleClass().addAll("flat", "small");
        newest.setOnAction(event -> model.showNewest());
        HBox header = new HBox(word, verdict, status, Panes.spacer(), newest, time, size, warmth, number);
        header.getStyleClass().add("panel-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private void parts() {
        ToggleGroup group = new ToggleGroup();
        prettyButton.setToggleGroup(group);
        rawButton.setToggleGroup(group);
        prettyButton.setId("response-pretty");
        rawButton.setId("response-raw");
        prettyButton.setAccessibleText("Body laid out for reading");
        rawButton.setAccessibleText("Body as it came");
        prettyButton.getStyleClass().addAll("small-toggle", "left-pill");
        rawButton.getStyleClass().addAll("small-toggle", "right-pill");
        prettyButton.setSelected(true);
        group.selectedToggleProperty().subscribe(toggle -> {
            if (toggle == null) {
                (model.prettyProperty().get() ? prettyButton : rawButton).setSelected(true);
            } else {
                model.prettyProperty().set(toggle == prettyButton);
            }
        });
        remark.getStyleClass().add("muted");
        HBox tools = new HBox(remark, prettyButton, rawButton, copyButton);
        tools.getStyleClass().add("tab-tools");
        tools.setAlignment(Pos.CENTER_RIGHT);
        tools.setPickOnBounds(false);
        tools.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);

        noBody.getStyleClass().add("empty-hint");
        noBody.setWrapText(true);
        Tab bodyTab = new Tab("Body", bodyPane);
        bodyTab.setId("response-body-tab");
        headersTab.setId("response-headers-tab");
        headersTable();
        parts.getTabs().addAll(bodyTab, headersTab);
        parts.setId("response-parts");
        parts.setAccessibleText("Body and headers of the response");
        parts.getStyleClass().add("sub-tabs");
        parts.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tools.visibleProperty()
                .bind(parts.getSelectionModel().selectedItemProperty().isEqualTo(bodyTab));
        StackPane withTools = new StackPane(parts, tools);
        StackPane.setAlignment(tools, Pos.TOP_RIGHT);
        BorderPane filled = new BorderPane(withTools);
        filled.setTop(card);
        filled.setId("response-filled");
        setCenter(new StackPane(filled, empty));
        filled.visibleProperty().bind(empty.visibleProperty().not());
    }

    private void headersTable() {
        headers.setId("response-headers");
        headers.setAccessibleText("Response headers");
        headers.getStyleClass().addAll("dense", "mono");
        headers.setFixedCellSize(26);
        headers.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        headers.setPlaceholder(new Label("No headers"));
        TableColumn<HeaderLine, String> name = new TableColumn<>("Name");
        name.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().name()));
        name.setPrefWidth(160);
        TableColumn<HeaderLine, String> value = new TableColumn<>("Value");
        value.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().value()));
        headers.getColumns().add(name);
        headers.getColumns().add(value);
    }

    private void show(@Nullable RunRecord run) {
        empty.setVisible(run == null);
        card.show(run);
        Panes.show(newest, run != null && !model.isNewest());
        Panes.show(verdict, run != null);
        headers.getItems().setAll(model.headers());
        headersTab.setText(
                model.headers().isEmpty()
                        ? "Headers"
                        : "Headers " + model.headers().size());
        if (run == null) {
            return;
        }
        verdict.show(run.verdict().word(), run.verdict().tone());
        RunRecord.Reply reply = run.reply();
        status.setText(reply == null ? "" : (reply.status() + " " + reply.statusText()).strip());
        Panes.show(time, /* visible= */ true);
        Panes.show(number, /* visible= */ true);
        time.setText(Amounts.millis(run.totalMillis()));
        size.setText(reply == null ? "" : Amounts.bytes((long) reply.body().length));
        boolean ran = !run.isolates().isEmpty();
        warmth.setText(ran ? run.cold().name() : "");
        number.setText("#" + run.number());
        for (Label label : new Label[] {status, size, warmth}) {
            Panes.show(label, !label.getText().isEmpty());
        }
        setAccessibleText(
                "Response of run " + run.number() + ": " + run.verdict().word() + " " + status.getText());
    }

    /// What is shown belongs to an earlier run, so the facts of that one give way.
    private void showRunning(RunState.Phase phase) {
        Panes.show(verdict, /* visible= */ true);
        verdict.show(phase.word().toUpperCase(Locale.ROOT), "busy");
        for (Label label : new Label[] {status, time, size, warmth}) {
            Panes.show(label, /* visible= */ false);
        }
        Panes.show(number, /* visible= */ true);
        number.setText("#" + model.runState().number());
        setAccessibleText("Response: run " + model.runState().number() + " is not over");
    }

    private void showBody() {
        BodyText text = model.bodyProperty().get();
        RunRecord run = model.runProperty().get();
        boolean json = text.kind() == BodyText.Kind.JSON;
        Panes.show(prettyButton, json);
        Panes.show(rawButton, json);
        remark.setText(text.remark());
        Panes.show(copyButton, text.kind() != BodyText.Kind.EMPTY);
        if (text.kind() == BodyText.Kind.EMPTY) {
            noBody.setText(run == null || run.reply() == null ? "No response was sent." : "The body is empty.");
            bodyPane.getChildren().setAll(noBody);
            return;
        }
        CodeEditor editor = bodyEditor(json ? Language.JSON : Language.TEXT);
        editor.show(model.prettyProperty().get() ? text.pretty() : text.raw());
    }

    private CodeEditor bodyEditor(Language language) {
        CodeEditor present = bodyEditor;
        if (present == null || bodyLanguage != language) {
            if (present != null) {
                present.close();
            }
            present = new CodeEditor("response-body", "Response body", language);
            present.setEditable(false);
            present.setWrap(true);
            FindBar find = new FindBar(present);
            present.onFind(find::act);
            bodyEditor = present;
            bodyLanguage = language;
            BorderPane pane = new BorderPane(present.node());
            pane.setTop(find);
            bodyPane.getChildren().setAll(pane);
        } else {
            bodyPane.getChildren().setAll(present.node().getParent());
        }
        return present;
    }

    private void copyBody() {
        ClipboardContent content = new ClipboardContent();
        BodyText text = model.bodyProperty().get();
        content.putString(model.prettyProperty().get() ? text.pretty() : text.raw());
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Gives the focus to the response.
    public void focusBody() {
        if (bodyEditor != null && bodyEditor.focusTarget().getScene() != null) {
            bodyEditor.focusTarget().requestFocus();
        } else if (empty.isVisible()) {
            requestFocus();
        } else {
            parts.requestFocus();
        }
    }

    @Override
    public void close() {
        subscriptions.close();
        if (bodyEditor != null) {
            bodyEditor.close();
        }
    }
}
