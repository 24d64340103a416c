package dev.dynamicworkers.playground.app.panel.timeline;

import dev.dynamicworkers.playground.app.session.Amounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A timeline as shapes on a sheet, which SVG and pictures are made of. Its texts have no values of secrets.
///
/// @param title of the run
/// @param description in words, for those who do not see it
/// @param height in pixels; all sheets are equally wide
/// @param shapes in the order in which they cover one another
record TimelineSheet(String title, String description, double height, List<Shape> shapes) {
    static final double WIDTH = 1200;
    /// Where names of lanes end.
    static final double LABELS = 130;

    static final double MARGIN = 12;
    static final double ROW = 18;
    private static final double HEAD = 34;
    private static final double AXIS = 20;
    private static final double BAR = 15;
    private static final double TICKS = 10;
    private static final double GAP = 6;
    private static final double NARROWEST = 3;
    private static final double LABEL_ROOM = 90;

    /// A shape; its style names a colour.
    sealed interface Shape {}

    record Line(String style, double x1, double y1, double x2, double y2) implements Shape {}

    /// @param y of the line that letters stand on
    record Words(String style, double x, double y, String text) implements Shape {}

    /// The name of a lane, cut where the lane begins.
    ///
    /// @param y of its top
    record Name(String style, double y, String text) implements Shape {}

    /// @param title what it says to whoever points at it
    /// @param text in it, cut at its end; empty for none
    record Bar(String kind, double x, double y, double width, double height, String title, String text)
            implements Shape {}

    TimelineSheet {
        shapes = List.copyOf(shapes);
    }

    /// The sheet of a timeline.
    ///
    /// @param mask takes the values of secrets out of a text
    static TimelineSheet of(TimelineViewModel.Picture picture, UnaryOperator<String> mask) {
        return new Layout(picture, mask).sheet();
    }

    /// For one sheet.
    private static final class Layout {
        private final TimelineViewModel.Picture picture;
        private final UnaryOperator<String> mask;
        private final double scale;
        private final List<Shape> shapes = new ArrayList<>();
        private final Map<Long, Double> tops = new HashMap<>();

        Layout(TimelineViewModel.Picture picture, UnaryOperator<String> mask) {
            this.picture = picture;
            this.mask = mask;
            scale = (WIDTH - LABELS - 2 * MARGIN) / Math.max(0.01, picture.millis());
        }

        TimelineSheet sheet() {
            double height = HEAD + AXIS + MARGIN;
            for (TimelineLane lane : picture.lanes()) {
                height += heightOf(lane);
            }
            String title = mask.apply(picture.title());
            shapes.add(new Words("head", MARGIN, 22, title));
            axis(height);
            double y = HEAD + AXIS;
            for (TimelineLane lane : picture.lanes()) {
                lane(lane, y);
                y += heightOf(lane);
            }
            arrows();
            return new TimelineSheet(title, mask.apply(description()), height, shapes);
        }

        private static double heightOf(TimelineLane lane) {
            double ticks = lane.isRun() ? 0 : TICKS;
            return Math.max(1, lane.rows().size()) * ROW + ticks + GAP;
        }

        private String description() {
            StringBuilder words = new StringBuilder();
            long isolates =
                    picture.lanes().stream().filter(lane -> !lane.isRun()).count();
            words.append(Amounts.count(isolates, "isolate")).append(" over ");
            words.append(Amounts.millis(picture.millis())).append('.');
            for (TimelineLane lane : picture.lanes()) {
                if (lane.isRun()) {
                    words.append(lane.rows().stream()
                            .flatMap(List::stream)
                            .map(TimelineMark::text)
                            .collect(Collectors.joining("; ", " The run: ", ".")));
                    continue;
                }
                int bars = lane.rows().stream().mapToInt(List::size).sum();
                words.append(' ').append(lane.isolate().label()).append(": ").append(Amounts.count(bars, "bar"));
                words.append(", ")
                        .append(Amounts.count(lane.ticks().size(), "console line"))
                        .append('.');
            }
            return words.toString();
        }

        private void axis(double height) {
            double step = TimelineChart.step(picture.millis(), (WIDTH - LABELS) / LABEL_ROOM);
            for (double at = 0; at <= picture.millis() * 1.0001; at += step) {
                double x = x(at);
                shapes.add(new Line("grid", x, HEAD + AXIS - 4, x, height - MARGIN));
                shapes.add(new Words("time", x + 3, HEAD + AXIS - 7, TimelineChart.figure(at, step)));
            }
        }

        private double x(double millis) {
            return LABELS + MARGIN + millis * scale;
        }

        private void lane(TimelineLane lane, double y) {
            shapes.add(new Line("line", 0, y, WIDTH, y));
            shapes.add(new Name(
                    lane.isRun() ? "time" : "hue-" + lane.isolate().hue(),
                    y,
                    mask.apply(lane.isolate().label())));
            double top = y + GAP / 2;
            for (List<TimelineMark> row : lane.rows()) {
                for (TimelineMark mark : row) {
                    bar(mark, top, BAR, Math.max(NARROWEST, mark.millis() * scale));
                    tops.put(mark.invocation(), top);
                }
                top += ROW;
            }
            for (TimelineMark mark : lane.ticks()) {
                bar(mark, top, TICKS - 3, NARROWEST);
            }
        }

        private void bar(TimelineMark mark, double y, double height, double width) {
            String text = mask.apply(mark.text());
            shapes.add(new Bar(
                    mark.kind().word(),
                    x(mark.startMillis()),
                    y,
                    width,
                    height,
                    mark.isTick() ? text : text + ", " + Amounts.millis(mark.millis()),
                    mark.isTick() ? "" : text));
        }

        private void arrows() {
            for (TimelineMark mark : picture.marks()) {
                Double from = tops.get(mark.cause());
                Double to = tops.get(mark.invocation());
                if (mark.cause() != 0 && from != null && to != null && !from.equals(to)) {
                    double x = x(mark.startMillis());
                    shapes.add(new Line("arrow", x, from < to ? from + BAR : from, x, from < to ? to : to + BAR));
                }
            }
        }
    }
}
