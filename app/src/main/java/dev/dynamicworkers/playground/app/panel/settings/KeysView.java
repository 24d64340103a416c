package dev.dynamicworkers.playground.app.panel.settings;

import dev.dynamicworkers.playground.app.command.Command;
import dev.dynamicworkers.playground.app.command.KeySequence;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The keys of all commands; Enter or a click on a row lets the person press others. FX thread.
final class KeysView extends BorderPane {
    private static final int LONGEST = 2;

    private final SettingsViewModel model;
    private final ListView<Command> list = new ListView<>();
    private final Label prompt = new Label();
    private final Button accept;
    private final HBox bar;
    private final List<KeyCombination> pressed = new ArrayList<>();
    private @Nullable Command recording;

    KeysView(SettingsViewModel model, Subscriptions subscriptions) {
        this.model = model;
        setId("keys");
        list.setId("keys-list");
        list.setAccessibleText("Keys of all commands, Enter changes one");
        list.getStyleClass().add("dense");
        list.setFixedCellSize(28);
        list.setCellFactory(view -> new KeyCell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        Panes.letEscapeOut(list);
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                record(list.getSelectionModel().getSelectedItem());
            }
        });
        prompt.setId("keys-prompt");
        prompt.setWrapText(true);
        accept = new Button("Use anyway");
        accept.setId("keys-accept");
        accept.setAccessibleText("Take the keys from the other command");
        accept.getStyleClass().add("small");
        accept.setMinWidth(Region.USE_PREF_SIZE);
        accept.setOnAction(event -> finish(Choice.TAKE_OVER));
        bar = new HBox(Icons.KEY.node(14), prompt, Panes.spacer(), accept);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("banner");
        setTop(bar);
        setCenter(list);
        subscriptions.onChange(
                this::refresh, model.filterProperty(), model.keys().versionProperty());
        refresh();
        idle();
    }

    private enum Choice {
        ASK,
        TAKE_OVER
    }

    private void refresh() {
        int versionRead = model.keys().versionProperty().get();
        int selected = list.getSelectionModel().getSelectedIndex();
        list.getItems().setAll(model.commands());
        if (versionRead >= 0 && selected >= 0) {
            list.getSelectionModel().select(Math.min(selected, list.getItems().size() - 1));
        }
    }

    private void idle() {
        recording = null;
        pressed.clear();
        prompt.setText("Enter changes the keys of a command, Delete takes them away, Backspace brings its own back.");
        Panes.hide(accept);
    }

    private void record(@Nullable Command command) {
        if (command != null) {
            recording = command;
            pressed.clear();
            prompt.setText(
                    "Press the keys for \u201c" + command.title() + "\u201d, then Enter. Escape changes nothing.");
            Panes.hide(accept);
        }
    }

    private void keyPressed(KeyEvent event) {
        Command command = list.getSelectionModel().getSelectedItem();
        if (recording != null) {
            recordKey(event);
            event.consume();
        } else if (command != null && event.getCode() == KeyCode.ENTER) {
            record(command);
            event.consume();
        } else if (command != null && event.getCode() == KeyCode.DELETE) {
            model.keys().set(command, List.of());
            event.consume();
        } else if (command != null && event.getCode() == KeyCode.BACK_SPACE) {
            model.keys().reset(command);
            event.consume();
        }
    }

    private void recordKey(KeyEvent event) {
        boolean bare = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (event.getCode() == KeyCode.ESCAPE && bare) {
            idle();
        } else if (event.getCode() == KeyCode.ENTER && bare && !pressed.isEmpty()) {
            finish(Choice.ASK);
        } else {
            KeySequence.pressed(event).ifPresent(keys -> {
                boolean types = bare && !event.getCode().isFunctionKey();
                if (types) {
                    prompt.setText("A key that types something needs Ctrl or Alt with it.");
                    return;
                }
                if (pressed.size() == LONGEST) {
                    pressed.clear();
                }
                pressed.add(keys);
                prompt.setText(new KeySequence(pressed).text() + "  \u2014 Enter takes it, Escape changes nothing.");
                Panes.hide(accept);
            });
        }
    }

    private void finish(Choice choice) {
        Command command = recording;
        if (command == null) {
            return;
        }
        KeySequence sequence = new KeySequence(pressed);
        if (choice == Choice.TAKE_OVER) {
            model.takeOver(command, sequence);
            idle();
            list.requestFocus();
            return;
        }
        List<String> taken = model.rebind(command, sequence);
        if (taken.isEmpty()) {
            idle();
        } else {
            prompt.setText(sequence.text() + " belongs to \u201c" + String.join("\u201d, \u201c", taken) + "\u201d.");
            Panes.show(accept);
        }
    }

    /// Whether keys are being recorded, so that none of them runs a command.
    boolean isRecording() {
        return recording != null;
    }

    void focusList() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private final class KeyCell extends ListCell<Command> {
        private final Label title = new Label();
        private final Label keys = new Label();
        private final Label changed = new Label("changed");
        private final HBox row = new HBox(title, Panes.spacer(), changed, keys);

        KeyCell() {
            row.setAlignment(Pos.CENTER_LEFT);
            row.setSpacing(12);
            keys.getStyleClass().add("mono");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            changed.getStyleClass().add("muted");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                return;
            }
            title.setText(command.title());
            keys.setText(model.keyText(command));
            Panes.show(changed, model.keys().isChanged(command));
            setAccessibleText(command.title() + ", " + (keys.getText().isEmpty() ? "no keys" : keys.getText()));
            setGraphic(row);
        }
    }
}
