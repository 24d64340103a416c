package dev.dynamicworkers.playground.app.panel.response;

import dev.dynamicworkers.playground.app.code.CodeEditor;
import dev.dynamicworkers.playground.app.code.FindBar;
import dev.dynamicworkers.playground.app.code.highlight.Language;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.fx.ValueTreePane;
import dev.dynamicworkers.playground.app.fx.YieldingRow;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.LiveResponse;
import dev.dynamicworkers.playground.app.session.body.PictureSize;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The body of a response in one of its modes, with find, query, copy and save. FX thread.
final class BodyPane extends BorderPane implements AutoCloseable {
    private final BodyViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Map<BodyMode, ToggleButton> buttons = new EnumMap<>(BodyMode.class);
    private final YieldingRow bar = new YieldingRow("response-body-bar", 4);
    private final Label remark = new Label();
    private final TextField path = new TextField();
    private final Label pathMessage = new Label();
    private final StackPane center = new StackPane();
    private final Label nothing = new Label();
    private final Button copy = Panes.iconButton("response-copy", Icons.COPY.node(16), "Copy the body", this::copy);
    private final Button save =
            Panes.iconButton("response-save", Icons.DOWNLOAD.node(16), "Save the body as a file", this::save);
    private final ObservableList<StreamRow> liveRows = FXCollections.observableArrayList();
    private static final double NARROW = 104;
    private @Nullable ValueTreePane tree;
    private @Nullable TableView<StreamRow> table;
    private @Nullable CodeEditor editor;
    private @Nullable Node editorPane;
    private @Nullable Language language;
    private String emptyWords = "";
    private boolean live;

    BodyPane(BodyViewModel model) {
        this.model = model;
        nothing.getStyleClass().add("empty-hint");
        nothing.setWrapText(true);
        nothing.setId("response-nothing");
        setMinHeight(0);
        center.setMinHeight(0);
        center.heightProperty().subscribe(this::fitNothing);
        nothing.textProperty().subscribe(this::fitNothing);
        setCenter(center);
        setTop(bar());
        subscriptions.observe(model.contentProperty(), content -> refreshBar());
        subscriptions.observe(model.shownProperty(), shown -> render());
        subscriptions.observe(model.modeProperty(), mode -> select(mode));
        subscriptions.observe(model.pathMessageProperty(), pathMessage::setText);
        ListChangeListener<LiveResponse.Piece> arrived = change -> {
            if (live) {
                showLive();
            }
        };
        model.live().pieces().addListener(arrived);
        subscriptions.add(() -> model.live().pieces().removeListener(arrived));
    }

    private YieldingRow bar() {
        ToggleGroup group = new ToggleGroup();
        for (BodyMode mode : BodyMode.values()) {
            ToggleButton button = new ToggleButton(mode.title());
            button.setId("response-" + mode.word());
            button.setAccessibleText(mode.description());
            button.getStyleClass().addAll("small-toggle");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setUserData(mode);
            buttons.put(mode, button);
            bar.giveWay(20 - mode.ordinal(), button);
        }
        group.selectedToggleProperty().subscribe(toggle -> {
            if (toggle == null) {
                select(model.modeProperty().get());
            } else {
                model.modeProperty().set((BodyMode) toggle.getUserData());
            }
        });
        path.setId("response-path");
        path.setPromptText("$.items[0]");
        path.setAccessibleText("JSONPath query over the body");
        path.getStyleClass().addAll("mono", "small-field");
        path.setPrefColumnCount(14);
        path.setMinWidth(60);
        path.textProperty().bindBidirectional(model.pathProperty());
        pathMessage.getStyleClass().add("muted");
        pathMessage.setId("response-path-message");
        remark.getStyleClass().add("muted");
        bar.shrink(path, 70)
                .giveWay(2, pathMessage)
                .atEnd()
                .giveWay(1, remark)
                .giveWay(4, copy)
                .giveWay(3, save);
        bar.getStyleClass().add("body-bar");
        return bar;
    }

    /// Rather none than the upper half of its words.
    private void fitNothing() {
        nothing.setVisible(center.getHeight() >= nothing.prefHeight(center.getWidth()));
    }

    private void select(BodyMode mode) {
        ToggleButton button = buttons.get(mode);
        if (button != null) {
            button.setSelected(true);
        }
    }

    private void refreshBar() {
        var modes = model.modes();
        buttons.forEach((mode, button) -> Panes.show(button, modes.contains(mode)));
        boolean json = modes.contains(BodyMode.TREE);
        Panes.show(path, json);
        Panes.show(pathMessage, json);
        Panes.show(bar, !modes.isEmpty());
        remark.setText(model.remark());
    }

    /// What is said where there is no body.
    void setEmptyWords(String words) {
        emptyWords = words;
        if (!live) {
            render();
        }
    }

