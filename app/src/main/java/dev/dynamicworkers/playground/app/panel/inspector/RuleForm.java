package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.fx.FxThread;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.theme.Icons;
import dev.dynamicworkers.playground.core.project.network.NetworkRule;
import dev.dynamicworkers.playground.core.project.network.NetworkTarget;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Makes a network rule, or changes one. FX thread.
final class RuleForm extends VBox {
    private static final String ANY = "any";
    private static final int NEW = -1;
    private static final int ROWS = 3;

    private final NetworkRulesModel model;
    private final ComboBox<NetworkRule.Action> action = new ComboBox<>();
    private final ComboBox<String> method = new ComboBox<>();
    private final TextField host = field("rule-host", "Host: *.example.com", 21);
    private final TextField path = field("rule-path", "Path: /v1/*", 13);
    private final ToggleButton withHeader = new ToggleButton("Set a header");
    private final TextField header = field("rule-header", "Header: authorization", 16);
    private final TextField value = field("rule-header-value", "Value: Bearer ${NAME}", 18);
    private final MenuButton secret = new MenuButton("Secret");
    private final FlowPane headerRow = new FlowPane(header, value, secret);
    private final TextField status = field("rule-status", "Status: 200", 7);
    private final TextArea body = new TextArea();
    private final VBox answerRow = new VBox(status, body);
    private final Button save = new Button("Add rule", Icons.ADD.node(14));
    private final Button cancel = new Button("Cancel");
    private final Label problem = new Label();
    private int edited = NEW;
    private RuleDraft before = RuleDraft.EMPTY;

