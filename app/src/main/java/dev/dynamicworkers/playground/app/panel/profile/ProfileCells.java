package dev.dynamicworkers.playground.app.panel.profile;

import dev.dynamicworkers.playground.app.session.IsolateTag;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import javafx.scene.Node;
import javafx.scene.control.Cell;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TreeTableCell;
import org.jspecify.annotations.Nullable;

/// What stands in the cells of the table and of the tree, which are different controls. FX thread.
final class ProfileCells {
    private ProfileCells() {}

    /// Something that shows a row.
    private interface Face {
        Node node();

        /// @return what screen readers say
        String show(ProfileRow row);
    }

    /// A time of a row.
    ///
    /// @param style of its bar
    record Time(String style, ToLongFunction<ProfileRow> micros, ToDoubleFunction<ProfileRow> share) {
        static final Time SELF = new Time("share-self", row -> row.spent().selfMicros(), ProfileRow::selfShare);
        static final Time TOTAL = new Time("share-total", row -> row.spent().totalMicros(), ProfileRow::totalShare);
    }

    private static Face time(Time time) {
        ShareBox box = new ShareBox(time.style());
        return new Face() {
            @Override
            public Node node() {
                return box;
            }

            @Override
            public String show(ProfileRow row) {
                box.show(
                        ProfileRow.time(time.micros().applyAsLong(row)),
                        time.share().applyAsDouble(row));
                return box.text();
            }
        };
    }

    private static Face chip() {
        Label chip = new Label();
        chip.getStyleClass().add("chip");
        return new Face() {
            @Override
            public Node node() {
                return chip;
            }

            @Override
            public String show(ProfileRow row) {
                IsolateTag tag = row.isolate();
                chip.setText(tag.label());
                chip.getStyleClass().removeIf(style -> style.startsWith("hue-"));
                chip.getStyleClass().add("hue-" + tag.hue());
                return tag.label();
            }
        };
    }

    static TableCell<ProfileRow, ProfileRow> ofTable(Time time) {
        return new InTable(time(time));
    }

    static TableCell<ProfileRow, ProfileRow> isolateOfTable() {
        return new InTable(chip());
    }

    static TreeTableCell<ProfileRow, ProfileRow> ofTree(Time time) {
        return new InTree(time(time));
    }

    static TreeTableCell<ProfileRow, ProfileRow> isolateOfTree() {
        return new InTree(chip());
    }

    private static void show(Cell<ProfileRow> cell, Face face, @Nullable ProfileRow row) {
        cell.setGraphic(row == null ? null : face.node());
        cell.setAccessibleText(row == null ? null : face.show(row));
    }

    private static final class InTable extends TableCell<ProfileRow, ProfileRow> {
        private final Face face;

        InTable(Face face) {
            this.face = face;
        }

        @Override
        protected void updateItem(@Nullable ProfileRow row, boolean empty) {
            super.updateItem(row, empty);
            ProfileCells.show(this, face, empty ? null : row);
        }
    }

    private static final class InTree extends TreeTableCell<ProfileRow, ProfileRow> {
        private final Face face;

        InTree(Face face) {
            this.face = face;
        }

        @Override
        protected void updateItem(@Nullable ProfileRow row, boolean empty) {
            super.updateItem(row, empty);
            ProfileCells.show(this, face, empty ? null : row);
        }
    }
}
