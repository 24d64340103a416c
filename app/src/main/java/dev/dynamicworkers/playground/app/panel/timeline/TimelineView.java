package dev.dynamicworkers.playground.app.panel.timeline;

import dev.dynamicworkers.playground.app.fx.ColumnSet;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.PngImage;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.fx.TableColumns;
import dev.dynamicworkers.playground.app.fx.Tables;
import dev.dynamicworkers.playground.app.fx.YieldingRow;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.theme.Icons;
import dev.dynamicworkers.playground.app.theme.Theme;
import dev.dynamicworkers.playground.app.theme.Tokens;
import java.io.File;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
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

/// The timeline of the run that the response panel shows, as lanes and as a table. FX thread.
public final class TimelineView extends BorderPane implements AutoCloseable {
    private static final double STEP = 1.5;
    private static final double LABELS = 120;

    private static final String TYPE = "image/svg+xml";

    /// A second format of one name is refused by the toolkit.
    private static final DataFormat SVG =
            Objects.requireNonNullElseGet(DataFormat.lookupMimeType(TYPE), () -> new DataFormat(TYPE));

    private final TimelineViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ObservableList<TimelineMark> marks = FXCollections.observableArrayList();
    private final TableView<TimelineMark> table;
    private final TableColumns columns;
    private final TimelineChart chart;
    private final VBox labels = new VBox();
    private final ScrollPane track;
    private final ScrollPane lanes;
    private final Label title = new Label();
    private final Label detail = new Label();
    private final ToggleButton asTable = new ToggleButton("Table");
    private final Node nothing = Panes.emptyState(
            Icons.TIMELINE.node(28, "muted-icon"),
            "No run to draw",
            "Send a request: what each isolate did appears here along its time.");

