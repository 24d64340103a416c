package dev.dynamicworkers.playground.app.panel.request;

import dev.dynamicworkers.playground.app.fx.FxThread;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.StatusBadge;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.fx.YieldingRow;
import dev.dynamicworkers.playground.app.session.EventKind;
import dev.dynamicworkers.playground.app.session.KeptRequest;
import dev.dynamicworkers.playground.app.session.RequestDraft;
import dev.dynamicworkers.playground.app.session.RequestNotes;
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
import javafx.scene.control.TextField;
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

/// The request line, and what belongs to it below. FX thread.
public final class RequestView extends BorderPane implements AutoCloseable {
    private static final double NARROW = 440;
    /// Width in which the longest kind, "scheduled", has room.
    private static final double KIND = 116;
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final RequestViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private final TextField url = new TextField();
    private final MenuButton picker = new MenuButton();

    /// @param model what is shown
    public RequestView(RequestViewModel model) {
        this.model = model;
        setId("request");
        getStyleClass().addAll("panel", "request");
        VBox head = new VBox(title(), line(), remark());
        head.setMinHeight(USE_PREF_SIZE);
        setTop(head);
        RequestParts parts = new RequestParts(model);
        subscriptions.add(parts::close);
        setCenter(parts);
        setMinWidth(230);
        setMinHeight(112);
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
        box.valueProperty().bindBidirectional(model.fields().kindProperty());
        box.setMinWidth(KIND);
        box.setPrefWidth(KIND);
        return box;
    }

    private void markUrl() {
        url.pseudoClassStateChanged(
                ERROR,
                model.urlWrongProperty().get()
                        || RequestNotes.uses(
                                url.getText(), model.unresolvedProperty().get()));
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
            remark.pseudoClassStateChanged(ERROR, !complaint.isEmpty());
            Panes.show(remark, !text.isEmpty());
        };
        subscriptions.onChange(tell, model.remarkProperty(), model.complaintProperty());
        tell.run();
        return remark;
    }

    private YieldingRow title() {
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
        YieldingRow title = new YieldingRow("request-title", 10)
                .drop(1, word)
                .shrink(picker, 70)
                .stay(dot)
                .atEnd()
                .stay(copyMenu())
                .stay(save);
        title.getStyleClass().add("panel-header");
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
                        reply == null ? last.verdict().word() : reply.statusWord(),
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
        method.valueProperty().bindBidirectional(model.fields().methodProperty());
        method.setMinWidth(88);
        method.setPrefWidth(88);
        url.setId("request-url");
        url.setAccessibleText("URL");
        url.setPromptText("http://localhost/");
        url.getStyleClass().add("mono");
        url.textProperty().bindBidirectional(model.fields().urlProperty());
        url.setOnAction(event -> model.send());
        url.textProperty().subscribe((before, text) -> {
            // A command that is pasted into the line is taken apart; the line gets its address. One that is being typed
            // is not whole yet, and the field can't be changed while it takes a change itself.
            if (text.length() > before.length() + 1 && Curl.isCurl(text) && text.contains("://")) {
                FxThread.onNextFrame(() -> {
                    if (text.equals(url.getText())) {
                        model.paste(text);
                    }
                });
            }
        });
        url.focusedProperty().subscribe(focused -> {
            if (!focused) {
                model.takeCommand();
            }
        });
        url.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            // A text field would join the lines of a command before it can be read.
            if (PASTE.match(event) && pasteCurlIfAny()) {
                event.consume();
            }
        });
        subscriptions.onChange(this::markUrl, model.urlWrongProperty(), model.unresolvedProperty(), url.textProperty());
        markUrl();
        HBox.setHgrow(url, Priority.ALWAYS);

        Button send = new Button("Send", Icons.SEND.node(16));
        send.setId("send-button");
        send.setAccessibleText("Send the request");
        Panes.tip(send, "Send the request (Ctrl+Enter)");
        send.getStyleClass().add("accent");
        send.setMinWidth(84);
        send.disableProperty().bind(model.canSendProperty().not());
        send.setOnAction(event -> model.send());
        Button stop = new Button("Stop", Icons.STOP.node(16));
        stop.setId("stop-button");
        stop.setAccessibleText("Stop the run");
        Panes.tip(stop, "Stop the run (Shift+F5)");
        stop.getStyleClass().add("danger");
        stop.setMinWidth(84);
        stop.setOnAction(event -> model.stop());
        subscriptions.observe(model.liveProperty(), live -> {
            Panes.show(send, !live);
            Panes.show(stop, live);
        });
        subscriptions.observe(model.fields().kindProperty(), chosen -> {
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
        RequestDraft draft = model.fields().draft();
        content.putString(model.leaving(
                switch (form) {
                    case CURL -> Curl.posix(draft);
                    case POWERSHELL -> Curl.powerShell(draft);
                    case FETCH -> Snippets.fetch(draft);
                    case RAW -> Snippets.raw(draft);
                }));
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
        Panes.tip(menu, "Copy the request");
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

    /// Gives the focus to the URL.
    public void focusUrl() {
        url.requestFocus();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
