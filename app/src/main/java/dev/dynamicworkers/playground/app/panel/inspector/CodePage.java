package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.code.CodeEditor;
import dev.dynamicworkers.playground.app.code.diff.DiffView;
import dev.dynamicworkers.playground.app.fx.FxThread;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.fx.YieldingRow;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The code that an isolate really runs, to be read and copied. FX thread.
final class CodePage extends BorderPane implements AutoCloseable {
    /// From this width on the list of modules stands beside the code.
    private static final double WIDE = 480;

    /// Parts of the page that the list takes.
    private static final double ABOVE = 0.3;

    private static final double BESIDE = 0.22;

    private final CodeViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ListView<CodeDocument> documents = new ListView<>();
    private final BorderPane text = new BorderPane();
    private final SplitPane split = new SplitPane(documents, text);
    private @Nullable CodeEditor editor;
    private @Nullable CodeDocument shown;

    CodePage(CodeViewModel model) {
        this.model = model;
        documents.setId("code-documents");
        Panes.letEscapeOut(documents);
        documents.setAccessibleText("Modules of the worker");
        documents.setFixedCellSize(26);
        documents.setCellFactory(list -> new DocumentCell());
        documents.getStyleClass().add("dense");
        documents.getSelectionModel().selectedItemProperty().subscribe(document -> {
            if (document != null) {
                show(document);
            }
        });
        Button copy = new Button("Copy", Icons.COPY.node(14));
        copy.setId("code-copy");
        copy.getStyleClass().addAll("flat", "small");
        copy.setOnAction(event -> copy());
        Button refresh = new Button("Look again", Icons.REFRESH.node(14));
        refresh.setId("code-refresh");
        refresh.getStyleClass().addAll("flat", "small");
        refresh.setOnAction(event -> model.refresh());
        MenuButton compare = new MenuButton("Compare");
        compare.setId("code-compare");
        compare.setAccessibleText("Compare with the code of a run");
        compare.getStyleClass().addAll("flat", "small");
        // A menu button without entries does not open.
        compare.getItems().add(new MenuItem());
        compare.setOnShowing(event -> compare.getItems().setAll(runs()));
        YieldingRow bar = new YieldingRow("code-bar", 6)
                .stay(compare)
                .atEnd()
                .giveWay(1, refresh)
                .giveWay(2, copy);
        bar.getStyleClass().add("code-bar");
        text.setTop(bar);
        split.setDividerPositions(ABOVE);
        widthProperty().subscribe(width -> {
            Orientation wanted = width.doubleValue() < WIDE ? Orientation.VERTICAL : Orientation.HORIZONTAL;
            if (split.getOrientation() != wanted) {
                turn(wanted);
            }
        });
        SplitPane.setResizableWithParent(documents, false);
        subscriptions.observe(model.stateProperty(), this::show);
        subscriptions.listen(model.comparisonProperty(), this::show);
        subscriptions.observe(model.spotProperty(), this::show);
        CodeViewModel.Comparison earlier = model.comparisonProperty().get();
        if (earlier != null) {
            // It may be ready before this page is made, which waits for a frame.
            show(earlier);
        }
    }

    /// Puts the list above the code, or beside it. Its size was that of the other direction.
    private void turn(Orientation wanted) {
        double share = wanted == Orientation.VERTICAL ? ABOVE : BESIDE;
        split.setOrientation(wanted);
        split.setDividerPositions(share);
        // The layout that comes of it keeps the list as large as it was.
        FxThread.onNextFrame(() -> split.setDividerPositions(share));
    }

    private List<MenuItem> runs() {
        List<MenuItem> items = new ArrayList<>();
        for (long number : model.runs()) {
            MenuItem item = new MenuItem("With run #" + number);
            item.setOnAction(event -> model.compareWithRun(number));
            items.add(item);
        }
        if (items.isEmpty()) {
            MenuItem none = new MenuItem("No run of this worker yet");
            none.setDisable(true);
            items.add(none);
        }
        return items;
    }

    private void show(CodeViewModel.@Nullable Comparison compared) {
        if (compared == null) {
            show(model.stateProperty().get());
            documents.requestFocus();
            return;
        }
        DiffView view = new DiffView(compared.before(), compared.after(), compared.rows(), model::endComparison);
        setCenter(view);
        FxThread.onNextFrame(view::focusLines);
    }

    private void show(CodeViewModel.State state) {
        if (model.comparisonProperty().get() != null) {
            return;
        }
        if (!state.sentence().isEmpty()) {
            documents.getItems().clear();
            setCenter(Panes.emptyState(Icons.DYNAMIC.node(28, "muted-icon"), "No code to show", state.sentence()));
            return;
        }
        setCenter(split);
        int before = Math.max(0, documents.getSelectionModel().getSelectedIndex());
        List<CodeDocument> next = state.documents();
        if (!next.equals(documents.getItems())) {
            documents.getItems().setAll(next);
            documents.getSelectionModel().select(before < next.size() ? before : 0);
        }
    }

    private void show(CodeViewModel.@Nullable Spot spot) {
        if (spot == null) {
            return;
        }
        documents.getItems().stream()
                .filter(document -> document.name().equals(spot.module()))
                .findFirst()
                .ifPresent(document -> {
                    documents.getSelectionModel().select(document);
                    documents.scrollTo(document);
                    // After the start of the text, which is shown once it has a height.
                    FxThread.onNextFrame(() -> {
                        CodeEditor present = editor;
                        if (present != null && document.equals(shown)) {
                            present.goTo(spot.line(), spot.column());
                        }
                    });
                });
    }

    private void show(CodeDocument document) {
        if (document.equals(shown)) {
            return;
        }
        shown = document;
        closeEditor();
        CodeEditor next = new CodeEditor("code-text", "Code of " + document.name(), document.language());
        next.setEditable(false);
        next.show(document.text());
        editor = next;
        text.setCenter(next.node());
        // What has no height yet can't be scrolled to its start.
        FxThread.onNextFrame(() -> {
            if (document.equals(shown)) {
                next.goTo(1, 1);
            }
        });
    }

    private void copy() {
        CodeDocument document = shown;
        if (document != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(document.text());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    /// Gives the focus to the list of modules.
    void focusFirst() {
        documents.requestFocus();
    }

    private void closeEditor() {
        CodeEditor present = editor;
        if (present != null) {
            present.close();
        }
    }

    @Override
    public void close() {
        subscriptions.close();
        closeEditor();
        model.close();
    }

    private static final class DocumentCell extends ListCell<CodeDocument> {
        private final Label name = new Label();
        private final Label kind = new Label();
        private final HBox box = new HBox(8, name, kind);

        DocumentCell() {
            name.getStyleClass().add("mono");
            kind.getStyleClass().add("muted");
            kind.setMinWidth(0);
            box.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable CodeDocument document, boolean empty) {
            super.updateItem(document, empty);
            if (empty || document == null) {
                setGraphic(null);
                return;
            }
            name.setText(document.name());
            kind.setText(document.kind());
            setGraphic(box);
        }
    }
}
