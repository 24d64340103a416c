package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.code.EditorAction;
import dev.dynamicworkers.playground.app.code.EditorView;
import dev.dynamicworkers.playground.app.fx.FxThread;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.OpenFile;
import dev.dynamicworkers.playground.app.session.Place;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The parent's code and the dynamic workers' code side by side. FX thread.
public final class EditorsView extends StackPane implements AutoCloseable {
    private final EditorsViewModel model;
    private final EditorGroupView parent;
    private final EditorGroupView dynamic;
    private final SplitPane split = new SplitPane();
    private final Subscriptions subscriptions = new Subscriptions();
    private double share = 0.5;
    private @Nullable Supplier<? extends Node> whenEmpty;
    private @Nullable Node empty;

    /// @param model what is shown
    /// @param still whether nothing should move
    public EditorsView(EditorsViewModel model, ObservableValue<Boolean> still) {
        this.model = model;
        setId("editors");
        parent = new EditorGroupView(model, model.parent(), still);
        dynamic = new EditorGroupView(model, model.dynamic(), still);
        split.getStyleClass().add("editors-split");
        getChildren().add(split);
        ListChangeListener<OpenFile> changed = change -> arrange();
        model.parent().files().addListener(changed);
        model.dynamic().files().addListener(changed);
        subscriptions.add(() -> model.parent().files().removeListener(changed));
        subscriptions.add(() -> model.dynamic().files().removeListener(changed));
        subscriptions.listen(model.caretWishProperty(), this::goTo);
        subscriptions.listen(model.readyProperty(), ready -> arrange());
        arrange();
    }

    /// Names what stands in the place of the code while no file is open. It is made when that is so.
    public void whenEmpty(Supplier<? extends Node> view) {
        whenEmpty = view;
        arrange();
    }

    private void fillEmpty() {
        Supplier<? extends Node> view = whenEmpty;
        if (view != null && empty == null) {
            Node made = view.get();
            empty = made;
            getChildren().addFirst(made);
        }
    }

    private void arrange() {
        boolean both = split.getItems().size() == 2;
        if (both) {
            share = split.getDividerPositions()[0];
        }
        boolean showParent = !model.parent().files().isEmpty();
        boolean showDynamic = !model.dynamic().files().isEmpty();
        if (showParent != split.getItems().contains(parent)
                || showDynamic != split.getItems().contains(dynamic)) {
            split.getItems().clear();
            if (showParent) {
                split.getItems().add(parent);
            }
            if (showDynamic) {
                split.getItems().add(dynamic);
            }
            if (showParent && showDynamic) {
                split.setDividerPositions(share);
            }
        }
        boolean any = showParent || showDynamic;
        // Before the first files are open there is nothing to tell.
        if (!any && model.readyProperty().get()) {
            fillEmpty();
        }
        Node instead = empty;
        if (instead != null) {
            instead.setVisible(!any);
        }
        split.setVisible(any);
    }

    private void goTo(@Nullable Place place) {
        if (place == null) {
            return;
        }
        EditorView editor = activeView().front();
        if (editor != null) {
            FxThread.onNextFrame(() -> editor.goTo(place.line(), place.column()));
        }
    }

    private EditorGroupView activeView() {
        return model.activeGroupProperty().get() == model.dynamic() ? dynamic : parent;
    }

    /// The side of a role; null while it has no file.
    public @Nullable Node part(FileRole role) {
        EditorGroupView side = role == FileRole.DYNAMIC ? dynamic : parent;
        return split.getItems().contains(side) ? side : null;
    }

    /// The editor in front of the side that had the focus last; null when there is none.
    public @Nullable EditorView activeEditor() {
        return activeView().front();
    }

    /// Does an editing action in the active editor.
    public void perform(EditorAction action) {
        EditorView editor = activeView().front();
        if (editor != null) {
            editor.perform(action);
        }
    }

    /// Shows what was changed in the active file since the last run.
    public void compareWithLastRun() {
        activeView().compareWithLastRun();
    }

    /// Shows the JavaScript that the engine makes of the active file beside it, or takes it away.
    public void toggleStripped() {
        activeView().toggleStripped();
    }

    /// Gives the focus to the parent's editor.
    public void focusParent() {
        parent.focusEditor();
    }

    /// Gives the focus to the dynamic worker's editor.
    public void focusDynamic() {
        dynamic.focusEditor();
    }

    /// Gives the focus to the editor that had it last.
    public void focusActive() {
        activeView().focusEditor();
    }

    /// Share of the width that the parent's editor has.
    public double share() {
        return split.getItems().size() == 2 ? split.getDividerPositions()[0] : share;
    }

    /// Sets the share of the width that the parent's editor has.
    public void setShare(double wanted) {
        share = wanted;
        if (split.getItems().size() == 2) {
            split.setDividerPositions(wanted);
        }
    }

    @Override
    public void close() {
        subscriptions.close();
        parent.close();
        dynamic.close();
    }
}
