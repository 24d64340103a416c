package dev.dynamicworkers.playground.app.panel.request;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.fx.WholeTabs;
import dev.dynamicworkers.playground.app.session.Expectation;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The pages below the request line: parameters, headers, body, entrypoint, variables, expectations. FX thread.
final class RequestParts extends TabPane implements AutoCloseable {
    private final RequestViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();

    RequestParts(RequestViewModel model) {
        this.model = model;
        Tab params = tab("request-params-tab", "Params", null);
        params.setContent(new PairRows(
                "param",
                "Parameter",
                model.fields().params(),
                List.of(),
                '=',
                model.unresolvedProperty(),
                () -> count(params, "Params", model.fields().params())));
        Tab headers = tab("request-headers-tab", "Headers", null);
        headers.setContent(new PairRows(
                "header",
                "Header",
                model.fields().headers(),
                NameProposals.HEADERS,
                ':',
                model.unresolvedProperty(),
                () -> count(headers, "Headers", model.fields().headers())));
        BodyEditor editor = new BodyEditor(model);
        subscriptions.add(editor::close);
        Tab body = tab("request-body-tab", "Body", editor);
        subscriptions.observe(
                model.fields().bodyProperty(), text -> body.setText(text.isEmpty() ? "Body" : "Body \u2022"));
        getTabs().setAll(params, headers, body, entrypointTab(), varsTab(), expectTab());
        getSelectionModel().select(headers);
        Panes.fillWhenChosen(this);
        WholeTabs.of(this);
        setId("request-parts");
        setAccessibleText("Headers and body of the request");
        getStyleClass().add("sub-tabs");
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    }

    private static Tab tab(String id, String title, @Nullable Node content) {
        Tab tab = new Tab(title, content);
        tab.setId(id);
        return tab;
    }

    private static void count(Tab tab, String title, ObservableList<HeaderRow> rows) {
        tab.setText(rows.isEmpty() ? title : title + " " + rows.size());
    }

    private static <T extends TextInputControl> T code(T field, String id, String name, String prompt) {
        field.setId(id);
        field.setAccessibleText(name);
        field.setPromptText(prompt);
        field.getStyleClass().add("mono");
        return field;
    }

    private Tab entrypointTab() {
        TextField entrypoint =
                code(new TextField(), "request-entrypoint", "Entrypoint, empty for the default export", "default");
        entrypoint.setMaxWidth(260);
        entrypoint.textProperty().bindBidirectional(model.fields().entrypointProperty());
        TextArea props =
                code(new TextArea(), "request-props", "Props of the entrypoint, a JSON object", "{\"user\": \"ada\"}");
        props.setPrefRowCount(3);
        props.textProperty().bindBidirectional(model.fields().propsProperty());
        Label propsName = new Label("Props, which the entrypoint finds as ctx.props");
        propsName.setLabelFor(props);
        Label words = new Label("The export of the main module that gets the event: the default one, or a class that"
                + " extends WorkerEntrypoint.");
        words.setWrapText(true);
        words.getStyleClass().add("muted");
        VBox box = new VBox(entrypoint, words, propsName, props);
        box.getStyleClass().add("inspector-page");
        Tab tab = new Tab("Entrypoint", Panes.scrolling(box));
        tab.setId("request-entrypoint-tab");
        Runnable title = () -> {
            boolean plain = model.fields().entrypointProperty().get().isBlank()
                    && model.fields().propsProperty().get().isBlank();
            tab.setText(plain ? "Entrypoint" : "Entrypoint \u2022");
        };
        subscriptions.onChange(
                title, model.fields().entrypointProperty(), model.fields().propsProperty());
        title.run();
        return tab;
    }

    private Tab varsTab() {
        TextArea text = code(
                new TextArea(),
                "request-vars",
                "Variables, NAME = VALUE a line",
                "host = localhost:8787\nEvery {{host}} in the request stands for its value.");
        text.getStyleClass().add("bare");
        text.textProperty().bindBidirectional(model.fields().variablesProperty());
        Tab tab = new Tab("Vars", text);
        tab.setId("request-vars-tab");
        subscriptions.observe(
                model.fields().variablesProperty(), said -> tab.setText(said.isBlank() ? "Vars" : "Vars \u2022"));
        return tab;
    }

    private Tab expectTab() {
        ExpectationsPane pane = new ExpectationsPane(model);
        subscriptions.add(pane::close);
        Tab tab = new Tab("Expect", pane);
        tab.setId("request-expect-tab");
        Runnable title = () -> {
            long met = model.checks().stream().filter(Expectation.Check::met).count();
            tab.setText(
                    model.checks().isEmpty()
                            ? "Expect"
                            : "Expect " + met + "/" + model.checks().size());
        };
        subscriptions.onChange(title, model.checks());
        title.run();
        return tab;
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
