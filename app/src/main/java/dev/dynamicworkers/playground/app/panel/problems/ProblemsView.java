package dev.dynamicworkers.playground.app.panel.problems;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.session.Problem;
import dev.dynamicworkers.playground.app.theme.Icons;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The list of problems; Enter or a double click goes to the code. FX thread.
public final class ProblemsView extends BorderPane {
    private final ListView<Problem> list = new ListView<>();

    /// @param model what is shown
    public ProblemsView(ProblemsViewModel model) {
        setId("problems");
        getStyleClass().add("tool-panel");
        list.setId("problems-list");
        list.setAccessibleText("Problems");
        list.setItems(model.problems());
        list.setCellFactory(view -> new ProblemCell());
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open(model);
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(model);
            }
        });
        Node empty = Panes.emptyState(
                Icons.OK.node(28, "muted-icon"),
                "No problems",
                "What the project or its last run gets wrong appears here.");
        empty.visibleProperty().bind(Bindings.isEmpty(model.problems()));
        empty.setMouseTransparent(true);
        setCenter(new StackPane(list, empty));
    }

    private void open(ProblemsViewModel model) {
        Problem problem = list.getSelectionModel().getSelectedItem();
        if (problem != null) {
            model.reveal(problem);
        }
    }

    /// Gives the focus to the list.
    public void focusList() {
        list.requestFocus();
    }

    private static final class ProblemCell extends ListCell<Problem> {
        private final Label severity = new Label();
        private final Label message = new Label();
        private final Label hint = new Label();
        private final Label place = new Label();
        private final HBox row = new HBox(severity, message, hint, Panes.spacer(), place);

        ProblemCell() {
            getStyleClass().add("problem-row");
            row.getStyleClass().add("problem");
            setPrefWidth(0);
            row.setAlignment(Pos.CENTER_LEFT);
            message.setMinWidth(120);
            severity.getStyleClass().add("severity");
            severity.setMinWidth(Region.USE_PREF_SIZE);
            hint.getStyleClass().add("muted");
            HBox.setHgrow(hint, Priority.SOMETIMES);
            place.getStyleClass().addAll("mono", "link-text");
            place.setMinWidth(Region.USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(Problem problem, boolean empty) {
            super.updateItem(problem, empty);
            if (empty || problem == null) {
                setGraphic(null);
                return;
            }
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
            place.setText(where == null ? "" : where.text());
            setAccessibleText(problem.severity().word() + ": " + problem.message());
            setGraphic(row);
        }
    }
}
