package dev.dynamicworkers.playground.app.panel.timeline;

import dev.dynamicworkers.playground.app.session.Amounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/// The drawing of the lanes: an axis, bars, ticks, and lines from what caused an event to the event. FX thread.
final class TimelineChart extends Pane {
    /// Height of the axis above the lanes, in pixels.
    static final double AXIS = 20;

    private static final double ROW = 18;
    private static final double GAP = 6;
    private static final double TICKS = 10;
    private static final double NARROWEST = 3;
    private static final double LABEL_ROOM = 90;
    private static final double MARGIN = 12;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final TimelineViewModel model;
    private final Consumer<TimelineMark> onSelect;
    private final Map<TimelineMark, Region> bars = new HashMap<>();
    private final List<Region> stripes = new ArrayList<>();
    private final Map<Line, TimelineMark> arrows = new HashMap<>();
    private final List<Node> axis = new ArrayList<>();
    private @Nullable TimelineMark selected;
    private String axisDrawn = "";

    TimelineChart(TimelineViewModel model, Consumer<TimelineMark> onSelect) {
        this.model = model;
        this.onSelect = onSelect;
        setId("timeline-chart");
        getStyleClass().add("timeline-chart");
        setFocusTraversable(true);
        setOnMousePressed(event -> requestFocus());
    }

    /// Height of a lane in pixels.
    static double height(TimelineLane lane) {
        return Math.max(1, lane.rows().size()) * ROW + (lane.isRun() ? 0 : TICKS) + GAP;
    }

    /// Draws what the model has now.
    void draw() {
        getChildren().clear();
        bars.clear();
        stripes.clear();
        arrows.clear();
        axis.clear();
        axisDrawn = "";
        selected = null;
        TimelineViewModel.Picture picture = model.pictureProperty().get();
        setAccessibleText("Timeline of " + picture.title() + ". The table shows the same.");
        double height = AXIS;
        for (TimelineLane lane : picture.lanes()) {
            Region stripe = new Region();
            stripe.getStyleClass().add("timeline-stripe");
            stripe.setMouseTransparent(true);
            stripes.add(stripe);
            getChildren().add(stripe);
            lane.rows().forEach(row -> row.forEach(this::add));
            lane.ticks().forEach(this::add);
            height += height(lane);
        }
        for (TimelineMark mark : picture.marks()) {
            if (model.causeOf(mark) != null) {
                Line line = new Line();
                line.getStyleClass().add("timeline-arrow");
                line.setMouseTransparent(true);
                arrows.put(line, mark);
                getChildren().add(line);
            }
        }
        setMinHeight(height);
        setPrefHeight(height);
        requestLayout();
    }

    private void add(TimelineMark mark) {
        Region bar = mark.isTick() ? new Region() : new Label(mark.text());
        bar.getStyleClass().addAll("timeline-mark", "timeline-" + mark.kind().word());
        bar.setOnMouseClicked(event -> {
            select(mark);
            if (event.getClickCount() == 2) {
                model.open(mark);
            }
        });
        Tooltip tip = new Tooltip(mark.text() + (mark.isTick() ? "" : "  " + Amounts.millis(mark.millis())));
        if (bar instanceof Label label) {
            label.setTooltip(tip);
        } else {
            Tooltip.install(bar, tip);
        }
        bars.put(mark, bar);
        getChildren().add(bar);
    }

    /// Marks one of the bars.
    void select(TimelineMark mark) {
        if (selected != null && bars.containsKey(selected)) {
            Objects.requireNonNull(bars.get(selected)).pseudoClassStateChanged(SELECTED, false);
        }
        selected = mark;
        Region bar = bars.get(mark);
        if (bar != null) {
            bar.pseudoClassStateChanged(SELECTED, true);
            bar.toFront();
        }
        onSelect.accept(mark);
    }

