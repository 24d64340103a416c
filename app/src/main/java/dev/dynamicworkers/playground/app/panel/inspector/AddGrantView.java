package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.NewBinding;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks for a new grant: its kind, its name, its value, each taken by Enter. FX thread.
public final class AddGrantView extends BorderPane implements AutoCloseable {
    private static final int ROW = 26;
    private static final double WIDTH = 460;

    private final AddGrantModel model;
    private final Runnable close;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ListView<NewBinding.Kind> kinds = new ListView<>();
    private final TextField name = new TextField();
    private final TextField plain = new TextField();
    private final PasswordField hidden = new PasswordField();
    private final Label problem = new Label();
    private boolean tried;

    /// @param close takes the page away
    public AddGrantView(AddGrantModel model, Runnable close) {
        this.model = model;
        this.close = close;
        setId("add-grant");
        getStyleClass().add("share-page");
        setMaxHeight(USE_PREF_SIZE);
        Label title = new Label("Add grant");
        HBox header = Panes.sheetHeader(
                title, Panes.iconButton("add-grant-close", Icons.CLOSE.node(14), "Close this page", close));
        Label sentence = new Label(model.sentence());
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.getStyleClass().add("share-summary");
        setTop(new VBox(header, sentence));
        kinds.setId("add-grant-kind");
        Panes.letEscapeOut(kinds);
        kinds.setAccessibleText("Kind of grant");
        kinds.getItems().setAll(List.of(NewBinding.Kind.values()));
        kinds.setFixedCellSize(ROW);
        kinds.getStyleClass().add("add-grant-kinds");
        kinds.prefHeightProperty()
                .bind(kinds.fixedCellSizeProperty()
                        .multiply(NewBinding.Kind.values().length)
                        .add(2));
        kinds.setMinHeight(ROW * 3.0);
        kinds.setCellFactory(list -> new KindCell());
        kinds.getSelectionModel().select(model.kindProperty().get());
        kinds.getSelectionModel().selectedItemProperty().subscribe(kind -> {
            if (kind != null) {
                model.kindProperty().set(kind);
            }
        });
        onEnter(kinds, name::requestFocus);
        name.setId("add-grant-name");
        name.setPromptText("NAME in env");
        name.setAccessibleText("Name of the grant");
        name.getStyleClass().add("mono");
        name.textProperty().bindBidirectional(model.nameProperty());
        name.setOnAction(event -> value().requestFocus());
        for (TextField field : List.of(plain, hidden)) {
            field.setAccessibleText("Value of the grant");
            field.getStyleClass().add("mono");
            field.textProperty().bindBidirectional(model.valueProperty());
            field.setOnAction(event -> add());
        }
        plain.setId("add-grant-value");
        hidden.setId("add-grant-secret");
        problem.setId("add-grant-problem");
        problem.setWrapText(true);
        problem.setMinHeight(ROW);
        problem.getStyleClass().add("killed");
        VBox fields = new VBox(8, kinds, name, plain, hidden, problem);
        fields.getStyleClass().add("share-notes");
        fields.setPrefWidth(WIDTH);
        setCenter(fields);
        Button add = new Button("Add", Icons.ADD.node(16));
        add.setId("add-grant-add");
        add.setOnAction(event -> add());
        HBox footer = new HBox(Panes.spacer(), add);
        footer.getStyleClass().add("sheet-footer");
        setBottom(footer);
        subscriptions.observe(model.kindProperty(), this::show);
        subscriptions.observe(model.problemProperty(), this::show);
    }

    private static void onEnter(ListView<?> list, Runnable action) {
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                action.run();
                event.consume();
            }
        });
    }

    private TextField value() {
        return model.kindProperty().get() == NewBinding.Kind.SECRET ? hidden : plain;
    }

    private void show(NewBinding.Kind kind) {
        Panes.show(hidden, kind == NewBinding.Kind.SECRET);
        Panes.show(plain, kind != NewBinding.Kind.SECRET);
        value().setPromptText(kind.hint());
        if (kinds.getSelectionModel().getSelectedItem() != kind) {
            kinds.getSelectionModel().select(kind);
        }
    }

    /// What is wrong with the name is said as soon as there is one, the rest once it was to be added.
    private void show(String sentence) {
        boolean named = !model.nameProperty().get().isBlank();
        boolean ofName = sentence.contains("name") || sentence.contains("taken");
        problem.setText(tried || (named && ofName) ? sentence : "");
    }

    private void add() {
        tried = true;
        if (model.add()) {
            close.run();
        } else {
            show(model.problemProperty().getValue());
        }
    }

    /// Gives the focus to the kinds, or to the name where the kind is known.
    ///
    /// @param kind null when the person chooses it
    public void focusFirst(NewBinding.@Nullable Kind kind) {
        if (kind != null) {
            model.kindProperty().set(kind);
        }
        (kind == null ? kinds : name).requestFocus();
    }

    @Override
    public void close() {
        subscriptions.close();
        model.valueProperty().set("");
    }

    private static final class KindCell extends ListCell<NewBinding.Kind> {
        @Override
        protected void updateItem(NewBinding.@Nullable Kind kind, boolean empty) {
            super.updateItem(kind, empty);
            setText(empty || kind == null ? null : kind.title());
        }
    }
}
