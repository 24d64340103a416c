package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.session.Notice;
import dev.dynamicworkers.playground.app.session.Notices;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The last notices, newest first. FX thread.
final class NoticesView extends BorderPane {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final ListView<Notice> list = new ListView<>();

    NoticesView(Notices notices, Runnable close) {
        setId("notices-page");
        Label title = new Label("Notifications");
        Button clear = new Button("Clear");
        clear.setId("notices-clear");
        clear.setAccessibleText("Clear all notifications");
        clear.getStyleClass().add("small");
        clear.setOnAction(event -> notices.clear());
        HBox header = Panes.sheetHeader(
                title,
                clear,
                Panes.iconButton("notices-close", Icons.CLOSE.node(14), "Close the notifications", close));
        setTop(header);
        list.setId("notices-list");
        list.setAccessibleText("Notifications");
        list.setItems(notices.all());
        list.setPlaceholder(Panes.emptyState(
                Icons.BELL.node(28, "muted-icon"),
                "No notifications",
                "The last 50 things that you were told are kept here."));
        clear.disableProperty().bind(Bindings.isEmpty(notices.all()));
        list.setCellFactory(view -> new NoticeCell());
        // A list takes Esc for itself.
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
        setCenter(list);
        notices.read();
    }

    void focusList() {
        list.requestFocus();
    }

    private static final class NoticeCell extends ListCell<Notice> {
        @Override
        protected void updateItem(@Nullable Notice notice, boolean empty) {
            super.updateItem(notice, empty);
            setText(null);
            if (empty || notice == null) {
                setGraphic(null);
                return;
            }
            Label time = new Label(TIME.format(notice.at()));
            time.getStyleClass().addAll("muted", "mono");
            time.setMinWidth(Region.USE_PREF_SIZE);
            Label text = new Label(notice.text());
            text.setWrapText(true);
            HBox row = new HBox(time, text, Panes.spacer());
            row.setSpacing(12);
            row.setAlignment(Pos.CENTER_LEFT);
            if (!notice.actionName().isEmpty()) {
                Button action = new Button(notice.actionName());
                action.getStyleClass().add("small");
                action.setMinWidth(Region.USE_PREF_SIZE);
                action.setOnAction(event -> notice.action().run());
                row.getChildren().add(action);
            }
            setAccessibleText(notice.text());
            setGraphic(row);
        }
    }
}
