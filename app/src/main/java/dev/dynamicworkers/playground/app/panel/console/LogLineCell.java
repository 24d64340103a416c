package dev.dynamicworkers.playground.app.panel.console;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.session.LogEntry;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One line of the console: time, run, isolate, level, text, source.
final class LogLineCell extends ListCell<LogEntry> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    /// Most characters that a row shows of a line.
    static final int LONGEST = 4_000;
    private static final double SCROLL_BAR = 14;
    /// Height of a row of one line, in pixels.
    static final double LINE = 22;

    /// Width of the list below which the time gives way to the text.
    private static final double WITH_TIME = 480;

    /// Width of three digits, so that most texts begin below one another.
    private static final double RUN = 30;

    private static final PseudoClass RUN_BEGINS = PseudoClass.getPseudoClass("run-begins");

    private final Label time = new Label();
    private final Label run = new Label() {
        @Override
        protected double computePrefWidth(double height) {
            return Math.max(RUN, super.computePrefWidth(height));
        }
    };
    private final Label isolate = new Label();
    private final Label level = new Label();
    private final Label text = new Label();
    private final Label more = new Label();
    private final Label repeats = new Label();
    private final Hyperlink link = new Hyperlink();
    private final Label source = new Label();
    private final HBox isolateBox = new HBox(isolate);
    private final HBox row = new HBox(time, run, isolateBox, level, more, text, repeats, link, source);

    private final ConsoleViewModel model;
    private String levelStyle = "";
    private String hueStyle = "";

    LogLineCell(ConsoleViewModel model) {
        this.model = model;
        getStyleClass().add("log-line");
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("log-row");
        time.getStyleClass().add("log-time");
        run.getStyleClass().add("log-run");
        isolate.getStyleClass().add("chip");
        isolateBox.getStyleClass().add("log-isolate");
        level.getStyleClass().add("log-level");
        text.getStyleClass().add("log-text");
        repeats.getStyleClass().add("log-repeats");
        more.getStyleClass().add("log-more");
        source.getStyleClass().add("log-source");
        link.getStyleClass().add("log-source");
        link.setFocusTraversable(false);
        for (Region fixed : new Region[] {time, run, isolate, level, repeats, link, source}) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setWrapText(true);
        setPrefWidth(0);
        setGraphic(row);
        listViewProperty()
                .flatMap(ListView::widthProperty)
                .subscribe(width -> Panes.show(time, width == null || width.doubleValue() >= WITH_TIME));
        run.setOnMousePressed(event -> {
            LogEntry entry = getItem();
            if (entry != null && entry.run() != 0) {
                model.toggleFold(entry.run());
                event.consume();
            }
        });
        link.setOnAction(event -> {
            LogEntry entry = getItem();
            if (entry != null) {
                model.reveal(entry);
            }
            link.setVisited(false);
        });
    }

    /// Changes a style class where it is another one: each change makes the style of all nodes below be computed anew.
    private static String exchange(Node node, String before, String after) {
        if (!before.equals(after)) {
            node.getStyleClass().remove(before);
            if (!after.isEmpty()) {
                node.getStyleClass().add(after);
            }
        }
        return after;
    }

    /// Long lines wrap, so the height follows from the list's width.
    @Override
    protected double computePrefHeight(double width) {
        if (isEmpty() || getListView() == null) {
            return LINE;
        }
        double room = getListView().getWidth() - snappedLeftInset() - snappedRightInset() - SCROLL_BAR;
        return Math.max(LINE, row.prefHeight(room) + snappedTopInset() + snappedBottomInset());
    }

    @Override
    protected void updateItem(LogEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            levelStyle = exchange(this, levelStyle, "");
            pseudoClassStateChanged(RUN_BEGINS, false);
            // Taking the row away and putting it back would compute the styles of all its nodes anew.
            row.setVisible(false);
            return;
        }
        levelStyle = exchange(this, levelStyle, "level-" + entry.level().word());
        int at = getIndex();
        pseudoClassStateChanged(
                RUN_BEGINS,
                at > 0 && at < model.lines().size() && model.lines().get(at - 1).run() != entry.run());
        time.setText(TIME.format(entry.time()));
        int hidden = model.folds().hidden(entry.run());
        run.setText(entry.run() == 0 ? "" : "#" + entry.run() + (hidden == 0 ? "" : " +" + hidden));
        isolate.setText(entry.isolate().label());
        hueStyle = exchange(isolate, hueStyle, "hue-" + entry.isolate().hue());
        level.setText(entry.level().word());
        String line = entry.text();
        text.setWrapText(model.brokenProperty().get());
        more.setText(entry.values().isEmpty() ? "" : "\u25b8");
        Panes.show(more, !entry.values().isEmpty());
        text.setText(line.length() > LONGEST ? line.substring(0, LONGEST) + "\u2026" : line);
        repeats.setText("\u00d7" + entry.repeats());
        Panes.show(repeats, entry.repeats() > 1);
        var place = entry.place();
        boolean leads = place != null || entry.module() != null;
        String where = place == null ? entry.source() : place.text();
        link.setText(where);
        link.setAccessibleText(leads ? "Go to " + where : "no source");
        source.setText(entry.source());
        Panes.show(link, leads);
        Panes.show(source, !leads && !entry.source().isEmpty());
        setAccessibleText(entry.level().word() + " from " + entry.isolate().label() + ": " + line
                + (hidden == 0 ? "" : ", " + hidden + " more lines of run " + entry.run() + " are folded"));
        row.setVisible(true);
    }
}
