package dev.dynamicworkers.playground.app.panel.isolates;

import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.IsolateModel;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/// What an isolate retained and allocated over the last measurements, with its limit. Each curve has a scale of its
/// own: what is allocated in all only grows. FX thread.
final class MemoryChart extends Pane {
    private static final double SIDE = 6;
    private static final double HEIGHT = 46;
    private static final int SAMPLES = 120;

    private final Polyline curve = new Polyline();
    private final Polyline allocation = new Polyline();
    private final Line limitLine = new Line();
    private final Label words = new Label();
    private List<IsolateModel.Sample> samples = List.of();
    private long limit;

    MemoryChart() {
        setId("isolate-memory");
        getStyleClass().add("memory-chart");
        curve.getStyleClass().add("memory-curve");
        allocation.getStyleClass().add("memory-allocation");
        limitLine.getStyleClass().add("memory-limit");
        words.getStyleClass().add("memory-words");
        words.setWrapText(true);
        words.setAlignment(Pos.TOP_LEFT);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        getChildren().addAll(allocation, curve, limitLine, words);
    }

    /// @param limitBytes 0 when it is not known
    void show(List<IsolateModel.Sample> all, long limitBytes) {
        samples = all.size() > SAMPLES ? all.subList(all.size() - SAMPLES, all.size()) : all;
        limit = limitBytes;
        String now = samples.isEmpty()
                ? "No memory measured yet"
                : "Retains " + Amounts.bytes(samples.getLast().retainedBytes());
        Long allocated = samples.isEmpty() ? null : samples.getLast().allocatedBytes();
        words.setText(now
                + (limit > 0 ? (samples.isEmpty() ? ", limit " : " of ") + Amounts.bytes(limit) : "")
                + (allocated == null ? "" : " \u00b7 allocated " + Amounts.bytes(allocated)));
        setAccessibleText(words.getText());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight() - 4;
        long most = samples.stream()
                .mapToLong(IsolateModel.Sample::retainedBytes)
                .max()
                .orElse(1);
        // The limit is drawn once the isolate comes near it; before that it would only flatten the curve.
        boolean near = limit > 0 && most * 4 >= limit;
        double top = Math.max(1, near ? Math.max(most, limit) * 1.1 : most * 1.4);
        curve.getPoints().clear();
        for (int i = 0; i < samples.size(); i++) {
            double x = samples.size() == 1 ? 0 : width * i / (samples.size() - 1);
            double y = 2 + height * (1 - samples.get(i).retainedBytes() / top);
            curve.getPoints().addAll(x, y);
            if (samples.size() == 1) {
                curve.getPoints().addAll(width, y);
            }
        }
        long total = samples.stream()
                .mapToLong(sample -> Objects.requireNonNullElse(sample.allocatedBytes(), 0L))
                .max()
                .orElse(0);
        allocation.getPoints().clear();
        for (int i = 0; i < samples.size() && total > 0; i++) {
            Long at = samples.get(i).allocatedBytes();
            if (at != null) {
                double x = samples.size() == 1 ? 0 : width * i / (samples.size() - 1);
                allocation.getPoints().addAll(x, 2 + height * (1 - at / (total * 1.2)));
            }
        }
        limitLine.setVisible(near);
        double y = 2 + height * (1 - limit / top);
        limitLine.setStartX(0);
        limitLine.setEndX(width);
        limitLine.setStartY(y);
        limitLine.setEndY(y);
        double room = Math.max(0, width - 2 * SIDE);
        words.resizeRelocate(SIDE, 3, room, Math.min(words.prefHeight(room), getHeight()));
    }
}
