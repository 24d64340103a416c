package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A card for each sample of the distribution; pressing one opens a copy of it. FX thread.
final class SamplePicker extends BorderPane {
    private static final double CARD_WIDTH = 250;
    private static final double GAP = 12;

    private record Words(String title, String about) {}

    /// Samples without words are shown by their name.
    private static final Map<String, Words> WORDS = Map.of(
            "hello", new Words("Hello, sandbox", "A parent grants one capability to a dynamic worker: the way in."),
            "starter", new Words("Starter", "The smallest project with a worker loader, to build on."),
            "orders", new Words("Orders", "D1, queues, static assets and a cron trigger in one worker."),
            "short-form",
                    new Words("Short form", "load({ code }): a dynamic worker in one line, for trying things out."),
            "tests", new Words("Tests", "Checks of a worker, run by playground test."),
            "typescript", new Words("TypeScript", "Typed modules on both sides, without a build step."));

    private final FlowPane cards;

    SamplePicker(List<WindowActions.Sample> samples, Runnable close) {
        setId("sample-picker");
        setMaxHeight(USE_PREF_SIZE);
        Label title = new Label("Samples");
        HBox header = Panes.sheetHeader(
                title, Panes.iconButton("sample-picker-close", Icons.CLOSE.node(14), "Close the samples", close));
        setTop(header);
        cards = cards(samples, "sample-", close);
        if (samples.isEmpty()) {
            Label none = new Label("This installation has no samples. Open a folder with a wrangler.jsonc instead.");
            none.getStyleClass().add("muted");
            cards.getChildren().add(none);
        }
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("bare-scroll");
        setCenter(scroll);
    }

    /// A card for each sample.
    ///
    /// @param ids what the ids of the cards begin with
    /// @param close is done before a sample is opened
    static FlowPane cards(List<WindowActions.Sample> samples, String ids, Runnable close) {
        FlowPane cards = new FlowPane(GAP, GAP);
        for (WindowActions.Sample sample : samples) {
            cards.getChildren().add(card(sample, ids, close));
        }
        cards.getStyleClass().add("sample-cards");
        cards.setPrefWrapLength(3 * CARD_WIDTH + 2 * GAP);
        return cards;
    }

    private static Button card(WindowActions.Sample sample, String ids, Runnable close) {
        Words words = WORDS.getOrDefault(sample.name(), new Words(sample.name(), ""));
        Label title = new Label(words.title());
        title.getStyleClass().add("sample-title");
        Label about = new Label(words.about());
        about.setWrapText(true);
        about.getStyleClass().add("muted");
        VBox text = new VBox(4, title, about);
        text.setAlignment(Pos.TOP_LEFT);
        Button card = new Button(null, text);
        card.setId(ids + sample.name());
        card.setAccessibleText("Open the sample " + words.title() + ". " + words.about());
        card.getStyleClass().add("sample-card");
        card.setPrefWidth(CARD_WIDTH);
        card.setAlignment(Pos.TOP_LEFT);
        card.setOnAction(event -> {
            close.run();
            sample.open().run();
        });
        return card;
    }

    void focusFirst() {
        cards.getChildren().getFirst().requestFocus();
    }
}
