package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.code.EditorView;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.OpenFile;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// One side of the editors: whose code it is, a tab per file, and the file in front. FX thread.
final class EditorGroupView extends BorderPane implements AutoCloseable {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final Duration MOMENT = Duration.millis(200);
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private final EditorsViewModel model;
    private final EditorGroup group;
    private final TabStrip tabs;
    private final StackPane content = new StackPane();
    private final Map<OpenFile, FileEditor> editors = new HashMap<>();
    private final Map<OpenFile, Node> tabNodes = new HashMap<>();
    private final Subscriptions subscriptions = new Subscriptions();

    /// @param still whether nothing should move
    EditorGroupView(EditorsViewModel model, EditorGroup group, ObservableValue<Boolean> still) {
        this.model = model;
        this.group = group;
        boolean parent = group.role() == FileRole.PARENT;
        setId(parent ? "editors-parent" : "editors-dynamic");
        getStyleClass().addAll("editor-group", parent ? "role-parent" : "role-dynamic");

        Label role = new Label(
                group.role().word().toUpperCase(Locale.ROOT),
                (parent ? Icons.PARENT : Icons.DYNAMIC).node(16, "role-icon"));
        role.getStyleClass().add("role-word");
        role.setMinWidth(Region.USE_PREF_SIZE);
        tabs = new TabStrip("tabs-of-" + getId(), group, this::choose);
        HBox.setHgrow(tabs, Priority.ALWAYS);
        HBox header = new HBox(role, tabs);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("group-header");
        setTop(header);
        setCenter(new StackPane(content, running(still)));
        if (!parent) {
            GrantStrip grants = new GrantStrip(model.grantStrip());
            setBottom(grants);
            subscriptions.add(grants::close);
        }
        setMinWidth(160);

        ListChangeListener<OpenFile> filesChanged = change -> filesChanged();
        group.files().addListener(filesChanged);
        subscriptions.add(() -> group.files().removeListener(filesChanged));
        filesChanged();
        subscriptions.observe(group.frontProperty(), this::showFront);
    }

    /// A line over the code that runs, where it runs longer than a moment.
    private ProgressBar running(ObservableValue<Boolean> still) {
        ProgressBar line = new ProgressBar();
        line.setId(getId() + "-running");
        line.getStyleClass().add("thin-progress");
        line.setMaxWidth(Double.MAX_VALUE);
        line.setAccessibleText("The code of the " + group.role().word() + " runs");
        line.setFocusTraversable(false);
        line.setMouseTransparent(true);
        line.setVisible(false);
        StackPane.setAlignment(line, Pos.TOP_CENTER);
        PauseTransition moment = new PauseTransition(MOMENT);
        moment.setOnFinished(event -> {
            line.setProgress(still.getValue() ? 1 : ProgressBar.INDETERMINATE_PROGRESS);
            line.setVisible(true);
        });
        subscriptions.add(moment::stop);
        subscriptions.listen(model.runningSide().roleProperty(), role -> {
            if (role == group.role()) {
                moment.playFromStart();
            } else {
                moment.stop();
                line.setVisible(false);
                line.setProgress(0);
            }
        });
        return line;
    }

    private void filesChanged() {
        tabNodes.keySet().removeIf(file -> !group.files().contains(file));
        // The editor of a closed tab stays as long as its file may come back, and what was done can be undone.
        editors.keySet().removeIf(file -> {
            boolean gone = !group.files().contains(file) && !model.isRemembered(file);
            FileEditor editor = editors.get(file);
            if (gone && editor != null) {
                content.getChildren().remove(editor);
                editor.close();
            }
            return gone;
        });
        tabs.show(group.files().stream()
                .map(file -> tabNodes.computeIfAbsent(file, this::tab))
                .toList());
        showFront(group.frontProperty().get());
    }

    private Node tab(OpenFile file) {
        Label name = new Label();
        name.textProperty().bind(file.pathProperty());
        name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        Region dot = new Region();
        dot.getStyleClass().add("dirty-dot");
        dot.visibleProperty().bind(file.dirtyProperty());
        Button close = Panes.iconButton(
                "close-" + file.name(), Icons.CLOSE.node(12), "Close " + file.path(), () -> model.close(file));
        close.setFocusTraversable(false);
        HBox tab = new HBox(name, new StackPane(dot, close));
        tab.setAlignment(Pos.CENTER_LEFT);
        tab.getStyleClass().add("file-tab");
        tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
        tab.setAccessibleText(group.role().word() + " " + file.path());
        file.missingProperty().subscribe(missing -> {
            tab.pseudoClassStateChanged(MISSING, missing);
            tab.setAccessibleText(group.role().word() + " " + file.path() + (missing ? ", no longer on disk" : ""));
        });
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(file.pathProperty());
        Tooltip.install(tab, tooltip);
        close.visibleProperty().bind(file.dirtyProperty().not().or(tab.hoverProperty()));
        tab.setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.MIDDLE) {
                model.close(file);
            } else {
                choose(file);
            }
            // What scrolls the tabs would take the focus from the editor again.
            event.consume();
        });
        return tab;
    }

    private void choose(OpenFile file) {
        group.frontProperty().set(file);
        focusEditor();
    }

    private void showFront(@Nullable OpenFile front) {
        tabNodes.forEach((file, tab) -> tab.pseudoClassStateChanged(SELECTED, file == front));
        tabs.front(front == null ? null : tabNodes.get(front));
        if (front == null || !group.files().contains(front)) {
            content.getChildren().clear();
            return;
        }
        FileEditor editor = editors.computeIfAbsent(front, this::editor);
        content.getChildren().setAll(editor);
        if (model.activeGroupProperty().get() == group) {
            model.focused(
                    group, editor.editor().caretProperty(), editor.editor().tabMovesFocusProperty());
        }
    }

    private FileEditor editor(OpenFile file) {
        FileEditor created = new FileEditor(model, file);
        created.editor().node().focusWithinProperty().subscribe(focused -> {
            if (focused) {
                model.focused(
                        group,
                        created.editor().caretProperty(),
                        created.editor().tabMovesFocusProperty());
            }
        });
        return created;
    }

    /// The editor of the file in front; null when there is none.
    @Nullable
    EditorView front() {
        OpenFile front = group.frontProperty().get();
        FileEditor editor = front == null ? null : editors.get(front);
        return editor == null ? null : editor.editor();
    }

    /// Shows what was changed in the file in front since the last run.
    void compareWithLastRun() {
        OpenFile front = group.frontProperty().get();
        FileEditor editor = front == null ? null : editors.get(front);
        if (editor != null) {
            editor.compareWithTextOfLastRun();
        }
    }

    /// Shows the JavaScript of the file in front beside it, or takes it away.
    void toggleStripped() {
        OpenFile front = group.frontProperty().get();
        FileEditor editor = front == null ? null : editors.get(front);
        if (editor != null) {
            editor.toggleStripped();
        }
    }

    void focusEditor() {
        EditorView editor = front();
        if (editor != null) {
            editor.focusTarget().requestFocus();
        }
    }

    @Override
    public void close() {
        subscriptions.close();
        editors.values().forEach(FileEditor::close);
    }
}
