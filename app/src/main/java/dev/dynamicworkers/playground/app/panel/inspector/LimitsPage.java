package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The limits that the rules set for a worker's invocations. FX thread.
final class LimitsPage extends VBox {
    private final InspectorViewModel model;
    private final TextField cpu = field("limit-cpuMs", "CPU time in milliseconds");
    private final TextField subrequests = field("limit-subRequests", "Number of subrequests");
    private final Label problem = new Label();

    LimitsPage(InspectorViewModel model) {
        this.model = model;
        getStyleClass().add("inspector-page");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("limits-grid");
        row(grid, 0, "CPU time", cpu, "ms for each event. Counts what the code computes, not what it waits for.");
        row(grid, 1, "Subrequests", subrequests, "for each event: every fetch() and every call of a binding.");
        commit(cpu, "cpuMs");
        commit(subrequests, "subRequests");
        FlowPane presets = new FlowPane(
                preset("Strict", "10", "5"),
                preset("Free plan", "10", "50"),
                preset("Lesson", "50", "50"),
                preset("As the code says", "", ""));
        presets.getStyleClass().add("presets");
        problem.setId("limit-problem");
        problem.getStyleClass().add("killed");
        Label note = new Label("The lowest of the code's, the entrypoint's and these limits counts. A limit ends the"
                + " isolate, other isolates keep running. Memory and all other limits: docs/guide/limits.md.");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().add("muted");
        getChildren().addAll(presets, grid, problem, note);
        refresh();
    }

    private static TextField field(String id, String name) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        field.setPromptText("code's own");
        field.setPrefColumnCount(12);
        field.getStyleClass().addAll("mono", "small-field");
        return field;
    }

    private static void row(GridPane grid, int row, String name, TextField field, String meaning) {
        Label words = new Label(meaning);
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        Label label = new Label(name);
        label.setMinWidth(USE_PREF_SIZE);
        grid.addRow(2 * row, label, field);
        grid.add(words, 0, 2 * row + 1, 2, 1);
        words.setMinHeight(USE_PREF_SIZE);
    }

    private Button preset(String name, String cpuMillis, String count) {
        Button button = new Button(name);
        button.setId("preset-" + name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
        button.getStyleClass().add("small");
        button.setOnAction(event -> {
            model.setLimit("cpuMs", cpuMillis);
            model.setLimit("subRequests", count);
        });
        return button;
    }

    private void commit(TextField field, String key) {
        field.setOnAction(event -> problem.setText(model.setLimit(key, field.getText())));
        field.focusedProperty().subscribe(focused -> {
            if (!focused && !field.getText().strip().equals(text(key))) {
                problem.setText(model.setLimit(key, field.getText()));
            }
        });
    }

    private String text(String key) {
        ResourceLimits limits = model.limits();
        long value = key.equals("cpuMs") ? limits.cpuMillis() : limits.subrequests();
        return value < 0 ? "" : String.valueOf(value);
    }

    /// Shows what the rules say.
    void refresh() {
        cpu.setText(text("cpuMs"));
        subrequests.setText(text("subRequests"));
    }

    /// Gives the focus to a limit.
    void select(String key) {
        TextField field = key.equals("subRequests") ? subrequests : cpu;
        field.requestFocus();
        field.selectAll();
    }

    void focusFirst() {
        cpu.requestFocus();
    }
}
