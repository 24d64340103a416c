package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.core.worker.Limit;
import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The limits of a worker's events: what the rules set, what the settings give, what the last run used. FX thread.
final class LimitsPage extends VBox {
    private static final double FULL = 0.999;

    private final InspectorViewModel model;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass FIRED = PseudoClass.getPseudoClass("fired");

    private final Map<Limit, Row> rows = new EnumMap<>(Limit.class);
    /// What the fields said before a person typed.
    private final Map<Limit, String> said = new EnumMap<>(Limit.class);

    private final List<Preset> presets = new ArrayList<>();
    private final Label problem = words("killed");
    private final Label measured = words("muted");
    private final Button measure = new Button("Measure");
    private final Button take = new Button("Take these");

    /// What is shown of one limit.
    private record Row(VBox box, TextField field, ProgressBar bar, Label use) {}

    /// Limits under one name.
    private record Preset(Button button, String name, String cpuMillis, String count) {}

    LimitsPage(InspectorViewModel model) {
        this.model = model;
        getStyleClass().add("inspector-page");
        FlowPane choices = new FlowPane(
                preset("Strict", "10", "5"),
                preset("Free plan", "10", "50"),
                preset("Paid plan", "30000", "10000"),
                preset("Lesson", "50", "50"),
                preset("As the code says", "", ""));
        choices.getStyleClass().add("presets");
        problem.setId("limit-problem");
        VBox own = new VBox(
                title("THIS WORKER, BY THE RULES"),
                choices,
                row(
                        Limit.CPU,
                        "CPU time",
                        "What the code computes, not what it waits for. At the limit the isolate ends."),
                row(
                        Limit.SUBREQUESTS,
                        "Subrequests",
                        "Every fetch() and every call of a binding. The call that is one too many throws."),
                measuring());
        VBox all = new VBox(
                title("ALL PROJECTS, BY THE SETTINGS"),
                row(Limit.WALL, "Time on the clock", "Waiting counts. The event ends, its isolate goes on."),
                row(Limit.MEMORY, "Memory", "What one isolate keeps alive, an estimate. At the limit it ends."),
                row(Limit.RESPONSE, "Response", "What is kept of a body; the rest is not read."),
                row(Limit.LOG_LINES, "Console lines", "Further lines of the event are counted, not shown."),
                row(Limit.LOG_SIZE, "Console text", "The same, by the length of all lines."));
        own.getStyleClass().add("limits-group");
        all.getStyleClass().add("limits-group");
        Label note = words("muted");
        note.setText("The lowest of the code's, the entrypoint's, the rules' and the settings' limits counts. Changes"
                + " count from the next run on. All limits: docs/guide/limits.md.");
        getChildren().addAll(problem, own, all, note);
        refresh();
    }

