package dev.dynamicworkers.playground.app.panel.console;

import dev.dynamicworkers.playground.app.fx.EmptyState;
import dev.dynamicworkers.playground.app.fx.FxThread;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.SearchField;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.fx.ValueTreePane;
import dev.dynamicworkers.playground.app.fx.YieldingRow;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.LogEntry;
import dev.dynamicworkers.playground.app.session.SessionLog;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.io.File;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The console: every isolate's lines, newest at the end. FX thread.
public final class ConsoleView extends BorderPane implements AutoCloseable {
    private static final KeyCombination CLEAR = KeyCombination.valueOf("Shortcut+L");
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final double DETAIL_AT = 0.64;
    // Longer lines may not fit a row.
    private static final int WIDE = 100;

    private final ConsoleViewModel model;
    private final ListView<LogEntry> list = new ListView<>();
    private final Subscriptions subscriptions = new Subscriptions();
    private final SplitPane split = new SplitPane();
    private final ValueTreePane tree = new ValueTreePane("console-tree", "What the line logged");
    private final TextArea whole = new TextArea();
    private final VBox detail = new VBox();
    private final SearchField filter = new SearchField(
            "console-filter",
            "Filter: text -text /re/ isolate:x run:4 level:warn",
            Icons.FILTER.node(14, "muted-icon"));
    private boolean followsEnd = true;
    private boolean scrolls;

