package dev.dynamicworkers.playground.app.panel.request;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.Expectation;
import dev.dynamicworkers.playground.app.theme.Icons;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// What the response should be, and how that came out in the last run. FX thread.
final class ExpectationsPane extends BorderPane implements AutoCloseable {
    private static final double RESULTS = 260;

    private final RequestViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private final VBox results = new VBox();
    private final ScrollPane scroll = new ScrollPane(results);

    ExpectationsPane(RequestViewModel model) {
        this.model = model;
        TextArea text = new TextArea();
        text.setId("request-expect");
        text.setAccessibleText("Expectations, one a line");
        text.setPromptText("status 200\nheader content-type application/json\njson $.visits == 3\n"
                + "body contains Hello\noutcome ok\ntime < 100 ms");
        text.getStyleClass().addAll("mono", "bare");
        text.textProperty().bindBidirectional(model.fields().expectationsProperty());
        results.setId("request-checks");
        results.getStyleClass().add("details");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setPrefWidth(RESULTS);
        scroll.getStyleClass().add("details-scroll");
        setCenter(text);
        setRight(scroll);
        subscriptions.onChange(this::show, model.checks());
        show();
    }

    private void show() {
        results.getChildren().clear();
        for (Expectation.Check check : model.checks()) {
            Label line = new Label(
                    check.met() ? check.text() : check.text() + "\nsaw: " + check.saw(),
                    (check.met() ? Icons.OK : Icons.ERROR).node(14));
            line.getStyleClass().add(check.met() ? "ok" : "killed");
            line.setWrapText(true);
            line.setMinHeight(USE_PREF_SIZE);
            line.setAccessibleText((check.met() ? "met: " : "not met: ") + line.getText());
            results.getChildren().add(line);
        }
        Panes.show(scroll, !model.checks().isEmpty());
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
