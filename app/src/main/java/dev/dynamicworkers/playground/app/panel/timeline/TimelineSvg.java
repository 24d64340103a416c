package dev.dynamicworkers.playground.app.panel.timeline;

import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.theme.Theme;
import dev.dynamicworkers.playground.app.theme.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Writes a timeline as one SVG: shapes and text, light or dark as whoever shows it wishes, with a title and a
/// description for those who do not see it. For one drawing.
final class TimelineSvg {
    private static final double WIDTH = 1200;
    private static final double LABELS = 130;
    private static final double MARGIN = 12;
    private static final double HEAD = 34;
    private static final double AXIS = 20;
    private static final double ROW = 18;
    private static final double BAR = 15;
    private static final double TICKS = 10;
    private static final double GAP = 6;
    private static final double NARROWEST = 3;
    private static final double LABEL_ROOM = 90;

    private final TimelineViewModel.Picture picture;
    private final UnaryOperator<String> mask;
    private final StringBuilder out = new StringBuilder();
    private final Map<Long, Double> tops = new HashMap<>();
    private final double scale;

    private TimelineSvg(TimelineViewModel.Picture picture, UnaryOperator<String> mask) {
        this.picture = picture;
        this.mask = mask;
        scale = (WIDTH - LABELS - 2 * MARGIN) / Math.max(0.01, picture.millis());
    }

    /// The whole document.
    ///
    /// @param mask takes the values of secrets out of a text
    static String of(TimelineViewModel.Picture picture, UnaryOperator<String> mask) {
        return new TimelineSvg(picture, mask).write();
    }