    /// @param model what is shown
    public ConsoleView(ConsoleViewModel model) {
        this.model = model;
        setId("console");
        getStyleClass().addAll("tool-panel", "console");
        setTop(toolbar());
        list.setId("console-list");
        Panes.letEscapeOut(list);
        list.setAccessibleText("Console lines");
        list.setItems(model.lines());
        list.setCellFactory(view -> new LogLineCell(model));
        subscriptions.observe(model.brokenProperty(), broken -> {
            // Lines of one height need not be measured.
            list.setFixedCellSize(broken ? Region.USE_COMPUTED_SIZE : LogLineCell.LINE);
            list.refresh();
        });
        subscriptions.onChange(list::refresh, model.folds().versionProperty());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        list.addEventFilter(ScrollEvent.SCROLL, event -> followsEnd = event.getDeltaY() < 0 && isAtEnd());
        ListChangeListener<LogEntry> follow = change -> {
            if (followsEnd && !scrolls) {
                // Before its next layout the list knows nothing of the lines that came.
                scrolls = true;
                FxThread.onNextFrame(this::scrollToEnd);
            }
        };
        model.lines().addListener(follow);
        subscriptions.add(() -> model.lines().removeListener(follow));

        Node empty = Panes.emptyState(
                Icons.CONSOLE.node(28, "muted-icon"),
                "Nothing logged",
                "console.log output of every isolate appears here.");
        empty.visibleProperty().bind(model.totalProperty().isEqualTo(0));
        empty.setMouseTransparent(true);
        whole.setId("console-whole");
        whole.setAccessibleText("The whole line");
        whole.setEditable(false);
        whole.setWrapText(true);
        whole.getStyleClass().addAll("mono", "bare");
        VBox.setVgrow(whole, Priority.ALWAYS);
        VBox.setVgrow(tree, Priority.ALWAYS);
        StackPane lines = new StackPane(list, empty, hidden());
        split.getItems().setAll(lines);
        SplitPane.setResizableWithParent(detail, false);
        detail.getStyleClass().add("log-detail");
        list.getSelectionModel().selectedItemProperty().subscribe(this::showDetail);
        setCenter(split);

        Label dropped = new Label();
        dropped.setId("console-dropped");
        dropped.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> String.format(
                                Locale.ROOT,
                                "%,d older lines dropped; the console keeps %,d.",
                                model.droppedProperty().get(),
                                SessionLog.CAPACITY),
                        model.droppedProperty()));
        HBox banner = new HBox(Icons.INFO.node(14), dropped);
        banner.getStyleClass().add("banner");
        banner.setAlignment(Pos.CENTER_LEFT);
        setBottom(new VBox(cap(), banner));
        subscriptions.observe(model.droppedProperty(), count -> Panes.show(banner, count.longValue() > 0));
    }

    /// Says that the last run wrote more lines than it may, and leads to the limit.
    private Node cap() {
        Label words = new Label();
        words.setId("console-cap");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Button raise = new Button("Raise in Limits");
        raise.setId("console-raise");
        raise.getStyleClass().add("small");
        raise.setMinWidth(Region.USE_PREF_SIZE);
        raise.setOnAction(event -> model.raiseCap());
        HBox banner = new HBox(Icons.LIMIT.node(14), words, Panes.spacer(), raise);
        banner.getStyleClass().addAll("banner", "warning");
        banner.setAlignment(Pos.CENTER_LEFT);
        subscriptions.observe(model.capProperty(), cap -> {
            String sentence = cap == null ? "" : ConsoleViewModel.sentence(cap);
            words.setText(sentence);
            raise.setAccessibleText("Raise in Limits: " + sentence);
            Panes.show(banner, cap != null);
        });
        return banner;
    }

    /// What stands in the place of lines that are all hidden.
    private Node hidden() {
        Button all = new Button("Show all lines");
        all.setId("console-show-all");
        all.setOnAction(event -> model.showAll());
        EmptyState state =
                Panes.emptyState(Icons.FILTER.node(28, "muted-icon"), "", "").with(all);
        state.setId("console-hidden");
        subscriptions.onChange(() -> sayHidden(state), model.complaintProperty(), model.totalProperty());
        sayHidden(state);
        state.visibleProperty().bind(model.totalProperty().greaterThan(0).and(Bindings.isEmpty(model.lines())));
        return state;
    }

    private void sayHidden(EmptyState state) {
        String complaint = model.complaintProperty().get();
        String words = complaint.isEmpty()
                ? "The filter and the levels above hide "
                        + Amounts.count(model.totalProperty().get(), "line") + "."
                : complaint;
        state.say("No line is shown", words);
        state.setAccessibleText(words);
    }

    /// What a line logged, in full: its objects as trees, or a text that is cut in its row. Only where there is more
    /// to see.
    private void showDetail(@Nullable LogEntry entry) {
        List<ValueTreePane.Branch> values = entry == null ? List.of() : ConsoleViewModel.values(entry);
        if (entry == null || values.isEmpty() && !isCut(entry)) {
            split.getItems().remove(detail);
            return;
        }
        if (values.isEmpty()) {
            whole.setText(entry.text());
            detail.getChildren().setAll(whole);
        } else {
            tree.show(values);
            detail.getChildren().setAll(tree);
        }
        if (!split.getItems().contains(detail)) {
            split.getItems().add(detail);
            split.setDividerPositions(DETAIL_AT);
        }
    }

    private void scrollToEnd() {
        scrolls = false;
        if (followsEnd && !model.lines().isEmpty()) {
            list.scrollTo(model.lines().size() - 1);
        }
    }

    private boolean isCut(LogEntry entry) {
        int length = entry.text().length();
        return length > LogLineCell.LONGEST
                || length > WIDE && !model.brokenProperty().get();
    }

    /// Where the console is a narrow column, what filters stays in sight the longest.
    private YieldingRow toolbar() {
        filter.field().textProperty().bindBidirectional(model.filterProperty());
        subscriptions.observe(
                model.complaintProperty(), wrong -> filter.field().pseudoClassStateChanged(ERROR, !wrong.isEmpty()));
        filter.setPrefWidth(330);
        filter.setMinWidth(60);
        YieldingRow toolbar = new YieldingRow("console-toolbar", 6);
        int rank = 10;
        for (LogEntry.Level level : new LogEntry.Level[] {
            LogEntry.Level.ERROR, LogEntry.Level.WARN, LogEntry.Level.INFO, LogEntry.Level.LOG, LogEntry.Level.DEBUG
        }) {
            ToggleButton toggle = new ToggleButton();
            toggle.setId("console-level-" + level.word());
            toggle.setAccessibleText("Show lines of level " + level.word());
            toggle.setMinWidth(Region.USE_PREF_SIZE);
            toggle.getStyleClass().addAll("small-toggle", "level-toggle", "level-" + level.word());
            toggle.selectedProperty().bindBidirectional(model.shownProperty(level));
            toggle.textProperty()
                    .bind(Bindings.createStringBinding(
                            () -> model.countProperty(level).get() == 0
                                    ? level.word()
                                    : level.word() + " "
                                            + model.countProperty(level).get(),
                            model.countProperty(level)));
            toolbar.giveWay(rank--, toggle);
        }
        toolbar.atEnd()
                .shrink(filter, 90)
                .stay(waitingLabel())
                .giveWay(11, toggle("console-pause", Icons.PAUSE, "Pause: new lines wait", model.pausedProperty()))
                .giveWay(
                        4,
                        toggle(
                                "console-wrap",
                                Icons.WRAP,
                                "Break long lines, while there are at most 5,000",
                                model.wrappingProperty()))
                .giveWay(3, preserve())
                .giveWay(
                        2,
                        Panes.iconButton(
                                "console-fold",
                                Icons.COLLAPSE.node(16),
                                "Fold the lines of all runs but the newest, or show them",
                                model::toggleFolds))
                .giveWay(1, Panes.iconButton("console-export", Icons.EXPORT.node(16), "Export the lines", this::export))
                .stay(Panes.iconButton(
                        "console-clear", Icons.CLEAR.node(16), "Clear the console (Ctrl+L)", model::clear));
        toolbar.getStyleClass().add("panel-toolbar");
        return toolbar;
    }

    private ToggleButton preserve() {
        ToggleButton button = new ToggleButton(null, Icons.HISTORY.node(16));
        String name = "Keep the lines of earlier runs when a run begins";
        button.setId("console-preserve");
        button.setAccessibleText(name);
        Panes.tip(button, name);
        button.getStyleClass().addAll("icon-button", "flat");
        subscriptions.observe(model.preservingProperty(), button::setSelected);
        button.setOnAction(event -> model.preservingProperty().setValue(button.isSelected()));
        return button;
    }

    private Label waitingLabel() {
        Label label = new Label();
        label.setId("console-waiting");
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Amounts.count(model.waitingProperty().get(), "new line"), model.waitingProperty()));
        subscriptions.observe(model.pausedProperty(), paused -> Panes.show(label, paused));
        return label;
    }

    private ToggleButton toggle(String id, Icons icon, String name, BooleanProperty value) {
        ToggleButton button = new ToggleButton(null, icon.node(16));
        button.setId(id);
        button.setAccessibleText(name);
        Panes.tip(button, name);
        button.getStyleClass().addAll("icon-button", "flat");
        button.selectedProperty().bindBidirectional(value);
        return button;
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the lines that are shown");
        chooser.setInitialFileName("console.log");
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            model.export(chosen.toPath());
        }
    }

    private void keyPressed(KeyEvent event) {
        if (CLEAR.match(event)) {
            model.clear();
            event.consume();
        } else if (COPY.match(event)) {
            ClipboardContent content = new ClipboardContent();
            content.putString(
                    model.copyText(List.copyOf(list.getSelectionModel().getSelectedItems())));
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            LogEntry entry = list.getSelectionModel().getSelectedItem();
            if (entry != null && model.reveal(entry)) {
                event.consume();
            }
        } else if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
            LogEntry entry = list.getSelectionModel().getSelectedItem();
            boolean fold = event.getCode() == KeyCode.LEFT;
            if (entry != null && fold != model.folds().isFolded(entry.run())) {
                model.toggleFold(entry.run());
            }
            event.consume();
        } else if (event.getCode() == KeyCode.END) {
            followsEnd = true;
        }
    }

    private boolean isAtEnd() {
        for (Node node : list.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                return !bar.isVisible() || bar.getValue() > bar.getMax() - 0.02;
            }
        }
        return true;
    }

    /// Gives the focus to the lines.
    public void focusLines() {
        list.requestFocus();
    }

    /// Gives the focus to the field that filters the lines.
    public void focusFilter() {
        filter.field().requestFocus();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
