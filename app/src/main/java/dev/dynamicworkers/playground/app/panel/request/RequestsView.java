package dev.dynamicworkers.playground.app.panel.request;

import dev.dynamicworkers.playground.app.fx.EmptyState;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.KeptRequest;
import dev.dynamicworkers.playground.app.theme.Icons;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A row for each request that the project keeps; Enter or a click shows one, its arrow sends it. FX thread.
public final class RequestsView extends BorderPane implements AutoCloseable {
    private static final double ROW = 44;

    /// How often the ages of rows are told anew.
    private static final Duration AGES = Duration.seconds(20);

    private final RequestsViewModel model;
    private final ListView<KeptRequest> list = new ListView<>();
    private final Subscriptions subscriptions = new Subscriptions();

    /// @param model what is shown
    public RequestsView(RequestsViewModel model) {
        this.model = model;
        setId("requests");
        getStyleClass().addAll("panel", "side-bar");
        setMinWidth(140);
        Label title = new Label("REQUESTS");
        title.getStyleClass().add("panel-title");
        HBox header = new HBox(
                title,
                Panes.spacer(),
                Panes.iconButton("requests-new", Icons.ADD.node(16), "New request", model::startNew));
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().addAll("panel-header", "tight");
        setTop(header);
        list.setId("requests-list");
        Panes.letEscapeOut(list);
        list.setAccessibleText("Requests that the project keeps");
        list.setItems(model.requests());
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new RequestCell(model));
        list.setContextMenu(menu());
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                showSelected();
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean plain = !event.isShortcutDown() && !event.isAltDown();
            if (event.getCode() == KeyCode.ENTER && plain) {
                showSelected();
                event.consume();
            } else if (event.getCode() == KeyCode.DELETE && selected() != null) {
                delete();
                event.consume();
            }
        });
        setCenter(new StackPane(list, empty()));
        subscriptions.onChange(this::selectShown, model.requests(), model.shownProperty());
        subscriptions.listen(model.newestRunProperty(), run -> list.refresh());
        Timeline ages = new Timeline(new KeyFrame(AGES, tick -> list.refresh()));
        ages.setCycleCount(Animation.INDEFINITE);
        subscriptions.observe(sceneProperty(), scene -> {
            if (scene == null) {
                ages.stop();
            } else {
                list.refresh();
                ages.play();
            }
        });
        subscriptions.add(ages::stop);
        selectShown();
    }

    private EmptyState empty() {
        Button fresh = new Button("New request");
        fresh.setId("requests-first");
        fresh.setOnAction(event -> model.startNew());
        EmptyState state = Panes.emptyState(
                        Icons.SEND.node(28, "muted-icon"),
                        "No requests",
                        "Send one request and press Ctrl+S to keep it.")
                .with(fresh);
        state.visibleProperty().bind(Bindings.isEmpty(model.requests()));
        return state;
    }

    private ContextMenu menu() {
        MenuItem send = item("Send", Icons.RUN, () -> onSelected(model::send));
        MenuItem delete = item("Delete", Icons.CLEAR, this::delete);
        ContextMenu menu = new ContextMenu(
                item("Show", Icons.SEND, this::showSelected),
                send,
                item("Duplicate", Icons.COPY, () -> onSelected(model::duplicate)),
                delete);
        menu.setOnShowing(event -> {
            KeptRequest request = selected();
            menu.getItems().forEach(item -> item.setDisable(request == null));
            send.setDisable(request == null || model.liveProperty().get());
            delete.setText(request == null ? "Delete" : "Delete " + RequestsViewModel.file(request));
        });
        return menu;
    }

    private static MenuItem item(String title, Icons icon, Runnable action) {
        MenuItem item = new MenuItem(title, icon.node(14));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private interface Use {
        void of(KeptRequest request);
    }

    private @Nullable KeptRequest selected() {
        return list.getSelectionModel().getSelectedItem();
    }

    private void onSelected(Use action) {
        KeptRequest request = selected();
        if (request != null) {
            action.of(request);
        }
    }

    private void showSelected() {
        KeptRequest request = selected();
        if (request != null && !request.equals(model.shownProperty().get())) {
            model.show(request);
        }
    }

    private void delete() {
        onSelected(model::delete);
        // A row that goes away shall not take the focus along.
        list.requestFocus();
    }

    private void selectShown() {
        KeptRequest shown = model.shownProperty().get();
        for (int i = 0; i < list.getItems().size(); i++) {
            KeptRequest request = list.getItems().get(i);
            if (shown != null && request.isSameAs(shown)) {
                list.getSelectionModel().select(i);
                return;
            }
        }
        list.getSelectionModel().clearSelection();
    }

    /// Gives the focus to the list.
    public void focusList() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