    /// Marks the next bar in the order of time, or the one before.
    void step(int by) {
        List<TimelineMark> all = model.pictureProperty().get().marks();
        if (!all.isEmpty()) {
            int at = selected == null ? (by > 0 ? -1 : all.size()) : all.indexOf(selected);
            select(all.get(Math.clamp((long) at + by, 0, all.size() - 1)));
        }
    }

    /// The bar that is marked; null for none.
    @Nullable
    TimelineMark selected() {
        return selected;
    }

    private double scale() {
        return (getWidth() - 2 * MARGIN)
                / Math.max(0.01, model.pictureProperty().get().millis());
    }

    @Override
    protected void layoutChildren() {
        TimelineViewModel.Picture picture = model.pictureProperty().get();
        layoutAxis(picture.millis());
        double y = AXIS;
        double scale = scale();
        Map<Long, Double> tops = new HashMap<>();
        for (int i = 0; i < picture.lanes().size() && i < stripes.size(); i++) {
            TimelineLane lane = picture.lanes().get(i);
            stripes.get(i).resizeRelocate(0, y, getWidth(), height(lane));
            double top = y + GAP / 2;
            for (List<TimelineMark> row : lane.rows()) {
                for (TimelineMark mark : row) {
                    place(mark, top, ROW - 3, Math.max(NARROWEST, mark.millis() * scale));
                    tops.put(mark.invocation(), top);
                }
                top += ROW;
            }
            for (TimelineMark mark : lane.ticks()) {
                place(mark, top, TICKS - 3, NARROWEST);
            }
            y += height(lane);
        }
        arrows.forEach((line, mark) -> {
            Double from = tops.get(mark.cause());
            Double to = tops.get(mark.invocation());
            line.setVisible(from != null && to != null && !from.equals(to));
            if (from != null && to != null) {
                double x = MARGIN + mark.startMillis() * scale;
                line.setStartX(x);
                line.setEndX(x);
                line.setStartY(from < to ? from + ROW - 3 : from);
                line.setEndY(from < to ? to : to + ROW - 3);
            }
        });
    }

    private void place(TimelineMark mark, double y, double height, double width) {
        Region bar = bars.get(mark);
        if (bar != null) {
            bar.resizeRelocate(MARGIN + mark.startMillis() * scale(), y, width, height);
        }
    }

    /// Makes the axis where it is another one: children that change in a layout ask for the next.
    private void layoutAxis(double millis) {
        String wanted = millis + " " + getWidth() + " " + getHeight();
        if (wanted.equals(axisDrawn)) {
            return;
        }
        axisDrawn = wanted;
        getChildren().removeAll(axis);
        axis.clear();
        if (millis <= 0 || getWidth() <= 0) {
            return;
        }
        double step = step(millis, getWidth() / LABEL_ROOM);
        for (double at = 0; at <= millis * 1.0001 && axis.size() < 400; at += step) {
            double x = MARGIN + at * scale();
            Line line = new Line(x, AXIS - 4, x, getHeight());
            line.getStyleClass().add("timeline-grid");
            Label label = new Label(figure(at, step));
            label.getStyleClass().add("timeline-time");
            label.setMouseTransparent(true);
            axis.add(line);
            axis.add(label);
            getChildren().add(0, line);
            getChildren().add(label);
            label.applyCss();
            double wide = Math.min(LABEL_ROOM - 6, label.prefWidth(-1));
            // What does not fit behind its line stands before it.
            label.resizeRelocate(x + 3 + wide > getWidth() ? x - 3 - wide : x + 3, 1, wide, AXIS - 4);
        }
    }

    /// A step of 1, 2 or 5 times a power of ten, so that there are at most so many steps.
    static double step(double millis, double most) {
        double least = millis / Math.max(1, most);
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (power * factor >= least) {
                return power * factor;
            }
        }
        return power * 10;
    }

    /// A moment on an axis with steps of this length.
    static String figure(double at, double step) {
        int digits = step >= 1 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + digits + "f ms", at);
    }
}