    RuleForm(NetworkRulesModel model) {
        this.model = model;
        getStyleClass().add("inspector-bar");
        choices();
        withHeader.setId("rule-with-header");
        withHeader.setAccessibleText("Set a header of the requests, such as one with a secret");
        withHeader.getStyleClass().add("small-toggle");
        withHeader.setMinWidth(USE_PREF_SIZE);
        withHeader.selectedProperty().subscribe(chosen -> showParts());
        secret.setId("rule-secret");
        secret.setAccessibleText("Put a secret of the project into the header");
        secret.getStyleClass().addAll("flat", "small");
        secret.setMinWidth(USE_PREF_SIZE);
        // A menu button without entries does not open.
        secret.getItems().add(new MenuItem());
        secret.setOnShowing(event -> secrets());
        body.setId("rule-body");
        body.setAccessibleText("Body of the answer: JSON, text, or file: and a path within .playground");
        body.setPromptText("JSON, text, or file:NAME");
        body.setPrefRowCount(ROWS);
        body.getStyleClass().add("mono");
        Button file = new FileButton(
                "rule-file",
                "Take the body of the answer from a file",
                "A file from elsewhere is copied to .playground/fixtures",
                "The body of the answer",
                () -> model.files().folder(),
                this::take);
        answerRow.getChildren().add(file);
        answerRow.getStyleClass().add("rule-answer");
        status.setMaxWidth(USE_PREF_SIZE);
        save.setId("rule-add");
        save.getStyleClass().add("small");
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(event -> save());
        cancel.setId("rule-cancel");
        cancel.getStyleClass().addAll("small", "flat");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> begin());
        for (TextField each : new TextField[] {host, path, header, value, status}) {
            each.setOnAction(event -> save());
        }
        problem.setId("rule-problem");
        problem.getStyleClass().add("killed");
        problem.setWrapText(true);
        FlowPane what = new FlowPane(action, method, host, path);
        FlowPane end = new FlowPane(withHeader, save, cancel);
        for (FlowPane row : new FlowPane[] {what, headerRow, end}) {
            row.getStyleClass().add("inspector-flow");
            row.setAlignment(Pos.CENTER_LEFT);
        }
        getChildren().addAll(what, headerRow, answerRow, end, problem);
        begin();
        model.rules().subscribe(this::follow);
        model.proposedProperty().subscribe(draft -> {
            if (draft != null) {
                show(NEW, draft);
                FxThread.onNextFrame(host::requestFocus);
            }
        });
    }

    private static TextField field(String id, String prompt, int columns) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.setPrefColumnCount(columns);
        field.getStyleClass().addAll("mono", "small-field");
        return field;
    }

    private void choices() {
        method.getItems().setAll(ANY, "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", NetworkTarget.CONNECT);
        method.setId("rule-method");
        method.setAccessibleText("Method of the rule");
        method.getStyleClass().add("small-combo");
        action.getItems().setAll(NetworkRule.Action.values());
        action.setId("rule-action");
        action.setAccessibleText("What the rule does");
        action.getStyleClass().add("small-combo");
        action.setConverter(new StringConverter<>() {
            @Override
            public String toString(NetworkRule.@Nullable Action chosen) {
                return chosen == null ? "" : chosen.word();
            }

            @Override
            public NetworkRule.Action fromString(String text) {
                return NetworkRule.Action.valueOf(text);
            }
        });
        action.valueProperty().subscribe(chosen -> showParts());
    }

    /// Takes a file as the body of the answer.
    void take(Path file) {
        model.files()
                .body(
                        file,
                        text -> {
                            body.setText(text);
                            problem.setText("");
                        },
                        problem::setText);
    }

    /// The parts that the action has a use for.
    private void showParts() {
        NetworkRule.Action chosen = action.getValue();
        boolean lets = chosen == NetworkRule.Action.ALLOW || chosen == NetworkRule.Action.ASK;
        Panes.show(withHeader, lets);
        Panes.show(headerRow, lets && withHeader.isSelected());
        Panes.show(answerRow, chosen == NetworkRule.Action.ANSWER);
    }

    private void secrets() {
        secret.getItems().clear();
        for (String name : model.secrets()) {
            MenuItem item = new MenuItem(name);
            item.setMnemonicParsing(false);
            item.setOnAction(event -> put(name));
            secret.getItems().add(item);
        }
        if (secret.getItems().isEmpty()) {
            MenuItem none = new MenuItem("The project has no secret: Ctrl+Alt+A adds one");
            none.setDisable(true);
            secret.getItems().add(none);
        }
    }

    private void put(String name) {
        String reference = "${" + name + "}";
        if (header.getText().isBlank()) {
            header.setText("authorization");
        }
        if (value.getText().isBlank()) {
            value.setText(header.getText().equals("authorization") ? "Bearer " + reference : reference);
        } else {
            value.appendText(reference);
        }
        value.requestFocus();
    }

    /// Begins a new rule.
    private void begin() {
        show(NEW, RuleDraft.EMPTY);
    }

    /// Takes a rule into the form.
    ///
    /// @param index of the rule that is changed
    void edit(int index) {
        show(index, model.draft(index));
        host.requestFocus();
    }

    /// The rule that is changed may stand elsewhere by now, or be another one; what is written stays.
    private void follow() {
        if (edited == NEW || model.draft(edited).equals(before)) {
            return;
        }
        int now = model.indexOf(before);
        edited = now < 0 ? NEW : now;
        nameSave();
        if (now < 0) {
            problem.setText(
                    "The rule was changed or taken away meanwhile, by someone else or in the list. What is written"
                            + " here would be a new rule.");
        }
    }

    private void show(int index, RuleDraft draft) {
        edited = index;
        before = draft;
        action.setValue(draft.action());
        String methods = draft.methods().isEmpty() ? ANY : draft.methods();
        if (!method.getItems().contains(methods)) {
            method.getItems().add(methods);
        }
        method.setValue(methods);
        host.setText(draft.host());
        path.setText(draft.path());
        header.setText(draft.header());
        value.setText(draft.value());
        withHeader.setSelected(!draft.header().isEmpty());
        status.setText(draft.status());
        body.setText(draft.body());
        problem.setText("");
        nameSave();
        showParts();
    }

    private void nameSave() {
        boolean isNew = edited == NEW;
        save.setText(isNew ? "Add rule" : "Change rule " + (edited + 1));
        save.setGraphic(isNew ? Icons.ADD.node(14) : null);
        Panes.show(cancel, !isNew);
    }

    private void save() {
        String methods = method.getValue().equals(ANY) ? "" : method.getValue();
        boolean sets = withHeader.isSelected();
        RuleDraft draft = RuleDraft.of(host.getText(), action.getValue())
                .about(methods, path.getText())
                .withHeader(sets ? header.getText() : "", sets ? value.getText() : "")
                .answering(status.getText(), body.getText());
        String wrong = edited == NEW ? model.add(draft) : model.replace(edited, draft);
        problem.setText(wrong);
        if (wrong.isEmpty()) {
            NetworkRule.Action last = action.getValue();
            // Before the rule changes below it, which nobody has to be told of.
            begin();
            action.setValue(last);
        }
    }

    /// The method that is chosen; `GET` where it is any.
    String method() {
        return method.getValue().equals(ANY) ? "GET" : method.getValue();
    }

    /// Fills the form for a rule about an address.
    ///
    /// @param subject a URL, or a method and a URL
    void propose(String subject) {
        begin();
        int space = subject.indexOf(' ');
        String verb = space < 0 ? ANY : subject.substring(0, space);
        method.setValue(method.getItems().contains(verb) ? verb : ANY);
        NetworkTarget.of("GET", subject.substring(space + 1)).ifPresent(target -> {
            boolean usual = target.port() == 443 || target.port() == 80;
            host.setText(usual ? target.host() : target.host() + ":" + target.port());
        });
        host.requestFocus();
    }

    void focusFirst() {
        host.requestFocus();
    }
}
