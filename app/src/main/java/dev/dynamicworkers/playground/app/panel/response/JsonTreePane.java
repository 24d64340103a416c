package dev.dynamicworkers.playground.app.panel.response;

import dev.dynamicworkers.playground.app.session.body.JsonSpan;
import java.util.List;
import java.util.Locale;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// JSON as a tree whose branches are read when they are opened. FX thread.
final class JsonTreePane extends TreeView<JsonSpan> {
    private static final int MOST_OPENED = 200;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /// @param id stable id of the tree
    JsonTreePane(String id, String name) {
        setId(id);
        setAccessibleText(name);
        getStyleClass().addAll("dense", "mono", "json-tree");
        setFixedCellSize(24);
        setShowRoot(false);
        setCellFactory(view -> new SpanCell());
        setOnKeyPressed(event -> {
            TreeItem<JsonSpan> selected = getSelectionModel().getSelectedItem();
            if (COPY.match(event) && selected != null) {
                ClipboardContent content = new ClipboardContent();
                content.putString(selected.getValue().pretty());
                Clipboard.getSystemClipboard().setContent(content);
                event.consume();
            }
        });
    }

    /// Shows these values side by side, short ones opened.
    void show(List<JsonSpan> roots) {
        TreeItem<JsonSpan> root = new TreeItem<>();
        for (JsonSpan span : roots) {
            TreeItem<JsonSpan> item = new SpanItem(span);
            root.getChildren().add(item);
            if (span.isContainer() && roots.size() < 20) {
                item.setExpanded(true);
                int opened = 0;
                for (TreeItem<JsonSpan> child : item.getChildren()) {
                    if (child.getValue().isContainer()
                            && opened + item.getChildren().size() < MOST_OPENED) {
                        opened += child.getValue().children().size();
                        child.setExpanded(opened < MOST_OPENED);
                    }
                }
            }
        }
        root.setExpanded(true);
        setRoot(root);
    }

    /// An item that reads its children when they are asked for.
    private static final class SpanItem extends TreeItem<JsonSpan> {
        private boolean read;

        SpanItem(JsonSpan span) {
            super(span);
        }

        @Override
        public boolean isLeaf() {
            return !getValue().isContainer();
        }

        @Override
        public ObservableList<TreeItem<JsonSpan>> getChildren() {
            ObservableList<TreeItem<JsonSpan>> children = super.getChildren();
            if (!read) {
                read = true;
                children.setAll(
                        getValue().children().stream().map(SpanItem::new).toList());
            }
            return children;
        }
    }

    private static final class SpanCell extends TreeCell<JsonSpan> {
        private static final int LONGEST = 500;

        private final Label key = new Label();
        private final Label value = new Label();
        private final HBox row = new HBox(key, value);

        SpanCell() {
            key.getStyleClass().add("json-key");
            row.getStyleClass().add("json-row");
            row.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable JsonSpan span, boolean empty) {
            super.updateItem(span, empty);
            if (empty || span == null) {
                setGraphic(null);
                return;
            }
            String name = span.key();
            key.setText(name != null ? name : span.index() >= 0 ? String.valueOf(span.index()) : "$");
            value.setText(span.summary(LONGEST).replace('\n', ' '));
            value.getStyleClass().removeIf(style -> style.startsWith("json-"));
            value.getStyleClass().add("json-" + span.kind().name().toLowerCase(Locale.ROOT));
            setAccessibleText(key.getText() + ": " + value.getText());
            setGraphic(row);
        }
    }
}