    private String write() {
        double height = HEAD + AXIS + MARGIN;
        for (TimelineLane lane : picture.lanes()) {
            height += heightOf(lane);
        }
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\""
                        + " role=\"img\" aria-labelledby=\"title desc\">\n",
                WIDTH, height, WIDTH, height);
        out.append("<title id=\"title\">Timeline of ")
                .append(text(picture.title()))
                .append("</title>\n");
        out.append("<desc id=\"desc\">").append(text(description())).append("</desc>\n");
        out.append("<style>\n").append(style(Tokens.of(Theme.LIGHT)));
        out.append("@media (prefers-color-scheme: dark) {\n")
                .append(style(Tokens.of(Theme.DARK)))
                .append("}\n</style>\n");
        add("<rect class=\"ground\" width=\"%s\" height=\"%s\"/>\n", WIDTH, height);
        add("<text class=\"head\" x=\"%s\" y=\"22\">", MARGIN);
        out.append(text(picture.title())).append("</text>\n");
        axis(height);
        double y = HEAD + AXIS;
        for (TimelineLane lane : picture.lanes()) {
            lane(lane, y);
            y += heightOf(lane);
        }
        arrows();
        return out.append("</svg>\n").toString();
    }

    private static double heightOf(TimelineLane lane) {
        return Math.max(1, lane.rows().size()) * ROW + TICKS + GAP;
    }

    private String description() {
        StringBuilder words = new StringBuilder();
        words.append(Amounts.count(picture.lanes().size(), "isolate")).append(" over ");
        words.append(Amounts.millis(picture.millis())).append('.');
        for (TimelineLane lane : picture.lanes()) {
            int bars = lane.rows().stream().mapToInt(List::size).sum();
            words.append(' ').append(lane.isolate().label()).append(": ").append(Amounts.count(bars, "bar"));
            words.append(", ")
                    .append(Amounts.count(lane.ticks().size(), "console line"))
                    .append('.');
        }
        return words.toString();
    }

    private static String style(Tokens colours) {
        StringBuilder css = new StringBuilder();
        css.append("text { font: 11px system-ui, sans-serif; fill: ")
                .append(colours.get("code-text"))
                .append("; }\n");
        css.append(".head { font: 13px ui-monospace, monospace; }\n");
        css.append(".ground { fill: ").append(colours.get("code-bg")).append("; }\n");
        css.append(".line, .grid { stroke: ").append(colours.get("hairline")).append("; }\n");
        css.append(".time { fill: ").append(colours.get("text-muted")).append("; }\n");
        css.append(".arrow { stroke: ").append(colours.get("text-muted")).append("; stroke-dasharray: 2 2; }\n");
        bar(css, colours, "event", "info-muted", "parent");
        bar(css, colours, "load", "warning-muted", "dynamic");
        bar(css, colours, "request", "ok-muted", "ok");
        bar(css, colours, "refused", "killed-muted", "killed");
        bar(css, colours, "call", "hover", "text-muted");
        bar(css, colours, "drain", "info-muted", "note");
        bar(css, colours, "log", "text-muted", "text-muted");
        for (int hue = 0; hue < 8; hue++) {
            css.append(".hue-").append(hue).append(" { font-weight: bold; fill: ");
            css.append(colours.get("hue-" + hue)).append("; }\n");
        }
        return css.toString();
    }

    private static void bar(StringBuilder css, Tokens colours, String kind, String fill, String edge) {
        css.append('.')
                .append(kind)
                .append(" { fill: ")
                .append(colours.get(fill))
                .append("; }\n");
        css.append('.')
                .append(kind)
                .append("-edge { fill: ")
                .append(colours.get(edge))
                .append("; }\n");
    }

    private void axis(double height) {
        double step = TimelineChart.step(picture.millis(), (WIDTH - LABELS) / LABEL_ROOM);
        for (double at = 0; at <= picture.millis() * 1.0001; at += step) {
            double x = x(at);
            add(
                    "<line class=\"grid\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>",
                    x, x, HEAD + AXIS - 4, height - MARGIN);
            add("<text class=\"time\" x=\"%s\" y=\"%s\">", x + 3, HEAD + AXIS - 7);
            out.append(TimelineChart.figure(at, step)).append("</text>\n");
        }
    }

    private double x(double millis) {
        return LABELS + MARGIN + millis * scale;
    }

    private void lane(TimelineLane lane, double y) {
        add("<line class=\"line\" x1=\"0\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>\n", WIDTH, y, y);
        add("<svg x=\"0\" y=\"%s\" width=\"%s\" height=\"%s\">", y, LABELS, ROW);
        add("<text class=\"hue-%s\" x=\"%s\" y=\"14\">", lane.isolate().hue(), MARGIN);
        out.append(text(lane.isolate().label())).append("</text></svg>\n");
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

    /// A drawing of its own cuts the words at the bar's end; all of them are in its title.
    private void bar(TimelineMark mark, double y, double height, double width) {
        String kind = mark.kind().word();
        add("<svg x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\">", x(mark.startMillis()), y, width, height);
        out.append("<title>").append(text(mark.text()));
        if (!mark.isTick()) {
            out.append(", ").append(Amounts.millis(mark.millis()));
        }
        add("</title><rect class=\"%s\" width=\"%s\" height=\"%s\" rx=\"3\"/>", kind, width, height);
        add("<rect class=\"%s-edge\" width=\"3\" height=\"%s\" rx=\"1.5\"/>", kind, height);
        if (!mark.isTick()) {
            out.append("<text x=\"7\" y=\"11\">").append(text(mark.text())).append("</text>");
        }
        out.append("</svg>\n");
    }

    private void arrows() {
        for (TimelineMark mark : picture.marks()) {
            Double from = tops.get(mark.cause());
            Double to = tops.get(mark.invocation());
            if (mark.cause() != 0 && from != null && to != null && !from.equals(to)) {
                double x = x(mark.startMillis());
                add(
                        "<line class=\"arrow\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>\n",
                        x, x, from < to ? from + BAR : from, from < to ? to : to + BAR);
            }
        }
    }

    private void add(String format, Object... values) {
        Object[] written = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            written[i] = values[i] instanceof Double number ? figure(number) : values[i];
        }
        out.append(String.format(Locale.ROOT, format, written));
    }

    private static String figure(double value) {
        String fixed = String.format(Locale.ROOT, "%.2f", value);
        return fixed.endsWith(".00") ? fixed.substring(0, fixed.length() - 3) : fixed;
    }

    /// Masked before it is escaped: an escaped value would not be known any more. What XML can't have becomes a mark.
    private String text(String raw) {
        StringBuilder safe = new StringBuilder();
        mask.apply(raw).codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> {
                    boolean allowed = c >= 0x20 && c != 0xfffe && c != 0xffff && (c < 0xd800 || c > 0xdfff);
                    safe.appendCodePoint(allowed ? c : c == '\t' || c == '\n' || c == '\r' ? ' ' : 0xfffd);
                }
            }
        });
        return safe.toString();
    }
}
