package dev.dynamicworkers.playground.app.panel.request;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.KeptRequest;
import dev.dynamicworkers.playground.app.theme.Icons;
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
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The request line with its headers and body. FX thread.
public final class RequestView extends BorderPane implements AutoCloseable {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final RequestViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private final TextField url = new TextField();
    private final VBox headerRows = new VBox();
    private final MenuButton picker = new MenuButton();

    /// @param model what is shown
    public RequestView(RequestViewModel model) {
        this.model = model;
        setId("request");
        getStyleClass().addAll("panel", "request");
        setTop(new VBox(title(), line()));
        setCenter(parts());
        setMinWidth(280);
        setMinHeight(90);
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
        fillPicker();
        Region dot = new Region();
        dot.getStyleClass().add("dirty-dot");
        dot.visibleProperty().bind(model.dirtyProperty());
        subscriptions.observe(
                model.keptProperty(), kept -> picker.setText(kept == null ? "not kept yet" : kept.title()));
        Button save = Panes.iconButton("request-save", Icons.SAVE.node(16), "Save the request (Ctrl+S)", model::save);
        save.disableProperty().bind(model.dirtyProperty().not());
        HBox title = new HBox(word, picker, dot, Panes.spacer(), save);
        title.getStyleClass().add("panel-header");
        title.setAlignment(Pos.CENTER_LEFT);
        return title;
    }

    private void fillPicker() {
        picker.getItems().clear();
        for (KeptRequest request : model.requests()) {
            MenuItem item = new MenuItem(request.title());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.select(request));
            picker.getItems().add(item);
        }
        MenuItem fresh = new MenuItem("New request");
        fresh.setOnAction(event -> model.startNew());
        picker.getItems().add(fresh);
    }

    private HBox line() {
        ComboBox<String> method = new ComboBox<>();
        method.setId("request-method");
        method.setAccessibleText("Method");
        method.getItems().setAll(RequestViewModel.METHODS);
        method.valueProperty().bindBidirectional(model.methodProperty());
        method.setMinWidth(Region.USE_PREF_SIZE);
        url.setId("request-url");
        url.setAccessibleText("URL");
        url.setPromptText("http://localhost/");
        url.getStyleClass().add("mono");
        url.textProperty().bindBidirectional(model.urlProperty());
        url.setOnAction(event -> model.send());
        subscriptions.observe(model.urlWrongProperty(), wrong -> url.pseudoClassStateChanged(ERROR, wrong));
        HBox.setHgrow(url, Priority.ALWAYS);

        Button send = new Button("Send", Icons.SEND.node(16));
        send.setId("send-button");
        send.setAccessibleText("Send the request");
        send.setTooltip(new Tooltip("Send the request (Ctrl+Enter)"));
        send.getStyleClass().add("accent");
        send.setMinWidth(92);
        send.disableProperty().bind(model.canSendProperty().not());
        send.setOnAction(event -> model.send());
        Button stop = new Button("Stop", Icons.STOP.node(16));
        stop.setId("stop-button");
        stop.setAccessibleText("Stop the run");
        stop.setTooltip(new Tooltip("Stop the run (Shift+F5)"));
        stop.getStyleClass().add("danger");
        stop.setMinWidth(92);
        stop.setOnAction(event -> model.stop());
        subscriptions.observe(model.liveProperty(), live -> {
            Panes.show(send, !live);
            Panes.show(stop, live);
        });
        HBox line = new HBox(method, url, send, stop);
        line.getStyleClass().add("request-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private TabPane parts() {
        TextArea body = new TextArea();
        body.setId("request-body");
        body.setAccessibleText("Request body");
        body.setPromptText("No body");
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
        TabPane parts = new TabPane(headerTab, bodyTab);
        parts.setId("request-parts");
        parts.setAccessibleText("Headers and body of the request");
        parts.getStyleClass().add("sub-tabs");
        parts.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        return parts;
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
        TextField name = new TextField();
        name.setId("header-name-" + index);
        name.setPromptText("Name");
        name.setAccessibleText("Header name");
        name.getStyleClass().add("mono");
        name.textProperty().bindBidirectional(row.nameProperty());
        TextField value = new TextField();
        value.setId("header-value-" + index);
        value.setPromptText("Value");
        value.setAccessibleText("Header value");
        value.getStyleClass().add("mono");
        value.textProperty().bindBidirectional(row.valueProperty());
        name.setPrefWidth(150);
        HBox.setHgrow(value, Priority.ALWAYS);
        HBox line = new HBox(
                name,
                value,
                Panes.iconButton(
                        "header-remove-" + index,
                        Icons.CLOSE.node(14),
                        "Remove this header",
                        () -> model.removeHeader(row)));
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
