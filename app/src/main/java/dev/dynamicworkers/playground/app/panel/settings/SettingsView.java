package dev.dynamicworkers.playground.app.panel.settings;

import dev.dynamicworkers.playground.app.code.CodeEditor;
import dev.dynamicworkers.playground.app.code.highlight.Language;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.SearchField;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// All settings: pages, a search over all of them, the keys, and the same as JSON. FX thread.
public final class SettingsView extends BorderPane implements AutoCloseable {
    private static final String KEYS = "Keyboard";
    private static final String JSON = "As JSON";

    private final SettingsViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Subscriptions pageSubscriptions = new Subscriptions();
    private final ListView<String> pages = new ListView<>();
    private final SearchField search =
            new SearchField("settings-search", "Search settings", Icons.SEARCH.node(14, "muted-icon"));
    private final KeysView keys;
    private final CodeEditor json = new CodeEditor("settings-json", "Settings as JSON", Language.JSON);

    /// @param close takes the settings away
    public SettingsView(SettingsViewModel model, Runnable close) {
        this.model = model;
        setId("settings");
        getStyleClass().add("settings");
        keys = new KeysView(model, subscriptions);
        Label title = new Label("Settings");
        HBox.setHgrow(search, Priority.ALWAYS);
        search.setMaxWidth(320);
        search.field().textProperty().bindBidirectional(model.filterProperty());
        HBox header = Panes.sheetHeader(
                title, search, Panes.iconButton("settings-close", Icons.CLOSE.node(14), "Close the settings", close));
        setTop(header);
        List<String> names = new ArrayList<>();
        for (Setting.Page page : Setting.Page.values()) {
            names.add(page.title());
        }
        names.add(KEYS);
        names.add(JSON);
        pages.setId("settings-pages");
        Panes.letEscapeOut(pages);
        pages.setAccessibleText("Pages of the settings");
        pages.getItems().setAll(names);
        pages.getStyleClass().add("settings-pages");
        pages.setPrefWidth(150);
        pages.setMinWidth(110);
        pages.getSelectionModel().selectFirst();
        setLeft(pages);
        subscriptions.onChange(
                this::showPage, pages.getSelectionModel().selectedItemProperty(), model.filterProperty());
        showPage();
    }

    private void showPage() {
        String page = pages.getSelectionModel().getSelectedItem();
        String filter = model.filterProperty().get();
        pageSubscriptions.close();
        if (KEYS.equals(page)) {
            setCenter(keys);
        } else if (JSON.equals(page) && filter.isEmpty()) {
            setCenter(json());
        } else {
            setCenter(rows(page));
        }
    }

    private Node rows(String title) {
        VBox box = new VBox();
        box.getStyleClass().add("setting-rows");
        Setting.Page shown = Setting.Page.GENERAL;
        for (Setting.Page page : Setting.Page.values()) {
            shown = page.title().equals(title) ? page : shown;
        }
        for (Setting setting : model.rows(shown)) {
            box.getChildren().add(new SettingRow(setting, model.settings(), pageSubscriptions, model::fonts));
        }
        for (SettingsViewModel.Deed deed : model.deeds(shown)) {
            box.getChildren().add(deedRow(deed));
        }
        if (box.getChildren().isEmpty()) {
            Label nothing = new Label("No setting matches. Keys are on the page Keyboard.");
            nothing.getStyleClass().add("muted");
            box.getChildren().add(nothing);
        }
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("bare-scroll");
        return scroll;
    }

    /// A deed that can't be undone wants a second press.
    private Node deedRow(SettingsViewModel.Deed deed) {
        Button button = new Button(deed.button());
        button.setId("deed-" + deed.command());
        button.setAccessibleText(deed.title());
        button.setAccessibleHelp(deed.explanation());
        button.setMinWidth(USE_PREF_SIZE);
        boolean destroys = deed.button().endsWith("\u2026");
        button.setOnAction(event -> {
            if (destroys && button.getText().equals(deed.button())) {
                button.setText("Really delete");
                button.getStyleClass().add("danger");
            } else {
                button.setText(deed.done().isEmpty() ? deed.button() : deed.done());
                button.setDisable(destroys);
                model.perform(deed);
            }
        });
        Label title = new Label(deed.title());
        title.getStyleClass().add("setting-title");
        Label explanation = new Label(deed.explanation());
        explanation.getStyleClass().add("muted");
        explanation.setWrapText(true);
        explanation.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(title, explanation);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(words, button);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("setting-row");
        return row;
    }

    private Node json() {
        json.show(model.json());
        Label problem = new Label();
        problem.setId("settings-json-problem");
        problem.getStyleClass().add("killed");
        problem.setWrapText(true);
        pageSubscriptions.observe(model.jsonProblemProperty(), problem::setText);
        Button apply = new Button("Apply");
        apply.setId("settings-json-apply");
        apply.setAccessibleText("Apply the settings of this text");
        apply.getStyleClass().add("small");
        apply.setOnAction(event -> model.takeJson(json.text()));
        HBox bar = new HBox(problem, Panes.spacer(), apply);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("sheet-footer");
        BorderPane pane = new BorderPane(json.node());
        pane.setBottom(bar);
        return pane;
    }

    /// Shows the page with the keys.
    public void showKeys() {
        pages.getSelectionModel().select(KEYS);
        keys.focusList();
    }

    /// Gives the focus to the search box.
    public void focusSearch() {
        search.field().requestFocus();
        search.field().selectAll();
    }

    /// Whether keys are being recorded, so that none of them runs a command.
    public boolean isRecording() {
        return keys.isRecording();
    }

    @Override
    public void close() {
        pageSubscriptions.close();
        subscriptions.close();
        json.close();
    }
}
