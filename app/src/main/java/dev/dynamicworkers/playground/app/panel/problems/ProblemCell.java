package dev.dynamicworkers.playground.app.panel.problems;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.session.Problem;
import dev.dynamicworkers.playground.app.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A row of the problems: severity, message, hint, the first fix, and where it is. FX thread.
final class ProblemCell extends TreeCell<ProblemRow> {
    private final ProblemsViewModel model;
    private final Label severity = new Label();
    private final Label message = new Label();
    private final Label hint = new Label();
    private final Label place = new Label();
    private final Button fix = new Button();
    private final HBox row = new HBox(severity, message, hint, fix, place);
    private final Label file = new Label();
    private final Label count = new Label();
    private final HBox fileRow = new HBox(file, count);

    ProblemCell(ProblemsViewModel model) {
        this.model = model;
        getStyleClass().add("problem-row");
        row.getStyleClass().add("problem");
        setPrefWidth(0);
        row.setAlignment(Pos.CENTER_LEFT);
        fileRow.setAlignment(Pos.CENTER_LEFT);
        fileRow.setSpacing(8);
        file.getStyleClass().add("strong");
        count.getStyleClass().add("muted");
        message.setMinWidth(120);
        severity.getStyleClass().add("severity");
        severity.setMinWidth(Region.USE_PREF_SIZE);
        hint.getStyleClass().add("muted");
        // Has what the message leaves, so that not both are cut.
        hint.setMinWidth(0);
        hint.setPrefWidth(0);
        hint.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(hint, Priority.ALWAYS);
        fix.getStyleClass().addAll("flat", "fix");
        fix.setGraphic(Icons.FIX.node(14));
        fix.setMnemonicParsing(false);
        fix.setFocusTraversable(false);
        fix.setMinWidth(Region.USE_PREF_SIZE);
        place.getStyleClass().addAll("mono", "link-text");
        place.setMinWidth(Region.USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(@Nullable ProblemRow item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        setTooltip(null);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        Problem problem = item.problem();
        if (problem == null) {
            file.setText(item.file().isEmpty() ? "No file" : item.file());
            count.setText(String.valueOf(item.count()));
            setAccessibleText(file.getText() + ", " + item.count() + " problems");
            setGraphic(fileRow);
        } else {
            show(problem);
        }
    }

    private void show(Problem problem) {
        severity.setText(problem.severity().word());
        severity.getStyleClass().removeAll("killed", "warning", "muted");
        Icons glyph = switch (problem.severity()) {
            case ERROR -> Icons.ERROR;
            case WARNING -> Icons.WARNING;
            case NOTE -> Icons.INFO;
        };
        severity.getStyleClass()
                .add(
                        switch (problem.severity()) {
                            case ERROR -> "killed";
                            case WARNING -> "warning";
                            case NOTE -> "muted";
                        });
        severity.setGraphic(glyph.node(14));
        message.setText(problem.message());
        hint.setText(problem.hint());
        var where = problem.place();
        place.setText(where == null || where.line() == 0 ? "" : where.line() + ":" + where.column());
        Panes.show(fix, !problem.fixes().isEmpty());
        String fixes = "";
        if (!problem.fixes().isEmpty()) {
            Problem.Fix first = problem.fixes().getFirst();
            fix.setText(first.title());
            fix.setAccessibleText("Fix: " + first.title());
            fix.setOnAction(event -> model.fix(first));
            fixes = ", fix: " + first.title();
        }
        String hinted = problem.hint().isEmpty() ? "" : ". " + problem.hint();
        setAccessibleText(problem.severity().word() + ": " + problem.message() + hinted + fixes);
        setTooltip(new Tooltip(problem.message() + (problem.hint().isEmpty() ? "" : "\n" + problem.hint())));
        setGraphic(row);
    }
}
