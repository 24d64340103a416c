package dev.dynamicworkers.playground.app.panel.request;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.StatusBadge;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.EventKind;
import dev.dynamicworkers.playground.app.session.Expectation;
import dev.dynamicworkers.playground.app.session.KeptRequest;
import dev.dynamicworkers.playground.app.session.RequestDraft;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.request.Curl;
import dev.dynamicworkers.playground.app.session.request.Snippets;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The request line with its headers and body. FX thread.
public final class RequestView extends BorderPane implements AutoCloseable {
    private static final double NARROW = 420;
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final RequestViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private final TextField url = new TextField();
    private final VBox headerRows = new VBox();
    private final VBox paramRows = new VBox();
    private final MenuButton picker = new MenuButton();

    /// @param model what is shown
    public RequestView(RequestViewModel model) {
        this.model = model;
        setId("request");
        getStyleClass().addAll("panel", "request");
        setTop(new VBox(title(), line(), remark()));
        setCenter(parts());
        setMinWidth(230);
        setMinHeight(90);
    }

    private ComboBox<EventKind> kindBox() {
        ComboBox<EventKind> box = new ComboBox<>();
        box.setId("request-kind");
        box.setAccessibleText("Kind of event");
        box.getItems().setAll(EventKind.values());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable EventKind kind) {
                return kind == null ? "" : kind.word();
            }

