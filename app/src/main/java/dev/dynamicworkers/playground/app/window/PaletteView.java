package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.Panes;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The command palette, laid over the window. FX thread.
final class PaletteView extends StackPane {
    private static final int VISIBLE_ROWS = 12;
    private static final int ROW = 28;

    private final PaletteViewModel model;
    private final TextField field = new TextField();
    private final ListView<PaletteViewModel.Choice> list = new ListView<>();
    private final VBox box = new VBox(field, list);
    private @Nullable Node focusBefore;

    PaletteView(PaletteViewModel model) {
        this.model = model;
        setId("palette");
        getStyleClass().add("palette-veil");
        field.setId("palette-field");
        field.setAccessibleText("Command palette");
        field.setPromptText("File name, > command, @ symbol, : line, # run");
        field.textProperty().bindBidirectional(model.queryProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        list.setId("palette-list");
        list.setAccessibleText("Choices");
        list.setItems(model.choices());
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label("Nothing matches"));
        list.setCellFactory(view -> new ChoiceCell());
        list.setOnMouseClicked(event -> choose());
        model.choices().addListener((javafx.collections.ListChangeListener<PaletteViewModel.Choice>)
                change -> list.getSelectionModel().selectFirst());
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.clamp(model.choices().size(), 1, VISIBLE_ROWS) * list.getFixedCellSize() + 2,
                        model.choices(),
                        list.fixedCellSizeProperty()));
        box.getStyleClass().add("palette");
        box.setMaxSize(560, Region.USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                dismiss();
            }
        });
        Panes.hide(this);
    }

    void open(String prefix) {
        if (getChildren().isEmpty()) {
            getChildren().add(box);
            // A field that gets its skin while it has the focus selects its text, and the next key would replace it.
            box.applyCss();
        }
        if (!isVisible()) {
            focusBefore = getScene() == null ? null : getScene().getFocusOwner();
        }
        Panes.show(this);
        field.setText(prefix);
        model.refresh();
        field.requestFocus();
        field.end();
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            dismiss();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            choose();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            int size = model.choices().size();
            if (size > 0) {
                int step = event.getCode() == KeyCode.DOWN ? 1 : -1;
                int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + step, size);
                list.getSelectionModel().select(next);
                list.scrollTo(Math.max(0, next - VISIBLE_ROWS + 2));
            }
            event.consume();
        }
    }

    private void choose() {
        PaletteViewModel.Choice choice = list.getSelectionModel().getSelectedItem();
        if (choice != null && choice.enabled()) {
            dismiss();
            choice.action().run();
        }
    }

    private void dismiss() {
        Panes.hide(this);
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }

    private static final class ChoiceCell extends ListCell<PaletteViewModel.Choice> {
        private final Label title = new Label();
        private final Label detail = new Label();
        private final HBox row = new HBox(title, Panes.spacer(), detail);

        ChoiceCell() {
            row.setAlignment(Pos.CENTER_LEFT);
            detail.getStyleClass().add("muted");
        }

        @Override
        protected void updateItem(PaletteViewModel.@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
                return;
            }
            title.setText(choice.title());
            detail.setText(choice.detail());
            row.setOpacity(choice.enabled() ? 1 : 0.55);
            setAccessibleText(choice.title() + " " + choice.detail());
            setGraphic(row);
        }
    }
}