    /// Shows what arrives while a run is live and what there is when none is.
    void setLive(boolean nowLive) {
        live = nowLive;
        if (live) {
            liveRows.clear();
        }
        render();
    }

    private void showLive() {
        List<LiveResponse.Piece> pieces = model.live().pieces();
        liveRows.setAll(pieces.stream()
                .map(piece ->
                        new StreamRow(piece.chunk().millis(), "", piece.chunk().length(), piece.preview()))
                .toList());
        if (!liveRows.isEmpty()) {
            TableView<StreamRow> shown = table();
            shown.setItems(liveRows);
            center.getChildren().setAll(shown);
            shown.scrollTo(liveRows.size() - 1);
        }
    }

    private void render() {
        BodyViewModel.Shown shown = model.shownProperty().get();
        if (live && !liveRows.isEmpty()) {
            return;
        }
        if (model.modes().isEmpty()) {
            center.getChildren().setAll(nothing(emptyWords));
            return;
        }
        switch (shown.mode()) {
            case TREE -> {
                ValueTreePane view = tree;
                if (view == null) {
                    view = new ValueTreePane("response-json-tree", "Response body as a tree");
                    tree = view;
                }
                view.show(shown.roots());
                center.getChildren().setAll(view);
            }
            case PICTURE -> center.getChildren().setAll(picture());
            case EVENTS -> {
                TableView<StreamRow> view = table();
                view.setItems(FXCollections.observableArrayList(shown.rows()));
                center.getChildren().setAll(view);
            }
            default -> {
                CodeEditor text = editor(shown.isJson() ? Language.JSON : Language.TEXT);
                text.setWrap(shown.mode() != BodyMode.HEX);
                text.show(shown.text());
                Node pane = editorPane;
                if (pane != null) {
                    center.getChildren().setAll(pane);
                }
            }
        }
    }

    private Node picture() {
        byte[] bytes = model.picture();
        Image image = new Image(new ByteArrayInputStream(bytes));
        ImageView view = new ImageView(image);
        view.setPreserveRatio(true);
        Label size = new Label(PictureSize.of(bytes).map(PictureSize::text).orElse(""));
        size.setId("response-picture-size");
        size.getStyleClass().add("muted");
        VBox box = new VBox(view, size);
        box.setId("response-picture-box");
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("details");
        ScrollPane scroll = new ScrollPane(box);
        scroll.setId("response-picture-view");
        scroll.setAccessibleText("Response body as a picture, " + size.getText());
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        return image.isError() ? nothing("This picture can't be read; see Hex.") : scroll;
    }

    private Node nothing(String words) {
        nothing.setText(words);
        return nothing;
    }

    private TableView<StreamRow> table() {
        TableView<StreamRow> present = table;
        if (present != null) {
            return present;
        }
        TableView<StreamRow> made = new TableView<>();
        made.setId("response-events-table");
        made.setAccessibleText("Pieces of the body in the order in which they came");
        made.getStyleClass().addAll("dense", "mono");
        made.setFixedCellSize(26);
        made.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column(made, "After", 84, row -> row.millis() < 0 ? Amounts.UNKNOWN : Amounts.millis(row.millis()));
        column(made, "Event", 104, row -> row.type().isEmpty() ? "piece" : row.type());
        column(made, "Size", 70, row -> Amounts.bytes(row.bytes()));
        column(made, "Data", 320, row -> row.data().replace('\n', ' '));
        table = made;
        return made;
    }

    private static void column(
            TableView<StreamRow> table, String title, double width, Function<StreamRow, String> value) {
        TableColumn<StreamRow, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, NARROW));
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        table.getColumns().add(column);
    }

    private CodeEditor editor(Language wanted) {
        CodeEditor present = editor;
        if (present == null || language != wanted) {
            if (present != null) {
                present.close();
            }
            present = new CodeEditor("response-body", "Response body", wanted);
            present.setEditable(false);
            FindBar find = new FindBar(present);
            present.onFind(find::act);
            editor = present;
            language = wanted;
            BorderPane pane = new BorderPane(present.node());
            pane.setTop(find);
            editorPane = pane;
        }
        return present;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.copyText());
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Asks for a file and writes the body into it.
    void save() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the body");
        chooser.setInitialFileName(model.fileName());
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            model.save(chosen.toPath());
        }
    }

    /// Gives the focus to what is shown.
    ///
    /// @return whether there is something that takes it
    boolean focus() {
        if (center.getChildren().isEmpty() || center.getChildren().contains(nothing)) {
            return false;
        }
        Node shown = center.getChildren().getFirst();
        CodeEditor text = editor;
        if (shown == editorPane && text != null) {
            text.focusTarget().requestFocus();
        } else {
            shown.requestFocus();
        }
        return true;
    }

    @Override
    public void close() {
        subscriptions.close();
        if (editor != null) {
            editor.close();
        }
    }
}
