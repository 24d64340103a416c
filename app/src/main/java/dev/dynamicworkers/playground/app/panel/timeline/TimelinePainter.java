package dev.dynamicworkers.playground.app.panel.timeline;

import dev.dynamicworkers.playground.app.fx.PngImage;
import dev.dynamicworkers.playground.app.theme.Tokens;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/// Paints a timeline in the colours of a theme, two pixels for each of its sheet. FX thread.
final class TimelinePainter {
    private static final double SCALE = 2;

    /// A higher one is painted smaller: a picture is in memory as a whole.
    private static final double MOST_PIXELS = 32e6;

    /// Rows of pixels that are painted at once: graphics cards take no surface of any height.
    private static final int STRIP = 1024;

    private static final double RADIUS = 6;
    private static final double EDGE = 3;

    private final TimelineSheet sheet;
    private final Tokens colours;

    private TimelinePainter(TimelineSheet sheet, Tokens colours) {
        this.sheet = sheet;
        this.colours = colours;
    }

    /// The picture.
    static PngImage paint(TimelineSheet sheet, Tokens colours) {
        return new TimelinePainter(sheet, colours).image();
    }

    private PngImage image() {
        double scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (TimelineSheet.WIDTH * sheet.height())));
        int width = (int) Math.ceil(TimelineSheet.WIDTH * scale);
        int height = (int) Math.ceil(sheet.height() * scale);
        int[] pixels = new int[width * height];
        SnapshotParameters whole = new SnapshotParameters();
        whole.setFill(Color.web(colours.get("code-bg")));
        for (int from = 0; from < height; from += STRIP) {
            int rows = Math.min(STRIP, height - from);
            Canvas canvas = new Canvas(width, rows);
            GraphicsContext pen = canvas.getGraphicsContext2D();
            pen.translate(0, -from);
            pen.scale(scale, scale);
            draw(pen);
            WritableImage strip = canvas.snapshot(whole, null);
            strip.getPixelReader()
                    .getPixels(0, 0, width, rows, PixelFormat.getIntArgbInstance(), pixels, from * width, width);
        }
        return new PngImage(width, height, pixels);
    }

    private void draw(GraphicsContext pen) {
        pen.setFill(colour("code-bg"));
        pen.fillRect(0, 0, TimelineSheet.WIDTH, sheet.height());
        for (TimelineSheet.Shape shape : sheet.shapes()) {
            switch (shape) {
                case TimelineSheet.Line line -> line(pen, line);
                case TimelineSheet.Words words -> words(pen, words.style(), words.x(), words.y(), words.text());
                case TimelineSheet.Name name -> {
                    pen.save();
                    clip(pen, 0, name.y(), TimelineSheet.LABELS, TimelineSheet.ROW);
                    words(pen, name.style(), TimelineSheet.MARGIN, name.y() + 14, name.text());
                    pen.restore();
                }
                case TimelineSheet.Bar bar -> bar(pen, bar);
            }
        }
    }

    private void line(GraphicsContext pen, TimelineSheet.Line line) {
        boolean arrow = line.style().equals("arrow");
        pen.setStroke(colour(arrow ? "text-muted" : "hairline"));
        pen.setLineWidth(1);
        pen.setLineDashes(arrow ? new double[] {2, 2} : new double[0]);
        pen.strokeLine(line.x1(), line.y1(), line.x2(), line.y2());
    }

    private void words(GraphicsContext pen, String style, double x, double y, String text) {
        boolean bold = style.startsWith("hue-");
        pen.setFill(colour(bold ? style : style.equals("time") ? "text-muted" : "code-text"));
        pen.setFont(
                style.equals("head")
                        ? Font.font("JetBrains Mono", 13)
                        : Font.font("System", bold ? FontWeight.BOLD : FontWeight.NORMAL, 11));
        pen.fillText(text.replaceAll("\\p{Cntrl}", " "), x, y);
    }

    private void bar(GraphicsContext pen, TimelineSheet.Bar bar) {
        TimelineInk ink = TimelineInk.of(bar.kind());
        pen.setFill(colour(ink.fill()));
        pen.fillRoundRect(bar.x(), bar.y(), bar.width(), bar.height(), RADIUS, RADIUS);
        pen.setFill(colour(ink.edge()));
        pen.fillRoundRect(bar.x(), bar.y(), EDGE, bar.height(), EDGE, EDGE);
        if (!bar.text().isEmpty()) {
            pen.save();
            clip(pen, bar.x(), bar.y(), bar.width(), bar.height());
            words(pen, "", bar.x() + 7, bar.y() + 11, bar.text());
            pen.restore();
        }
    }

    private static void clip(GraphicsContext pen, double x, double y, double width, double height) {
        pen.beginPath();
        pen.rect(x, y, width, height);
        pen.clip();
    }

    private Color colour(String name) {
        return Color.web(colours.get(name));
    }
}
