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
import javafx.scene.layout.HBox;

/// Where the caret is: the file and the symbols around it, each leads to its start. FX thread.
final class Breadcrumb extends HBox {
    private final EditorView editor;
    private final String file;
    private List<Symbol> shown = List.of();

    /// @param file name of the file, as its first part says it
    Breadcrumb(EditorView editor, String file, Subscriptions subscriptions) {
        this.editor = editor;
        this.file = file;
        getStyleClass().add("breadcrumb");
        setAlignment(Pos.CENTER_LEFT);
        subscriptions.onChange(this::refresh, editor.structureProperty(), editor.caretProperty());
        refresh();
    }

    private void refresh() {
        // Both values are read, so that each tells of its next change.
        boolean anywhere = !editor.caretProperty().getValue().isEmpty();
        List<Symbol> around = anywhere ? editor.structureProperty().getValue().around(editor.caretLine()) : List.of();
        if (around.equals(shown) && !getChildren().isEmpty()) {
            return;
        }
        shown = around;
        List<Node> nodes = new ArrayList<>();
        nodes.add(part(file, "Start of " + file, 1, 1));
        for (Symbol symbol : around) {
            nodes.add(Icons.EXPAND.node(9, "muted-icon"));
            nodes.add(part(symbol.name(), symbol.kind() + " " + symbol.name(), symbol.line(), symbol.column()));
        }
        getChildren().setAll(nodes);
    }

    private Button part(String text, String name, int line, int column) {
        Button part = new Button(text);
        part.getStyleClass().addAll("flat", "crumb");
        part.setMnemonicParsing(false);
        part.setFocusTraversable(false);
        part.setAccessibleText(name);
        part.setOnAction(event -> editor.goTo(line, column));
        return part;
    }
}