    /// @param model what is shown
    /// @param chosen which columns of the table the person chose
    public TimelineView(TimelineViewModel model, ColumnSet.Memory chosen) {
        this.model = model;
        setId("timeline");
        getStyleClass().add("tool-panel");
        chart = new TimelineChart(model, this::tell);
        table = Tables.dense("timeline-table", "Timeline", marks, new Label("Nothing is known of this run."));
        Tables.text(table, "At", 80, "number", mark -> Amounts.millis(mark.startMillis()));
        Tables.text(table, "Took", 80, "number", mark -> mark.isTick() ? "" : Amounts.millis(mark.millis()));
        Tables.text(table, "Isolate", 110, "", mark -> mark.isolate().label());
        Tables.text(table, "What", 70, "", mark -> mark.kind().word());
        Tables.text(table, "Text", 500, "mono", TimelineMark::text);
        columns = new TableColumns(table, table.getColumns(), chosen);
        columns.manage();
        track = new ScrollPane(chart);
        track.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        track.setFitToHeight(true);
        track.getStyleClass().add("timeline-track");
        track.setFocusTraversable(false);
        labels.setMinWidth(LABELS);
        labels.setPrefWidth(LABELS);
        labels.getStyleClass().add("timeline-labels");
        HBox.setHgrow(track, Priority.ALWAYS);
        lanes = new ScrollPane(new HBox(labels, track));
        lanes.setFitToWidth(true);
        lanes.setFitToHeight(true);
        lanes.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        lanes.setFocusTraversable(false);
        lanes.getStyleClass().add("timeline-lanes");
        setTop(toolbar());
        detail.setId("timeline-detail");
        detail.getStyleClass().addAll("mono", "timeline-detail");
        detail.setMinWidth(0);
        setBottom(detail);
        subscriptions.onChange(this::widen, model.zoomProperty(), track.viewportBoundsProperty());
        chart.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        track.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.isShortcutDown() && event.getDeltaY() != 0) {
                model.zoomBy(event.getDeltaY() > 0 ? STEP : 1 / STEP);
                event.consume();
            }
        });
        table.getSelectionModel().selectedItemProperty().subscribe(mark -> {
            if (mark != null) {
                tell(mark);
            }
        });
        table.setOnKeyPressed(event -> {
            TimelineMark mark = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && mark != null) {
                model.open(mark);
            }
        });
        subscriptions.observe(model.pictureProperty(), picture -> show());
    }

    private YieldingRow toolbar() {
        title.setId("timeline-title");
        title.getStyleClass().add("mono");
        title.setMinWidth(0);
        asTable.setId("timeline-as-table");
        asTable.getStyleClass().addAll("flat", "small");
        asTable.setTooltip(new Tooltip("Show the same as a table"));
        asTable.setOnAction(event -> show());
        asTable.setMinWidth(Region.USE_PREF_SIZE);
        Button copy = Panes.iconButton("timeline-copy", Icons.COPY.node(14), "Copy the drawing as SVG", this::copySvg);
        Button export = Panes.iconButton(
                "timeline-export", Icons.EXPORT.node(14), "Save the drawing as SVG\u2026", this::exportSvg);
        Button image = Panes.iconButton(
                "timeline-png", Icons.IMAGE.node(14), "Save the drawing as a picture (PNG)\u2026", this::exportPng);
        subscriptions.observe(model.pictureProperty(), picture -> {
            image.setDisable(model.isEmpty());
            copy.setDisable(model.isEmpty());
            export.setDisable(model.isEmpty());
        });
        YieldingRow toolbar = new YieldingRow("timeline-toolbar", 6)
                .shrink(title, 120)
                .giveWay(6, legend("event", "event"))
                .giveWay(5, legend("load", "load"))
                .giveWay(4, legend("call", "call"))
                .giveWay(3, legend("request", "request"))
                .giveWay(1, legend("phase", "phase of the run"))
                .giveWay(1, legend("drain", "after the response"))
                .giveWay(2, legend("refused", "refused"))
                .giveWay(1, legend("log", "console line"))
                .atEnd()
                .stay(zoom("timeline-zoom-out", "\u2212", "Draw time narrower (-)", () -> model.zoomBy(1 / STEP)))
                .stay(zoom("timeline-zoom-in", "+", "Draw time wider (+)", () -> model.zoomBy(STEP)))
                .giveWay(8, copy)
                .giveWay(9, export)
                .giveWay(8, image)
                .giveWay(7, zoom("timeline-fit", "Fit", "Draw the whole run (0)", model::fit))
                .stay(asTable);
        toolbar.getStyleClass().add("panel-toolbar");
        return toolbar;
    }

    private static Label legend(String kind, String word) {
        Region mark = new Region();
        mark.getStyleClass().addAll("timeline-key", "timeline-" + kind);
        Label label = new Label(word, mark);
        label.getStyleClass().add("muted");
        label.setMinWidth(0);
        return label;
    }

    private static Button zoom(String id, String text, String name, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().addAll("flat", "small");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void key(KeyEvent event) {
        boolean known = true;
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> model.zoomBy(STEP);
            case MINUS, SUBTRACT -> model.zoomBy(1 / STEP);
            case DIGIT0, NUMPAD0 -> model.fit();
            case RIGHT -> chart.step(1);
            case LEFT -> chart.step(-1);
            case ENTER -> open(chart.selected());
            default -> known = false;
        }
        if (known && !event.isShortcutDown()) {
            event.consume();
        }
    }

    /// Puts the drawing on the clipboard: as SVG for programs that draw, and as text.
    public void copySvg() {
        if (!model.isEmpty()) {
            String document = model.svg();
            ClipboardContent content = new ClipboardContent();
            content.putString(document);
            content.put(SVG, ByteBuffer.wrap(document.getBytes(StandardCharsets.UTF_8)));
            Clipboard.getSystemClipboard().setContent(content);
            model.tellCopied();
        }
    }

    /// Asks for a file and writes the drawing into it.
    public void exportSvg() {
        if (!model.isEmpty()) {
            File chosen = ask("svg");
            if (chosen != null) {
                model.export(chosen.toPath());
            }
        }
    }

    /// Asks for a file and writes the drawing into it as a picture.
    public void exportPng() {
        if (!model.isEmpty()) {
            PngImage image = image();
            File chosen = ask("png");
            if (chosen != null) {
                model.export(chosen.toPath(), image);
            }
        }
    }

    /// The drawing as a picture, in the colours of the window.
    public PngImage image() {
        return TimelinePainter.paint(model.sheet(), Tokens.of(Theme.shownIn(getScene())));
    }

    private @Nullable File ask(String type) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the timeline");
        chooser.setInitialFileName("run-" + model.pictureProperty().get().run() + "." + type);
        return chooser.showSaveDialog(getScene().getWindow());
    }

    private void open(@Nullable TimelineMark mark) {
        if (mark != null) {
            model.open(mark);
        }
    }

    private void show() {
        TimelineViewModel.Picture picture = model.pictureProperty().get();
        title.setText(picture.title());
        detail.setText("");
        Panes.hide(detail);
        marks.setAll(picture.marks());
        labels.getChildren().clear();
        Region corner = new Region();
        corner.setMinHeight(TimelineChart.AXIS);
        labels.getChildren().add(corner);
        for (TimelineLane lane : picture.lanes()) {
            Label chip = new Label(lane.isolate().label());
            if (lane.isRun()) {
                chip.getStyleClass().add("muted");
            } else {
                chip.getStyleClass().addAll("chip", "hue-" + lane.isolate().hue());
            }
            StackPane cell = new StackPane(chip);
            StackPane.setAlignment(chip, Pos.TOP_LEFT);
            cell.getStyleClass().add("timeline-label");
            cell.setMinHeight(TimelineChart.height(lane));
            cell.setMaxHeight(TimelineChart.height(lane));
            labels.getChildren().add(cell);
        }
        chart.draw();
        widen();
        setCenter(picture.marks().isEmpty() ? nothing : asTable.isSelected() ? table : lanes);
    }

    private void widen() {
        double width = Math.max(100, track.getViewportBounds().getWidth())
                * model.zoomProperty().get();
        chart.setMinWidth(width);
        chart.setPrefWidth(width);
        chart.setMaxWidth(width);
    }

    private void tell(TimelineMark mark) {
        Panes.show(detail);
        detail.setText(String.format(
                Locale.ROOT,
                "%s  %s  at %s%s  %s%s",
                mark.isolate().label(),
                mark.kind().word(),
                Amounts.millis(mark.startMillis()),
                mark.isTick() ? "" : ", took " + Amounts.millis(mark.millis()),
                mark.text(),
                mark.place() == null ? "" : "  " + mark.place().text()));
    }

    /// Gives the focus to the drawing, or to the table that stands in for it.
    public void focusChart() {
        (asTable.isSelected() ? table : chart).requestFocus();
    }

    /// The columns of its table, which is shown for them to be seen.
    public ColumnSet columnSet() {
        asTable.setSelected(true);
        show();
        return columns.set();
    }

    @Override
    public void close() {
        subscriptions.close();
        model.close();
    }
}
