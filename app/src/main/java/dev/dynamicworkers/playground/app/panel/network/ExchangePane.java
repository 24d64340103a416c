package dev.dynamicworkers.playground.app.panel.network;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// Headers and bodies of a request and its answer, to be read and copied. FX thread.
final class ExchangePane extends VBox {
    private static final int MOST_ROWS = 12;

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
            text.setPrefRowCount(Math.clamp(part.text().lines().count(), 1, MOST_ROWS));
            text.setMinHeight(USE_PREF_SIZE);
            text.getStyleClass().addAll("mono", "exchange-text");
            title.setLabelFor(text);
            getChildren().add(title);
            if (!part.text().isEmpty()) {
                getChildren().add(text);
            }
        }
    }
}
