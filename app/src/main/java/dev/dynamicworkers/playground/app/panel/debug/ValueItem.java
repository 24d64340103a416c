package dev.dynamicworkers.playground.app.panel.debug;

import dev.dynamicworkers.playground.core.debug.Seen;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/// A value in the tree of variables, whose parts are asked for when it is opened. FX thread.
final class ValueItem extends TreeItem<Seen> {
    private final DebugViewModel model;
    private boolean asked;

    ValueItem(DebugViewModel model, Seen value) {
        super(value);
        this.model = model;
    }

    @Override
    public boolean isLeaf() {
        return getValue().handle() == 0 || getValue().kind() == Seen.Kind.MORE;
    }

    @Override
    public ObservableList<TreeItem<Seen>> getChildren() {
        ObservableList<TreeItem<Seen>> children = super.getChildren();
        if (!asked && !isLeaf()) {
            asked = true;
            model.parts(getValue(), 0, parts -> children.setAll(items(parts)));
        }
        return children;
    }

    /// Puts the rows in the place of the last one that it stands for.
    void readMore() {
        if (getParent() instanceof ValueItem owner) {
            ObservableList<TreeItem<Seen>> rows = owner.getChildren();
            int shown = rows.size() - 1;
            model.parts(getValue(), shown, parts -> {
                rows.remove(this);
                rows.addAll(items(parts));
            });
        }
    }

    private List<ValueItem> items(List<Seen> parts) {
        return parts.stream().map(part -> new ValueItem(model, part)).toList();
    }
}