    private static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("panel-title");
        return label;
    }

    private static Label words(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private VBox row(Limit limit, String name, String meaning) {
        TextField field = new TextField();
        field.setId("limit-" + limit.key());
        field.setAccessibleText(name + (limit.unit().isEmpty() ? "" : " in " + limit.unit()) + ", " + meaning);
        field.setPromptText(isOfWorker(limit) ? "none" : "");
        field.setPrefColumnCount(8);
        field.getStyleClass().addAll("mono", "small-field");
        field.setOnAction(event -> commit(limit));
        field.focusedProperty().subscribe(focused -> {
            if (!focused && isTyped(limit, field)) {
                commit(limit);
            }
        });
        Label label = new Label(name);
        label.setMinWidth(USE_PREF_SIZE);
        Label unit = new Label(limit.unit());
        unit.getStyleClass().add("muted");
        unit.setMinWidth(28);
        HBox line = new HBox(8, label, Panes.spacer(), field, unit);
        line.setAlignment(Pos.CENTER_LEFT);
        ProgressBar bar = new ProgressBar(0);
        bar.setId("limit-use-" + limit.key());
        bar.getStyleClass().addAll("limit-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setFocusTraversable(false);
        Label use = words("muted");
        use.setId("limit-figures-" + limit.key());
        Label explanation = words("muted");
        explanation.setText(meaning);
        VBox box = new VBox(line, bar, use, explanation);
        rows.put(limit, new Row(box, field, bar, use));
        box.getStyleClass().add("limit-row");
        return box;
    }

    private HBox measuring() {
        measure.setId("limit-measure");
        measure.getStyleClass().add("small");
        measure.setMinWidth(USE_PREF_SIZE);
        measure.setAccessibleText("Measure: send the last request 20 times, and propose limits");
        measure.setOnAction(event -> model.measure().toggle());
        take.setId("limit-take");
        take.getStyleClass().add("small");
        take.setMinWidth(USE_PREF_SIZE);
        take.setOnAction(event -> {
            LimitMeasure.State state = model.measure().stateProperty().get();
            model.rules().setLimit(Limit.CPU.key(), String.valueOf(state.cpuMillis()));
            model.rules().setLimit(Limit.SUBREQUESTS.key(), String.valueOf(state.subrequests()));
        });
        measured.setId("limit-measured");
        VBox said = new VBox(6, measured, take);
        HBox box = new HBox(8, measure, said);
        box.setAlignment(Pos.TOP_LEFT);
        show(model.measure().stateProperty().get());
        return box;
    }

    /// Shows where a measurement is.
    void show(LimitMeasure.State state) {
        measure.setText(state.isUnderWay() ? "Stop" : "Measure");
        measured.setText(
                state.sentence().isEmpty() ? "Sends the last request 20 times and proposes limits." : state.sentence());
        Panes.show(take, state.cpuMillis() > 0);
    }

    private Button preset(String name, String cpuMillis, String count) {
        Button button = new Button(name);
        button.setId("preset-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        button.getStyleClass().add("small");
        button.setOnAction(event -> {
            model.rules().setLimit(Limit.CPU.key(), cpuMillis);
            model.rules().setLimit(Limit.SUBREQUESTS.key(), count);
        });
        presets.add(new Preset(button, name, cpuMillis, count));
        return button;
    }

    /// Whether the rules of a project set it for each worker.
    private static boolean isOfWorker(Limit limit) {
        return limit == Limit.CPU || limit == Limit.SUBREQUESTS;
    }

    private void commit(Limit limit) {
        Row row = rows.get(limit);
        if (row != null) {
            String wanted = row.field().getText();
            String wrong =
                    isOfWorker(limit) ? model.rules().setLimit(limit.key(), wanted) : model.setAllowed(limit, wanted);
            problem.setText(wrong);
            Panes.show(problem, !wrong.isEmpty());
        }
    }

    private boolean isTyped(Limit limit, TextField field) {
        return !field.getText().strip().equals(said.getOrDefault(limit, ""));
    }

    /// A limit that something else changed meanwhile is not set back by a field that nobody typed into.
    private void say(Limit limit, TextField field) {
        String text = text(limit);
        said.put(limit, text);
        if (!text.equals(field.getText())) {
            field.setText(text);
            if (field.isFocused()) {
                field.selectAll();
            }
        }
    }

    private String text(Limit limit) {
        if (!isOfWorker(limit)) {
            return String.valueOf(model.allowed().get(limit));
        }
        ResourceLimits limits = model.rules().limits();
        long value = limit == Limit.CPU ? limits.cpuMillis() : limits.subrequests();
        return value < 0 ? "" : String.valueOf(value);
    }

    /// Shows what the rules and the settings say, and what was used.
    void refresh() {
        Panes.show(problem, !problem.getText().isEmpty());
        rows.forEach((limit, row) -> {
            if (!row.field().isFocused() || !isTyped(limit, row.field())) {
                say(limit, row.field());
            }
        });
        showPreset();
        for (LimitUse use : model.uses()) {
            Row row = rows.get(use.limit());
            if (row != null) {
                row.bar().setProgress(use.share());
                row.bar().setAccessibleText(use.limit().meaning() + ": " + use.text());
                boolean full = use.share() >= FULL;
                row.bar().getStyleClass().remove("full");
                if (full) {
                    row.bar().getStyleClass().add("full");
                }
                row.box().pseudoClassStateChanged(FIRED, full);
                row.use().setText(use.text());
            }
        }
    }

    /// Marks the preset that the rules say, where it is one.
    private void showPreset() {
        String cpu = text(Limit.CPU);
        String count = text(Limit.SUBREQUESTS);
        for (Preset each : presets) {
            boolean holds = each.cpuMillis().equals(cpu) && each.count().equals(count);
            each.button().pseudoClassStateChanged(SELECTED, holds);
            each.button().setAccessibleText(each.name() + (holds ? ", chosen" : ""));
        }
    }

    /// Gives the focus to a limit.
    void select(String key) {
        Limit limit = Limit.ofKey(key).orElse(Limit.CPU);
        Row row = rows.get(limit);
        if (row != null) {
            row.field().requestFocus();
            row.field().selectAll();
        }
    }

    void focusFirst() {
        select(Limit.CPU.key());
    }
}
