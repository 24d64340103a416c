package dev.dynamicworkers.playground.app.fx;

import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Small arrangements that every panel uses.
public final class Panes {
    private Panes() {}

    /// A region that takes the room that is left in a row.
    public static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    /// The head of a page that lies over the window: its title, and at the end what can be done.
    public static HBox sheetHeader(Label title, Node... atEnd) {
        title.getStyleClass().add("sheet-title");
        HBox header = new HBox(title, spacer());
        header.getChildren().addAll(atEnd);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("sheet-header");
        return header;
    }

    /// A page that is as wide as there is room, and scrolls where it is higher than that.
    public static ScrollPane scrolling(Node page) {
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("details-scroll");
        return scroll;
    }

    /// Lets Escape out of a list: it keeps the key for itself, although nothing in it is being edited.
    public static void letEscapeOut(ListView<?> list) {
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Parent parent = list.getParent();
            if (event.getCode() == KeyCode.ESCAPE && !event.isConsumed() && parent != null) {
                event.consume();
                Event.fireEvent(parent, event.copyFor(event.getSource(), parent));
            }
        });
    }

    /// Keeps what is in a tab out of the scene until the tab is chosen for the first time: the toolkit styles and
    /// measures all tabs, also those that nobody looks at, which a start would wait for.
    ///
    /// @param tabs with their contents and the first choice
    public static void fillWhenChosen(TabPane tabs) {
        Tab chosen = tabs.getSelectionModel().getSelectedItem();
        for (Tab tab : tabs.getTabs()) {
            Node content = tab.getContent();
            if (tab != chosen) {
                tab.setContent(null);
                tab.selectedProperty().subscribe(selected -> {
                    if (selected && tab.getContent() == null) {
                        tab.setContent(content);
                    }
                });
            }
        }
    }

    /// What a panel shows while it has nothing else: an icon, a sentence, and what to do.
    public static EmptyState emptyState(Node icon, String title, String hint) {
        return new EmptyState(icon, title, hint);
    }

    /// A button that shows only an icon; the name is its tooltip and what screen readers say.
    public static Button iconButton(String id, Node icon, String name, Runnable action) {
        Button button = new Button(null, icon);
        button.setId(id);
        button.getStyleClass().addAll("icon-button", "flat");
        button.setAccessibleText(name);
        tip(button, name);
        button.setOnAction(event -> action.run());
        return button;
    }

    /// Says something of a control while the pointer rests on it. What pops up is made when the pointer first comes: it
    /// is a window with a scene of its own, and a start would make dozens that nobody sees.
    public static void tip(Control control, String text) {
        control.setAccessibleHelp(text);
        control.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> {
            if (control.getTooltip() == null) {
                control.setTooltip(new Tooltip(text));
            }
        });
    }

    /// Shows a node.
    public static void show(Node node) {
        node.setVisible(true);
        node.setManaged(true);
    }

    /// Hides a node and gives its room back.
    public static void hide(Node node) {
        node.setVisible(false);
        node.setManaged(false);
    }

    /// Shows or hides a node and gives its room back while it is hidden.
    public static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
