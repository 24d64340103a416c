package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.code.EditorView;
import dev.dynamicworkers.playground.app.code.structure.Symbol;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Where the caret is: the symbols around it, each leads to its start. FX thread.
final class Breadcrumb extends HBox {
    private final EditorView editor;
    private List<Symbol> shown = List.of();

    Breadcrumb(EditorView editor, Subscriptions subscriptions) {
        this.editor = editor;
        getStyleClass().add("breadcrumb");
        setAlignment(Pos.CENTER_LEFT);
        subscriptions.onChange(this::refresh, editor.structureProperty(), editor.caretProperty());
        refresh();
    }

    private void refresh() {
        // Both values are read, so that each tells of its next change.
        boolean anywhere = !editor.caretProperty().getValue().isEmpty();
        List<Symbol> around =
                anywhere ? editor.structureProperty().getValue().around(editor.caretLine()) : List.of();
        if (around.equals(shown) && !getChildren().isEmpty()) {
            return;
        }
        shown = around;
        List<Node> nodes = new ArrayList<>();
        for (Symbol symbol : around) {
            if (!nodes.isEmpty()) {
                nodes.add(Icons.EXPAND.node(9, "muted-icon"));
            }
            Button part = new Button(symbol.name());
            part.getStyleClass().addAll("flat", "crumb");
            part.setMnemonicParsing(false);
            part.setFocusTraversable(false);
            part.setAccessibleText(symbol.kind() + " " + symbol.name());
            part.setOnAction(event -> editor.goTo(symbol.line(), symbol.column()));
            nodes.add(part);
        }
        if (nodes.isEmpty()) {
            Label nothing = new Label("\u2026");
            nothing.getStyleClass().addAll("muted", "crumb");
            nodes.add(nothing);
        }
        getChildren().setAll(nodes);
    }
}
