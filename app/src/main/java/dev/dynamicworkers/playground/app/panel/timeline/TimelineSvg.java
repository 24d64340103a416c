package dev.dynamicworkers.playground.app.panel.timeline;

import dev.dynamicworkers.playground.app.theme.Theme;
import dev.dynamicworkers.playground.app.theme.Tokens;
import java.util.Locale;

/// Writes a timeline as one SVG: shapes and text, light or dark as whoever shows it wishes, with a title and a
/// description for those who do not see it. For one drawing.
final class TimelineSvg {
    private final TimelineSheet sheet;
    private final StringBuilder out = new StringBuilder();

    private TimelineSvg(TimelineSheet sheet) {
        this.sheet = sheet;
    }

    /// The whole document.
    static String of(TimelineSheet sheet) {
        return new TimelineSvg(sheet).write();
    }

    private String write() {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\""
                        + " role=\"img\" aria-labelledby=\"title desc\">\n",
                TimelineSheet.WIDTH, sheet.height(), TimelineSheet.WIDTH, sheet.height());
        out.append("<title id=\"title\">Timeline of ")
                .append(text(sheet.title()))
                .append("</title>\n");
        out.append("<desc id=\"desc\">").append(text(sheet.description())).append("</desc>\n");
        out.append("<style>\n").append(style(Tokens.of(Theme.LIGHT)));
        out.append("@media (prefers-color-scheme: dark) {\n")
                .append(style(Tokens.of(Theme.DARK)))
                .append("}\n</style>\n");
        add("<rect class=\"ground\" width=\"%s\" height=\"%s\"/>\n", TimelineSheet.WIDTH, sheet.height());
        for (TimelineSheet.Shape shape : sheet.shapes()) {
            switch (shape) {
                case TimelineSheet.Line line ->
                    add(
                            "<line class=\"%s\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>\n",
                            line.style(), line.x1(), line.x2(), line.y1(), line.y2());
                case TimelineSheet.Words words -> {
                    add("<text class=\"%s\" x=\"%s\" y=\"%s\">", words.style(), words.x(), words.y());
                    out.append(text(words.text())).append("</text>\n");
                }
                case TimelineSheet.Name name -> {
                    add(
                            "<svg x=\"0\" y=\"%s\" width=\"%s\" height=\"%s\">",
                            name.y(), TimelineSheet.LABELS, TimelineSheet.ROW);
                    add("<text class=\"%s\" x=\"%s\" y=\"14\">", name.style(), TimelineSheet.MARGIN);
                    out.append(text(name.text())).append("</text></svg>\n");
                }
                case TimelineSheet.Bar bar -> bar(bar);
            }
        }
        return out.append("</svg>\n").toString();
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
        for (TimelineMark.Kind kind : TimelineMark.Kind.values()) {
            TimelineInk ink = TimelineInk.of(kind.word());
            css.append('.')
                    .append(kind.word())
                    .append(" { fill: ")
                    .append(colours.get(ink.fill()))
                    .append("; }\n");
            css.append('.')
                    .append(kind.word())
                    .append("-edge { fill: ")
                    .append(colours.get(ink.edge()))
                    .append("; }\n");
        }
        for (int hue = 0; hue < 8; hue++) {
            css.append(".hue-").append(hue).append(" { font-weight: bold; fill: ");
            css.append(colours.get("hue-" + hue)).append("; }\n");
        }
        return css.toString();
    }

    /// A drawing of its own cuts the words at the bar's end; all of them are in its title.
    private void bar(TimelineSheet.Bar bar) {
        add("<svg x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\">", bar.x(), bar.y(), bar.width(), bar.height());
        out.append("<title>").append(text(bar.title()));
        add("</title><rect class=\"%s\" width=\"%s\" height=\"%s\" rx=\"3\"/>", bar.kind(), bar.width(), bar.height());
        add("<rect class=\"%s-edge\" width=\"3\" height=\"%s\" rx=\"1.5\"/>", bar.kind(), bar.height());
        if (!bar.text().isEmpty()) {
            out.append("<text x=\"7\" y=\"11\">").append(text(bar.text())).append("</text>");
        }
        out.append("</svg>\n");
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

    /// What XML can't have becomes a mark.
    private static String text(String raw) {
        StringBuilder safe = new StringBuilder();
        raw.codePoints().forEach(c -> {
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
