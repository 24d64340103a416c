package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.theme.Icons;
import dev.dynamicworkers.playground.core.project.network.NetworkMode;
import dev.dynamicworkers.playground.core.project.network.NetworkRule;
import dev.dynamicworkers.playground.core.project.network.NetworkTarget;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Who may reach the network: mode, rules, and a test. FX thread.
final class NetworkPage extends BorderPane {
    private static final double ROW = 28;

    /// From this width on a rule's row has room for all that it says.
    private static final double WIDE = 480;

    private final NetworkRulesModel model;
    private final TableView<NetworkRule> rules;
    private final Map<NetworkMode, ToggleButton> modes = new EnumMap<>(NetworkMode.class);
    private final Label sentence = new Label();
    private final Button confirm = new Button("Yes, open it to all");
    private final TextField host = field("rule-host", "Host: *.example.com", 21);
    private final TextField path = field("rule-path", "Path: /v1/*", 13);
    private final ComboBox<String> method = new ComboBox<>();
    private final ComboBox<NetworkRule.Action> action = new ComboBox<>();
    private final Label problem = new Label();
    private boolean filling;

    NetworkPage(NetworkRulesModel model) {
        this.model = model;
        sentence.setId("network-mode-sentence");
        sentence.setWrapText(true);
        confirm.setId("network-open-confirm");
        confirm.getStyleClass().addAll("small", "danger");
        confirm.setOnAction(event -> {
            Panes.hide(confirm);
            model.setMode(NetworkMode.OPEN);
        });
        Panes.hide(confirm);
        rules = table();
        // In a low panel all of it is reached by scrolling.
        ScrollPane scroll = new ScrollPane(new VBox(modes(), addRow(), rules, testRow()));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("details-scroll");
        setCenter(scroll);
        refresh();
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

    private FlowPane addRow() {
        method.getItems().setAll("any", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "CONNECT");
        method.setValue("any");
        method.setId("rule-method");
        method.setAccessibleText("Method of the rule");
        method.getStyleClass().add("small-combo");
        action.getItems().setAll(NetworkRule.Action.values());
        action.setValue(NetworkRule.Action.ALLOW);
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
        Button add = new Button("Add rule", Icons.ADD.node(14));
        add.setId("rule-add");
        add.getStyleClass().add("small");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(event -> add());
        host.setOnAction(event -> add());
        path.setOnAction(event -> add());
        problem.setId("rule-problem");
        problem.getStyleClass().add("killed");
        FlowPane bar = new FlowPane(action, method, host, path, add, problem);
        bar.getStyleClass().addAll("inspector-bar", "inspector-flow");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private void add() {
        String verb = method.getValue().equals("any") ? "" : method.getValue();
        String wrong = model.addRule(host.getText(), verb, path.getText(), action.getValue());
        problem.setText(wrong);
        if (wrong.isEmpty()) {
            host.clear();
            path.clear();
        }
    }

    private TableView<NetworkRule> table() {
        TableView<NetworkRule> table = new TableView<>(model.rules());
        table.setId("rules-table");
        table.setAccessibleText("Network rules, the first that fits decides");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label none = new Label("No rules");
        none.getStyleClass().add("empty-hint");
        table.setPlaceholder(none);
        table.setRowFactory(shown -> new RuleRow());
        table.setMinHeight(USE_PREF_SIZE);
        table.prefHeightProperty()
                .bind(Bindings.size(model.rules()).add(2).multiply(ROW).add(4));
        var wide = widthProperty().greaterThan(WIDE);
        column(table, "Does", 70, rule -> rule.action().word());
        TableColumn<NetworkRule, String> methods = column(
                table, "Methods", 90, rule -> rule.methods().isEmpty() ? "any" : String.join(", ", rule.methods()));
        column(
                table,
                "Host",
                110,
                rule -> rule.host().port() == 0
                        ? rule.host().host()
                        : rule.host().host() + ":" + rule.host().port());
        methods.visibleProperty().bind(wide);
        column(table, "Path", 80, rule -> rule.path() == null ? "any" : rule.path());
        TableColumn<NetworkRule, String> hits = column(table, "Hits", 44, rule -> {
            int count = model.hits(rule);
            return count == 0 ? "" : String.valueOf(count);
        });
        hits.setMinWidth(44);
        hits.setMaxWidth(64);
        hits.getStyleClass().add("number");
        TableColumn<NetworkRule, String> adds = column(
                table,
                "Adds",
                120,
                rule -> rule.headers().isEmpty()
                        ? ""
                        : rule.headers().size() == 1
                                ? "1 header"
                                : rule.headers().size() + " headers");
        adds.visibleProperty().bind(wide);
        TableColumn<NetworkRule, NetworkRule> remove = new TableColumn<>("");
        remove.setPrefWidth(40);
        remove.setMinWidth(40);
        remove.setMaxWidth(48);
        remove.setSortable(false);
        remove.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        remove.setCellFactory(column -> new RemoveCell());
        table.getColumns().add(remove);
        return table;
    }

    private static TableColumn<NetworkRule, String> column(
            TableView<NetworkRule> table, String title, double width, Function<NetworkRule, String> value) {
        TableColumn<NetworkRule, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        table.getColumns().add(column);
        return column;
    }

    private VBox testRow() {
        TextField address = field("rule-test", "Test a URL: https://api.example.com/v1", 30);
        address.setMaxWidth(Double.MAX_VALUE);
        Label verdict = new Label();
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        verdict.setId("rule-test-verdict");
        verdict.textProperty().bind(model.verdictProperty());
        address.setOnAction(
                event -> model.test(method.getValue().equals("any") ? "GET" : method.getValue(), address.getText()));
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

    /// Counts anew how often each rule decided.
    void refreshHits() {
        rules.refresh();
    }

    /// Fills the form for a rule about an address.
    ///
    /// @param subject a URL, or a method and a URL
    void propose(String subject) {
        int space = subject.indexOf(' ');
        String verb = space < 0 ? "any" : subject.substring(0, space);
        String url = subject.substring(space + 1);
        method.setValue(method.getItems().contains(verb) ? verb : "any");
        action.setValue(NetworkRule.Action.ALLOW);
        NetworkTarget.of("GET", url).ifPresent(target -> {
            boolean usual = target.port() == 443 || target.port() == 80;
            host.setText(usual ? target.host() : target.host() + ":" + target.port());
            path.clear();
        });
        host.requestFocus();
    }

    void focusFirst() {
        host.requestFocus();
    }

    /// Says the whole rule, of which a narrow column may show a part.
    private static final class RuleRow extends TableRow<NetworkRule> {
        @Override
        protected void updateItem(@Nullable NetworkRule rule, boolean empty) {
            super.updateItem(rule, empty);
            setTooltip(empty || rule == null ? null : new Tooltip(rule.text()));
        }
    }

    private void remove(int index) {
        // The button goes with its row, and the focus would go to the start of the window.
        rules.requestFocus();
        model.removeRule(index);
    }

    private final class RemoveCell extends TableCell<NetworkRule, NetworkRule> {
        @Override
        protected void updateItem(@Nullable NetworkRule rule, boolean empty) {
            super.updateItem(rule, empty);
            setGraphic(
                    empty || rule == null
                            ? null
                            : Panes.iconButton(
                                    "rule-remove-" + getIndex(),
                                    Icons.CLOSE.node(14),
                                    "Remove the rule " + rule.text(),
                                    () -> remove(getIndex())));
        }
    }
}
