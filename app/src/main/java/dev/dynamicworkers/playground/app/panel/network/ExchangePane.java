package dev.dynamicworkers.playground.app.panel.network;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// Headers and bodies of a request and its answer, to be read and copied. FX thread.
final class ExchangePane extends VBox {
    private static final int MOST_ROWS = 12;

    /// Width of a character of code, and of what is beside the text, in pixels.
    private static final double CHARACTER = 7.8;

    private static final double SIDES = 26;

    ExchangePane(List<ExchangeText.Part> parts) {
        setId("network-exchange");
        getStyleClass().add("exchange");
        for (ExchangeText.Part part : parts) {
            Label title = new Label(part.title());
            title.getStyleClass().addAll("muted", "exchange-title");
            title.setWrapText(true);
            title.setMinHeight(USE_PREF_SIZE);
            TextArea text = new TextArea(part.text());
            text.setId(part.id());
            text.setAccessibleText(part.title());
            text.setEditable(false);
            text.setWrapText(true);
            text.widthProperty().subscribe(width -> text.setPrefRowCount(rows(part.text(), width.doubleValue())));
            text.setMinHeight(USE_PREF_SIZE);
            text.setMinWidth(0);
            text.getStyleClass().addAll("mono", "exchange-text");
            title.setLabelFor(text);
            getChildren().add(title);
            if (!part.text().isEmpty()) {
                getChildren().add(text);
            }
        }
    }

    /// How many rows a text takes that is broken where there is no room.
    static int rows(String text, double width) {
        int columns = (int) ((width - SIDES) / CHARACTER);
        long rows = text.lines()
                .mapToLong(line -> columns < 1 ? 1 : Math.max(1, Math.ceilDiv(line.length(), columns)))
                .sum();
        return Math.clamp(rows, 1, MOST_ROWS);
    }
}
