package dev.dynamicworkers.playground.app.panel.problems;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.Problem;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.HashSet;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The problems by file; Enter or a double click goes to the code, Ctrl+. offers fixes. FX thread.
public final class ProblemsView extends BorderPane implements AutoCloseable {
    private final ProblemsViewModel model;
    private final TreeView<ProblemRow> tree = new TreeView<>(new TreeItem<>(ProblemRow.file("", 0)));
    private final Set<String> collapsed = new HashSet<>();
    private final Subscriptions subscriptions = new Subscriptions();

    /// @param model what is shown
    public ProblemsView(ProblemsViewModel model) {
        this.model = model;
        setId("problems");
        getStyleClass().add("tool-panel");
        tree.setId("problems-list");
        tree.setAccessibleText("Problems");
        tree.setShowRoot(false);
        tree.getStyleClass().add("dense");
        tree.setFixedCellSize(26);
        tree.setCellFactory(view -> new ProblemCell(model));
        tree.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open();
            }
        });
        tree.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean fix = (event.getCode() == KeyCode.PERIOD && event.isShortcutDown())
                    || (event.getCode() == KeyCode.ENTER && event.isAltDown());
            if (fix) {
                offerFixes();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER) {
                open();
                event.consume();
            }
        });
        Node empty = Panes.emptyState(
                Icons.OK.node(28, "muted-icon"),
                "No problems",
                "What the project, its code or its last run gets wrong appears here.");
        empty.visibleProperty().bind(Bindings.isEmpty(model.problems()));
        empty.setMouseTransparent(true);
        setCenter(new StackPane(tree, empty));
        subscriptions.onChange(this::show, model.problems());
        show();
    }

    private void show() {
        int selected = tree.getSelectionModel().getSelectedIndex();
        tree.getRoot().getChildren().clear();
        model.byFile().forEach((file, problems) -> {
            TreeItem<ProblemRow> parent = new TreeItem<>(ProblemRow.file(file, problems.size()));
            parent.setExpanded(!collapsed.contains(file));
            parent.expandedProperty().subscribe(expanded -> {
                if (expanded) {
                    collapsed.remove(file);
                } else {
                    collapsed.add(file);
                }
            });
            problems.forEach(problem -> parent.getChildren().add(new TreeItem<>(ProblemRow.of(problem))));
            tree.getRoot().getChildren().add(parent);
        });
        if (selected >= 0) {
            tree.getSelectionModel().select(Math.min(selected, tree.getExpandedItemCount() - 1));
        }
    }

    private @Nullable Problem selected() {
        TreeItem<ProblemRow> item = tree.getSelectionModel().getSelectedItem();
        return item == null ? null : item.getValue().problem();
    }

    private void open() {
        Problem problem = selected();
        if (problem != null) {
            model.reveal(problem);
        }
    }

    private void offerFixes() {
        Problem problem = selected();
        if (problem == null) {
            return;
        }
        ContextMenu menu = new ContextMenu();
        for (Problem.Fix fix : problem.fixes()) {
            MenuItem item = new MenuItem(fix.title(), Icons.FIX.node(14));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.fix(fix));
            menu.getItems().add(item);
        }
        if (menu.getItems().isEmpty()) {
            MenuItem nothing = new MenuItem("No fix is known for this problem");
            nothing.setDisable(true);
            menu.getItems().add(nothing);
        }
        var bounds = tree.localToScreen(tree.getBoundsInLocal());
        menu.show(tree, bounds.getMinX() + 60, bounds.getMinY() + 30);
    }

    /// Gives the focus to the list.
    public void focusList() {
        tree.requestFocus();
        if (tree.getSelectionModel().isEmpty()) {
            tree.getSelectionModel().selectFirst();
        }
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
