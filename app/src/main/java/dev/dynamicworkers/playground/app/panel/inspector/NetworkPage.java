package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.core.project.network.NetworkMode;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Who may reach the network: mode, rules, and a test. FX thread.
final class NetworkPage extends BorderPane {
    private final NetworkRulesModel model;
    private final Map<NetworkMode, ToggleButton> modes = new EnumMap<>(NetworkMode.class);
    private final Label sentence = new Label();
    private final Button confirm = new Button("Yes, open it to all");
    private final RuleForm form;
    private boolean filling;

    NetworkPage(NetworkRulesModel model) {
        this.model = model;
        form = new RuleForm(model);
        sentence.setId("network-mode-sentence");
        sentence.setWrapText(true);
        confirm.setId("network-open-confirm");
        confirm.getStyleClass().addAll("small", "danger");
        confirm.setOnAction(event -> {
            Panes.hide(confirm);
            model.setMode(NetworkMode.OPEN);
        });
        Panes.hide(confirm);
        // In a low panel all of it is reached by scrolling.
        ScrollPane scroll = new ScrollPane(new VBox(modes(), form, new RulesTable(model, form::edit), testRow()));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("details-scroll");
        setCenter(scroll);
        refresh();
    }

    private VBox modes() {
        ToggleGroup group = new ToggleGroup();
        FlowPane bar = new FlowPane();
        for (NetworkMode mode : NetworkMode.values()) {
            ToggleButton button = new ToggleButton(
                    switch (mode) {
                        case BLOCKED -> "Blocked";
                        case ASK -> "Ask";
                        case RULES -> "Rules";
                        case OPEN -> "Open to all";
                    });
            button.setId("network-mode-" + mode.word());
            button.setAccessibleText("Network: " + button.getText());
            button.getStyleClass().add("small-toggle");
            button.setMinWidth(USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setOnAction(event -> choose(mode));
            modes.put(mode, button);
            bar.getChildren().add(button);
        }
        bar.getStyleClass().add("inspector-flow");
        sentence.setMinHeight(USE_PREF_SIZE);
        VBox box = new VBox(bar, sentence, confirm);
        box.getStyleClass().add("inspector-bar");
        return box;
    }

    private void choose(NetworkMode mode) {
        if (filling) {
            return;
        }
        if (mode == NetworkMode.OPEN && model.mode() != NetworkMode.OPEN) {
            refresh();
            sentence.setText("This code could send anything it can read to any public address.");
            Panes.show(confirm);
            confirm.requestFocus();
        } else {
            Panes.hide(confirm);
            model.setMode(mode);
        }
    }

    private VBox testRow() {
        TextField address = new TextField();
        address.setId("rule-test");
        address.setPromptText("Test a URL: https://host/path");
        address.setAccessibleText(address.getPromptText());
        address.getStyleClass().addAll("mono", "small-field");
        address.setMaxWidth(Double.MAX_VALUE);
        Label verdict = new Label();
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        verdict.setId("rule-test-verdict");
        verdict.textProperty().bind(model.verdictProperty());
        address.setOnAction(event -> model.test(form.method(), address.getText()));
        VBox bar = new VBox(address, verdict);
        bar.getStyleClass().add("inspector-bar");
        return bar;
    }

    /// Shows what the rules say.
    void refresh() {
        filling = true;
        ToggleButton present = modes.get(model.mode());
        if (present != null) {
            present.setSelected(true);
        }
        filling = false;
        sentence.setText(model.modeSentence());
        sentence.getStyleClass().remove("killed");
        if (model.mode() == NetworkMode.OPEN) {
            sentence.getStyleClass().add("killed");
        }
    }

    /// Fills the form for a rule about an address.
    ///
    /// @param subject a URL, or a method and a URL
    void propose(String subject) {
        form.propose(subject);
    }

    void focusFirst() {
        form.focusFirst();
    }
}
