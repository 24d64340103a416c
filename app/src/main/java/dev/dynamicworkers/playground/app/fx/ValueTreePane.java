package dev.dynamicworkers.playground.app.fx;

import java.util.List;
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

/// Values as a tree whose branches are read when they are opened. FX thread.
public final class ValueTreePane extends TreeView<ValueTreePane.Branch> {
    private static final int MOST_OPENED = 200;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /// A value of the tree.
    public interface Branch {
        /// What it is called within the value it is in.
        String label();

        /// The value in one short line.
        ///
        /// @param longest most characters of it
        String summary(int longest);

        /// What it is, in a word for its colour: `string`, `number`.
        String kindWord();

        /// Whether it can have children.
        boolean isContainer();

        /// The values right inside of it.
        List<? extends Branch> children();

        /// The value laid out, for the clipboard.
        String pretty();
    }

    /// @param id stable id of the tree
    public ValueTreePane(String id, String name) {
        setId(id);
        setAccessibleText(name);
        getStyleClass().addAll("dense", "mono", "json-tree");
        setFixedCellSize(26);
        setShowRoot(false);
        setCellFactory(view -> new SpanCell());
        setOnKeyPressed(event -> {
            TreeItem<Branch> selected = getSelectionModel().getSelectedItem();
            if (COPY.match(event) && selected != null) {
                ClipboardContent content = new ClipboardContent();
                content.putString(selected.getValue().pretty());
                Clipboard.getSystemClipboard().setContent(content);
                event.consume();
            }
        });
    }

    /// Shows these values side by side, short ones opened.
    public void show(List<? extends Branch> roots) {
        TreeItem<Branch> root = new TreeItem<>();
        for (Branch span : roots) {
            TreeItem<Branch> item = new SpanItem(span);
            root.getChildren().add(item);
            if (span.isContainer() && roots.size() < 20) {
                item.setExpanded(true);
                int opened = 0;
                for (TreeItem<Branch> child : item.getChildren()) {
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
    private static final class SpanItem extends TreeItem<Branch> {
        private boolean read;

        SpanItem(Branch span) {
            super(span);
        }

        @Override
        public boolean isLeaf() {
            return !getValue().isContainer();
        }

        @Override
        public ObservableList<TreeItem<Branch>> getChildren() {
            ObservableList<TreeItem<Branch>> children = super.getChildren();
            if (!read) {
                read = true;
                children.setAll(
                        getValue().children().stream().map(SpanItem::new).toList());
            }
            return children;
        }
    }

    private static final class SpanCell extends TreeCell<Branch> {
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
        protected void updateItem(@Nullable Branch span, boolean empty) {
            super.updateItem(span, empty);
            if (empty || span == null) {
                setGraphic(null);
                return;
            }
            key.setText(span.label());
            value.setText(span.summary(LONGEST).replace('\n', ' '));
            value.getStyleClass().removeIf(style -> style.startsWith("json-"));
            value.getStyleClass().add("json-" + span.kindWord());
            setAccessibleText(key.getText() + ": " + value.getText());
            setGraphic(row);
        }
    }
}
