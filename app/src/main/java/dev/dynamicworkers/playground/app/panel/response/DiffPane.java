package dev.dynamicworkers.playground.app.panel.response;

import dev.dynamicworkers.playground.app.fx.Panes;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// What differs from the pinned run, line by line. FX thread.
final class DiffPane extends StackPane {
    private final ResponseViewModel model;
    private final Label remark = new Label();
    private final ListView<DiffRow> list = new ListView<>();

    DiffPane(ResponseViewModel model) {
        this.model = model;
        list.setId("response-diff");
        Panes.letEscapeOut(list);
        list.setAccessibleText("What differs from the pinned run");
        list.getStyleClass().addAll("mono", "diff");
        list.setFixedCellSize(20);
        list.setItems(model.diff());
        list.setCellFactory(view -> new DiffCell());
        remark.setId("response-diff-remark");
        remark.getStyleClass().add("empty-hint");
        remark.setWrapText(true);
        getChildren().addAll(list, remark);
        model.diff().addListener((ListChangeListener<DiffRow>) change -> refresh());
        refresh();
    }

    /// Says anew what there is to say.
    void refresh() {
        boolean empty = model.diff().isEmpty();
        remark.setText(model.diffRemark());
        remark.setVisible(empty);
        list.setVisible(!empty);
    }

    private static final class DiffCell extends ListCell<DiffRow> {
        private final Label left = number();
        private final Label right = number();
        private final Label sign = new Label();
        private final Label text = new Label();
        private final HBox row = new HBox(left, right, sign, text);

        DiffCell() {
            sign.getStyleClass().add("diff-sign");
            sign.setMinWidth(Region.USE_PREF_SIZE);
            getStyleClass().add("diff-row");
        }

        private static Label number() {
            Label label = new Label();
            label.getStyleClass().add("diff-number");
            return label;
        }

        @Override
        protected void updateItem(@Nullable DiffRow line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().removeAll("gone", "new", "heading", "skipped");
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            switch (line.kind()) {
                case GONE -> getStyleClass().add("gone");
                case NEW -> getStyleClass().add("new");
                case HEADING -> getStyleClass().add("heading");
                case SKIPPED -> getStyleClass().add("skipped");
                case SAME -> {
                    // Looks like any line.
                }
            }
            left.setText(line.left() == 0 ? "" : String.valueOf(line.left()));
            right.setText(line.right() == 0 ? "" : String.valueOf(line.right()));
            sign.setText(line.kind().sign());
            text.setText(line.text());
            setAccessibleText(line.kind().sign() + " " + line.text());
            setGraphic(row);
        }
    }
}
