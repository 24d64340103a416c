package dev.dynamicworkers.playground.app.panel.response;

import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.RunCpu;
import dev.dynamicworkers.playground.app.session.RunRecord;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Where the time of a run went: one stacked bar, and the same as a table. FX thread.
final class TimingPane extends ScrollPane {
    private final StackedBar bar = new StackedBar();
    private final GridPane table = new GridPane();
    private final VBox box = new VBox(bar, table);

    TimingPane() {
        setId("response-timing");
        setAccessibleText("Where the time of the run went");
        setFitToWidth(true);
        box.getStyleClass().add("timing");
        table.getStyleClass().add("timing-table");
        setContent(box);
    }

    void show(RunRecord run, List<TimingPart> parts) {
        bar.show(parts);
        table.getChildren().clear();
        int row = 0;
        double sum = 0;
        for (TimingPart part : parts) {
            Region mark = new Region();
            mark.getStyleClass().addAll("timing-mark", "timing-" + part.style());
            HBox name = new HBox(mark, whole(part.name()));
            name.setAlignment(Pos.CENTER_LEFT);
            name.getStyleClass().add("timing-name");
            row(row++, name, Amounts.millis(part.millis()), part.meaning());
            sum += part.millis();
        }
        row(row++, strong("All"), Amounts.millis(sum), "From the key press to the end.");
        boolean ran = !run.isolates().isEmpty();
        RunCpu cpu = RunCpu.of(run);
        row(
                row++,
                strong("CPU"),
                ran ? Amounts.millis(cpu.millis()) : Amounts.UNKNOWN,
                cpu.isShared()
                        ? "CPU time of all isolates in this run; while one computes, the others wait."
                        : "CPU time of the event, part of the time above.");
        if (ran && cpu.isShared()) {
            for (RunCpu.Share share : cpu.shares()) {
                Label name = whole(share.isolate().label());
                name.getStyleClass().add("timing-share");
                row(row++, name, Amounts.millis(share.millis()), share.words());
            }
        }
        for (var span : run.spans()) {
            if (span.invocation() > 0 && span.cause() > 0) {
                row(
                        row++,
                        new Label(span.isolate().label()),
                        Amounts.millis(
                                span.endMillis() == null
                                        ? null
                                        : Double.valueOf(span.endMillis() - span.startMillis())),
                        span.kind() + " " + span.summary() + ", CPU " + Amounts.millis(span.cpuMillis()));
            }
        }
    }

    private static Label whole(String text) {
        Label label = new Label(text);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label strong(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("strong");
        return label;
    }

    private void row(int row, Region name, String figure, String meaning) {
        Label amount = new Label(figure);
        amount.getStyleClass().addAll("mono", "timing-figure");
        amount.setMinWidth(USE_PREF_SIZE);
        name.setMinWidth(USE_PREF_SIZE);
        Label words = new Label(meaning);
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        table.addRow(row, name, amount, words);
    }

    /// Pieces side by side, as wide as their share.
    private static final class StackedBar extends Pane {
        private List<TimingPart> parts = List.of();

        StackedBar() {
            getStyleClass().add("timing-bar");
        }

        void show(List<TimingPart> next) {
            parts = next;
            getChildren().clear();
            for (TimingPart part : next) {
                Region piece = new Region();
                piece.getStyleClass().add("timing-" + part.style());
                Tooltip.install(piece, new Tooltip(part.name() + ": " + Amounts.millis(part.millis())));
                getChildren().add(piece);
            }
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double sum = Math.max(
                    1e-6, parts.stream().mapToDouble(TimingPart::millis).sum());
            double x = 0;
            for (int i = 0; i < parts.size(); i++) {
                double width = getWidth() * parts.get(i).millis() / sum;
                getChildren().get(i).resizeRelocate(snapPositionX(x), 0, Math.max(width, 0), getHeight());
                x += width;
            }
        }
    }
}
