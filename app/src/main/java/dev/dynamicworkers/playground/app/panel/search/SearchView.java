package dev.dynamicworkers.playground.app.panel.search;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The search in all files, in the side bar. FX thread.
public final class SearchView extends BorderPane implements AutoCloseable {
    private static final int MOST_BEFORE = 9;
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final SearchViewModel model;
    private final TextField field;
    private final TreeView<SearchHit> tree = new TreeView<>(new TreeItem<>(SearchHit.file("", 0)));
    private final Subscriptions subscriptions = new Subscriptions();

    /// @param model what is shown
    public SearchView(SearchViewModel model) {
        this.model = model;
        setId("search");
        getStyleClass().addAll("panel", "side-bar");
        setMinWidth(140);
        Label title = new Label("SEARCH");
        title.getStyleClass().add("panel-title");
        HBox header = new HBox(title);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("panel-header");
        field = field("search-field", "Search in all files", model.wantedProperty());
        TextField with = field("search-replace", "Replace with", model.replacementProperty());
        TextField include = field("search-include", "Files, for example *.js, src/", model.includeProperty());
        FlowPane options = new FlowPane(
                toggle("search-case", "Aa", "Match case", model.matchCaseProperty()),
                toggle("search-word", "ab|", "Whole words", model.wholeWordProperty()),
                toggle("search-regex", ".*", "Regular expression", model.regexProperty()));
        options.getStyleClass().add("search-options");
        Button all = new Button("Replace all");
        all.setId("search-replace-all");
        all.setAccessibleText("Replace all matches in all files that are listed");
        all.getStyleClass().add("small");
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.setOnAction(event -> model.replaceAll());
        subscriptions.onChange(() -> all.setDisable(model.files().isEmpty()), model.files());
        all.setDisable(true);
        Label summary = new Label();
        summary.setId("search-summary");
        summary.getStyleClass().add("muted");
        summary.setWrapText(true);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        subscriptions.observe(model.summaryProperty(), summary::setText);
        subscriptions.observe(model.failedProperty(), failed -> field.pseudoClassStateChanged(ERROR, failed));
        // Not beside the summary, whose words would be cut in a narrow panel.
        options.getChildren().add(all);
        VBox form = new VBox(field, with, include, options, summary);
        form.getStyleClass().add("search-form");
        setTop(new VBox(header, form));
        buildTree();
        setCenter(tree);
        ListChangeListener<SearchViewModel.FileHits> changed = change -> show();
        model.files().addListener(changed);
        subscriptions.add(() -> model.files().removeListener(changed));
    }

    private static TextField field(String id, String prompt, javafx.beans.property.StringProperty text) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private static ToggleButton toggle(String id, String text, String name, javafx.beans.property.BooleanProperty on) {
        ToggleButton toggle = new ToggleButton(text);
        toggle.setId(id);
        toggle.setAccessibleText(name);
        toggle.setTooltip(new Tooltip(name));
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        toggle.getStyleClass().addAll("flat", "small-toggle");
        toggle.selectedProperty().bindBidirectional(on);
        return toggle;
    }

    private void buildTree() {
        tree.setId("search-results");
        tree.setAccessibleText("Matches");
        tree.setShowRoot(false);
        tree.getStyleClass().add("dense");
        tree.setFixedCellSize(26);
        tree.setCellFactory(view -> new HitCell());
        tree.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                open();
            }
        });
        tree.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open();
            }
        });
        field.setOnAction(event -> model.search());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                tree.requestFocus();
                tree.getSelectionModel().selectFirst();
            }
        });
    }

    private void open() {
        TreeItem<SearchHit> item = tree.getSelectionModel().getSelectedItem();
        if (item != null && !item.getValue().isFile()) {
            model.open(item.getValue());
        }
    }

    private void show() {
        List<TreeItem<SearchHit>> items = new ArrayList<>();
        for (SearchViewModel.FileHits file : model.files()) {
            TreeItem<SearchHit> item = new TreeItem<>(file.file());
            file.hits().forEach(hit -> item.getChildren().add(new TreeItem<>(hit)));
            item.setExpanded(model.files().size() <= 30);
            items.add(item);
        }
        tree.getRoot().getChildren().setAll(items);
    }

    /// Gives the focus to the field, with what is selected elsewhere in it.
    ///
    /// @param selected empty to keep what was looked for
    public void focusField(String selected) {
        if (!selected.isEmpty() && !selected.contains("\n")) {
            field.setText(selected);
        }
        field.requestFocus();
        field.selectAll();
    }

    @Override
    public void close() {
        subscriptions.close();
    }

    private final class HitCell extends TreeCell<SearchHit> {
        @Override
        protected void updateItem(@Nullable SearchHit hit, boolean empty) {
            super.updateItem(hit, empty);
            setText(null);
            // As wide as the list: what does not fit is cut, the match itself is in front.
            setPrefWidth(0);
            if (empty || hit == null) {
                setGraphic(null);
                return;
            }
            setGraphic(hit.isFile() ? file(hit) : line(hit));
            setAccessibleText(
                    hit.isFile()
                            ? hit.path() + ", " + hit.count() + " matches"
                            : "line " + hit.line() + ": " + hit.text());
        }

        private Node file(SearchHit hit) {
            Label name = new Label(hit.path(), Icons.FILE.node(14, "muted-icon"));
            name.getStyleClass().add("strong");
            // The end of a path says more than its beginning.
            name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            HBox.setHgrow(name, Priority.SOMETIMES);
            Label count = new Label(String.valueOf(hit.count()));
            count.getStyleClass().addAll("muted", "count");
            count.setMinWidth(Region.USE_PREF_SIZE);
            Button dismiss = Panes.iconButton(
                    "search-dismiss",
                    Icons.CLOSE.node(10),
                    "Leave " + hit.path() + " out",
                    () -> model.files().stream()
                            .filter(file -> file.file().equals(hit))
                            .findFirst()
                            .ifPresent(model::dismiss));
            dismiss.setFocusTraversable(false);
            HBox row = new HBox(name, count, dismiss);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setSpacing(6);
            return row;
        }

        private static Node line(SearchHit hit) {
            Label before = part(shortened(hit.text().substring(0, hit.start())));
            Label match = part(hit.text().substring(hit.start(), Math.max(hit.start(), hit.end())));
            match.getStyleClass().add("hit");
            Label after = part(hit.text().substring(Math.max(hit.start(), hit.end())));
            after.setMinWidth(0);
            Label number = new Label(String.valueOf(hit.line()));
            number.getStyleClass().addAll("muted", "mono", "hit-line");
            number.setMinWidth(34);
            HBox row = new HBox(number, before, match, after);
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }

        private static String shortened(String before) {
            return before.length() > MOST_BEFORE
                    ? "\u2026" + before.substring(before.length() - MOST_BEFORE + 1)
                    : before;
        }

        private static Label part(String text) {
            Label label = new Label(text);
            label.getStyleClass().addAll("mono", "hit-text");
            label.setMinWidth(Region.USE_PREF_SIZE);
            return label;
        }
    }
}