            @Override
            public EventKind fromString(String text) {
                return EventKind.of(text).orElse(EventKind.FETCH);
            }
        });
        box.valueProperty().bindBidirectional(model.kindProperty());
        box.setMinWidth(98);
        box.setPrefWidth(98);
        return box;
    }

    private Tab entrypointTab() {
        TextField entrypoint = new TextField();
        entrypoint.setId("request-entrypoint");
        entrypoint.setAccessibleText("Entrypoint, empty for the default export");
        entrypoint.setPromptText("default");
        entrypoint.getStyleClass().add("mono");
        entrypoint.setMaxWidth(260);
        entrypoint.textProperty().bindBidirectional(model.entrypointProperty());
        Label words = new Label("The export of the main module that gets the event: the default one, or a class that"
                + " extends WorkerEntrypoint.");
        words.setWrapText(true);
        words.getStyleClass().add("muted");
        VBox box = new VBox(entrypoint, words);
        box.getStyleClass().add("inspector-page");
        Tab tab = new Tab("Entrypoint", box);
        tab.setId("request-entrypoint-tab");
        subscriptions.observe(
                model.entrypointProperty(), name -> tab.setText(name.isBlank() ? "Entrypoint" : "Entrypoint \u2022"));
        return tab;
    }

    private Label remark() {
        Label remark = new Label();
        remark.setId("request-remark");
        remark.getStyleClass().addAll("muted", "request-remark");
        remark.setWrapText(true);
        Runnable tell = () -> {
            String complaint = model.complaintProperty().get();
            String text = complaint.isEmpty() ? model.remarkProperty().get() : complaint;
            remark.setText(text);
            Panes.show(remark, !text.isEmpty());
        };
        subscriptions.onChange(tell, model.remarkProperty(), model.complaintProperty());
        tell.run();
        return remark;
    }

    private HBox title() {
        Label word = new Label("REQUEST");
        word.getStyleClass().add("panel-title");
        word.setMinWidth(Region.USE_PREF_SIZE);
        picker.setId("request-picker");
        picker.setAccessibleText("Pick a kept request");
        picker.setMnemonicParsing(false);
        picker.getStyleClass().addAll("flat", "small-menu");
        model.requests().addListener((ListChangeListener<KeptRequest>) change -> fillPicker());
        picker.setOnShowing(event -> fillPicker());
        fillPicker();
        Region dot = new Region();
        dot.getStyleClass().add("dirty-dot");
        dot.visibleProperty().bind(model.dirtyProperty());
        subscriptions.observe(
                model.keptProperty(), kept -> picker.setText(kept == null ? "not kept yet" : kept.title()));
        Button save = Panes.iconButton("request-save", Icons.SAVE.node(16), "Save the request (Ctrl+S)", model::save);
        save.disableProperty().bind(model.dirtyProperty().not());
        HBox title = new HBox(word, picker, dot, Panes.spacer(), copyMenu(), save);
        title.getStyleClass().add("panel-header");
        title.setAlignment(Pos.CENTER_LEFT);
        return title;
    }

    private void fillPicker() {
        picker.getItems().clear();
        for (KeptRequest request : model.requests()) {
            MenuItem item = new MenuItem(request.title());
            item.setMnemonicParsing(false);
            RunRecord last = model.lastRun(request);
            if (last != null) {
                StatusBadge badge = new StatusBadge();
                RunRecord.Reply reply = last.reply();
                badge.show(
                        reply == null ? last.verdict().word() : String.valueOf(reply.status()),
                        last.verdict().tone());
                item.setGraphic(badge);
            }
            item.setOnAction(event -> model.select(request));
            picker.getItems().add(item);
        }
        MenuItem fresh = new MenuItem("New request");
        fresh.setOnAction(event -> model.startNew());
        picker.getItems().add(fresh);
    }

    private VBox line() {
        ComboBox<String> method = new ComboBox<>();
        method.setId("request-method");
        method.setAccessibleText("Method");
        method.getItems().setAll(RequestViewModel.METHODS);
        method.valueProperty().bindBidirectional(model.methodProperty());
        method.setMinWidth(88);
        method.setPrefWidth(88);
        url.setId("request-url");
        url.setAccessibleText("URL");
        url.setPromptText("http://localhost/");
        url.getStyleClass().add("mono");
        url.textProperty().bindBidirectional(model.urlProperty());
        url.setOnAction(event -> model.send());
        url.textProperty().subscribe(text -> {
            // A command that is pasted into the line is taken apart; the line gets its address.
            if (Curl.isCurl(text) && text.contains("://")) {
                model.paste(text);
            }
        });
        url.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            // A text field would join the lines of a command before it can be read.
            if (PASTE.match(event) && pasteCurlIfAny()) {
                event.consume();
            }
        });
        subscriptions.observe(model.urlWrongProperty(), wrong -> url.pseudoClassStateChanged(ERROR, wrong));
        HBox.setHgrow(url, Priority.ALWAYS);

        Button send = new Button("Send", Icons.SEND.node(16));
        send.setId("send-button");
        send.setAccessibleText("Send the request");
        send.setTooltip(new Tooltip("Send the request (Ctrl+Enter)"));
        send.getStyleClass().add("accent");
        send.setMinWidth(84);
        send.disableProperty().bind(model.canSendProperty().not());
        send.setOnAction(event -> model.send());
        Button stop = new Button("Stop", Icons.STOP.node(16));
        stop.setId("stop-button");
        stop.setAccessibleText("Stop the run");
        stop.setTooltip(new Tooltip("Stop the run (Shift+F5)"));
        stop.getStyleClass().add("danger");
        stop.setMinWidth(84);
        stop.setOnAction(event -> model.stop());
        subscriptions.observe(model.liveProperty(), live -> {
            Panes.show(send, !live);
            Panes.show(stop, live);
        });
        subscriptions.observe(model.kindProperty(), chosen -> {
            Panes.show(method, chosen == EventKind.FETCH);
            url.setPromptText(chosen.prompt());
            url.setAccessibleText(chosen.targetName());
            url.setDisable(chosen == EventKind.TAIL);
        });
        HBox line = new HBox(kindBox(), method, url, send, stop);
        line.getStyleClass().add("request-line");
        line.setAlignment(Pos.CENTER_LEFT);
        VBox rows = new VBox(line);
        rows.widthProperty().subscribe(width -> fold(rows, line, method, width.doubleValue()));
        return rows;
    }

    /// Where there is little room, the address gets a row of its own.
    private void fold(VBox rows, HBox line, ComboBox<String> method, double width) {
        boolean narrow = width > 0 && width < NARROW;
        if (narrow == line.getChildren().contains(url)) {
            if (narrow) {
                line.getChildren().removeAll(method, url);
                HBox row = new HBox(method, url);
                row.getStyleClass().add("request-line");
                rows.getChildren().add(row);
            } else {
                rows.getChildren().remove(1);
                line.getChildren().addAll(1, List.of(method, url));
            }
        }
    }

    /// The forms in which a request can be copied.
    public enum Form {
        CURL,
        POWERSHELL,
        FETCH,
        RAW
    }

    /// Copies the request in a form.
    public void copyAs(Form form) {
        ClipboardContent content = new ClipboardContent();
        RequestDraft draft = model.draft();
        content.putString(
                switch (form) {
                    case CURL -> Curl.posix(draft);
                    case POWERSHELL -> Curl.powerShell(draft);
                    case FETCH -> Snippets.fetch(draft);
                    case RAW -> Snippets.raw(draft);
                });
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Takes the command of curl that was copied.
    public void pasteCurl() {
        if (!pasteCurlIfAny()) {
            focusUrl();
        }
    }

    private boolean pasteCurlIfAny() {
        String text = Clipboard.getSystemClipboard().getString();
        return text != null && model.paste(text);
    }

    private MenuButton copyMenu() {
        MenuButton menu = new MenuButton(null, Icons.COPY.node(16));
        menu.setId("request-copy");
        menu.setAccessibleText("Copy the request");
        menu.setTooltip(new Tooltip("Copy the request"));
        menu.getStyleClass().addAll("flat", "small-menu", "icon-menu");
        for (Form form : Form.values()) {
            MenuItem item = new MenuItem(
                    switch (form) {
                        case CURL -> "Copy as curl";
                        case POWERSHELL -> "Copy as curl for PowerShell";
                        case FETCH -> "Copy as fetch()";
                        case RAW -> "Copy as raw HTTP";
                    });
            item.setOnAction(event -> copyAs(form));
            menu.getItems().add(item);
        }
        MenuItem paste = new MenuItem("Paste curl");
        paste.setOnAction(event -> pasteCurl());
        menu.getItems().add(paste);
        return menu;
    }

    private TabPane parts() {
        TextArea body = new TextArea();
        body.setId("request-body");
        body.setAccessibleText("Request body");
        subscriptions.observe(
                model.kindProperty(),
                chosen -> body.setPromptText(chosen == EventKind.FETCH ? "No body" : chosen.bodyPrompt()));
        body.getStyleClass().addAll("mono", "bare");
        body.textProperty().bindBidirectional(model.bodyProperty());

        headerRows.getStyleClass().add("header-rows");
        model.headers().addListener((ListChangeListener<HeaderRow>) change -> {
            boolean structure = false;
            while (change.next()) {
                structure |= !change.wasUpdated();
            }
            if (structure) {
                fillHeaders();
            }
        });
        fillHeaders();
        ScrollPane headers = new ScrollPane(headerRows);
        headers.setFitToWidth(true);
        headers.setFocusTraversable(false);

        Tab headerTab = new Tab("Headers", headers);
        headerTab.setId("request-headers-tab");
        model.headers().addListener((ListChangeListener<HeaderRow>) change -> headerTab.setText(headersTitle()));
        headerTab.setText(headersTitle());
        Tab bodyTab = new Tab("Body", body);
        bodyTab.setId("request-body-tab");
        subscriptions.observe(model.bodyProperty(), text -> bodyTab.setText(text.isEmpty() ? "Body" : "Body \u2022"));
        TabPane parts = new TabPane(paramsTab(), headerTab, bodyTab, entrypointTab(), varsTab(), expectTab());
        parts.getSelectionModel().select(headerTab);
        parts.setId("request-parts");
        parts.setAccessibleText("Headers and body of the request");
        parts.getStyleClass().add("sub-tabs");
        parts.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        return parts;
    }

    private Tab varsTab() {
        TextArea text = new TextArea();
        text.setId("request-vars");
        text.setAccessibleText("Variables, NAME = VALUE a line");
        text.setPromptText("host = localhost:8787\nEvery {{host}} in the request stands for its value.");
        text.getStyleClass().addAll("mono", "bare");
        text.textProperty().bindBidirectional(model.variablesProperty());
        Tab tab = new Tab("Vars", text);
        tab.setId("request-vars-tab");
        subscriptions.observe(model.variablesProperty(), said -> tab.setText(said.isBlank() ? "Vars" : "Vars \u2022"));
        return tab;
    }

    private Tab expectTab() {
        ExpectationsPane pane = new ExpectationsPane(model);
        subscriptions.add(pane::close);
        Tab tab = new Tab("Expect", pane);
        tab.setId("request-expect-tab");
        Runnable title = () -> {
            long met = model.checks().stream().filter(Expectation.Check::met).count();
            tab.setText(
                    model.checks().isEmpty()
                            ? "Expect"
                            : "Expect " + met + "/" + model.checks().size());
        };
        subscriptions.onChange(title, model.checks());
        title.run();
        return tab;
    }

    private Tab paramsTab() {
        Tab tab = new Tab("Params");
        tab.setId("request-params-tab");
        ScrollPane scroll = new ScrollPane(paramRows);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        tab.setContent(scroll);
        paramRows.getStyleClass().add("header-rows");
        Runnable fill = () -> {
            tab.setText(
                    model.params().isEmpty()
                            ? "Params"
                            : "Params " + model.params().size());
            fillParams();
        };
        model.params().addListener((ListChangeListener<HeaderRow>) change -> {
            boolean structure = false;
            while (change.next()) {
                structure |= !change.wasUpdated();
            }
            if (structure) {
                fill.run();
            }
        });
        fill.run();
        return tab;
    }

    private void fillParams() {
        paramRows.getChildren().clear();
        int index = 0;
        for (HeaderRow row : model.params()) {
            paramRows.getChildren().add(row("param", "Parameter", row, index++, () -> model.removeParam(row)));
        }
        Button add = new Button("Add parameter", Icons.ADD.node(14));
        add.setId("param-add");
        add.setAccessibleText("Add a parameter");
        add.getStyleClass().addAll("flat", "small");
        add.setOnAction(event -> {
            model.addParam();
            paramRows.lookup("#param-name-" + (model.params().size() - 1)).requestFocus();
        });
        paramRows.getChildren().add(add);
    }

    private String headersTitle() {
        int count = model.headers().size();
        return count == 0 ? "Headers" : "Headers " + count;
    }

    private void fillHeaders() {
        headerRows.getChildren().clear();
        int index = 0;
        for (HeaderRow row : model.headers()) {
            headerRows.getChildren().add(headerRow(row, index++));
        }
        Button add = new Button("Add header", Icons.ADD.node(14));
        add.setId("header-add");
        add.setAccessibleText("Add a header");
        add.getStyleClass().addAll("flat", "small");
        add.setOnAction(event -> {
            model.addHeader();
            headerRows.lookup("#header-name-" + (model.headers().size() - 1)).requestFocus();
        });
        headerRows.getChildren().add(add);
    }

    private HBox headerRow(HeaderRow row, int index) {
        return row("header", "Header", row, index, () -> model.removeHeader(row));
    }

    private static HBox row(String id, String what, HeaderRow row, int index, Runnable remove) {
        TextField name = new TextField();
        name.setId(id + "-name-" + index);
        name.setPromptText("Name");
        name.setAccessibleText(what + " name");
        name.getStyleClass().add("mono");
        name.textProperty().bindBidirectional(row.nameProperty());
        TextField value = new TextField();
        value.setId(id + "-value-" + index);
        value.setPromptText("Value");
        value.setAccessibleText(what + " value");
        value.getStyleClass().add("mono");
        value.textProperty().bindBidirectional(row.valueProperty());
        name.setPrefWidth(150);
        HBox.setHgrow(value, Priority.ALWAYS);
        HBox line = new HBox(
                name,
                value,
                Panes.iconButton(
                        id + "-remove-" + index,
                        Icons.CLOSE.node(14),
                        "Remove this " + what.toLowerCase(java.util.Locale.ROOT),
                        remove));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("header-row");
        return line;
    }

    /// Gives the focus to the URL.
    public void focusUrl() {
        url.requestFocus();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
