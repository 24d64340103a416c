package dev.dynamicworkers.playground.app.code.diff;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Two versions of a text side by side. FX thread.
public final class DiffView extends BorderPane {
    private final ListView<LineDiff.Row> list = new ListView<>();

    /// @param before names the left side
    /// @param after names the right side
    /// @param close takes the view away
    public DiffView(String before, String after, List<LineDiff.Row> rows, Runnable close) {
        setId("diff");
        getStyleClass().add("diff");
        long changes = rows.stream().filter(row -> !row.isEqual()).count();
        Label left = title(before);
        Label right = title(after);
        Label amount = new Label(changes == 0 ? "No differences" : changes + (changes == 1 ? " line" : " lines"));
        amount.getStyleClass().add("muted");
        amount.setMinWidth(Region.USE_PREF_SIZE);
        HBox header = new HBox(
                left,
                right,
                amount,
                Panes.iconButton("diff-next", Icons.NEXT.node(14), "Next difference", this::next),
                Panes.iconButton("diff-close", Icons.CLOSE.node(14), "Close the comparison", close));
        header.getStyleClass().add("find-row");
        header.getStyleClass().add("diff-header");
        list.setId("diff-lines");
        list.setAccessibleText("Comparison of " + before + " and " + after);
        list.getStyleClass().add("diff-lines");
        list.setFixedCellSize(20);
        list.setItems(FXCollections.observableArrayList(rows));
        list.setCellFactory(view -> new RowCell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
        setTop(header);
        setCenter(list);
        next();
    }

    private static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("strong");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setPrefWidth(100);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    /// Gives the focus to the lines.
    public void focusLines() {
        list.requestFocus();
    }

    private void next() {
        int from = list.getSelectionModel().getSelectedIndex();
        List<LineDiff.Row> rows = list.getItems();
        boolean within = from >= 0 && !rows.get(from).isEqual();
        for (int i = 1; i <= rows.size(); i++) {
            int at = Math.floorMod(from + i, rows.size());
            boolean differs = !rows.get(at).isEqual();
            if (differs && !within) {
                list.getSelectionModel().select(at);
                list.scrollTo(Math.max(0, at - 4));
                return;
            }
            within &= differs;
        }
    }

    private static final class RowCell extends ListCell<LineDiff.Row> {
        private final Label leftNumber = number();
        private final Label left = text();
        private final Label rightNumber = number();
        private final Label right = text();
        private final HBox row = new HBox(leftNumber, left, rightNumber, right);

        RowCell() {
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        private static Label number() {
            Label label = new Label();
            label.getStyleClass().addAll("diff-number", "mono");
            return label;
        }

        private static Label text() {
            Label label = new Label();
            label.getStyleClass().addAll("diff-text", "mono");
            label.setMaxWidth(Double.MAX_VALUE);
            label.setPrefWidth(100);
            HBox.setHgrow(label, Priority.ALWAYS);
            return label;
        }

        @Override
        protected void updateItem(LineDiff.@Nullable Row item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            fill(leftNumber, left, item.before(), item.beforeText(), item.isEqual() ? "" : "removed");
            fill(rightNumber, right, item.after(), item.afterText(), item.isEqual() ? "" : "added");
            setAccessibleText(
                    item.isEqual()
                            ? item.afterText()
                            : "before: " + item.beforeText() + ", after: " + item.afterText());
            setGraphic(row);
        }

        private static void fill(Label number, Label text, int line, String content, String style) {
            number.setText(line == 0 ? "" : String.valueOf(line));
            text.setText(content.replace("\t", "    "));
            text.getStyleClass().removeAll("removed", "added", "absent");
            if (line == 0) {
                text.getStyleClass().add("absent");
            } else if (!style.isEmpty()) {
                text.getStyleClass().add(style);
            }
        }
    }
}
