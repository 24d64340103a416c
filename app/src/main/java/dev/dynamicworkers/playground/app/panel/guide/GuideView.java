package dev.dynamicworkers.playground.app.panel.guide;

import dev.dynamicworkers.playground.app.fx.FxThread;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The guide that comes with the application, page by page. FX thread.
public final class GuideView extends BorderPane implements AutoCloseable {
    private static final double LONGEST_CODE = 18;
    private static final double LINE = 19;

    private final GuideViewModel model;
    private final ListView<GuidePages.Page> pages = new ListView<>();
    private final VBox text = new VBox();
    private final ScrollPane scroll = new ScrollPane(text);
    private final Map<String, Node> sections = new HashMap<>();
    private final Subscriptions subscriptions = new Subscriptions();

    /// @param close takes the page away
    public GuideView(GuideViewModel model, Runnable close) {
        this.model = model;
        setId("guide");
        setTop(Panes.sheetHeader(
                new Label("Guide"), Panes.iconButton("guide-close", Icons.CLOSE.node(14), "Close the guide", close)));
        pages.setId("guide-pages");
        pages.setAccessibleText("Pages of the guide");
        pages.getStyleClass().add("settings-pages");
        pages.getItems().setAll(GuidePages.ALL);
        pages.setPrefWidth(190);
        pages.setMinWidth(110);
        setLeft(pages);
        text.getStyleClass().add("guide-text");
        scroll.setId("guide-scroll");
        scroll.setAccessibleText("Text of the page");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare-scroll");
        setCenter(scroll);
        subscriptions.observe(
                model.pageProperty(), page -> pages.getSelectionModel().select(page));
        subscriptions.listen(pages.getSelectionModel().selectedItemProperty(), page -> {
            if (page != null && page != model.pageProperty().get()) {
                model.open(page, "");
            }
        });
        subscriptions.observe(model.blocksProperty(), this::show);
        // A list takes Esc for itself.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
    }

    private void show(List<MarkdownText.Block> blocks) {
        if (blocks.isEmpty()) {
            return;
        }
        text.getChildren().clear();
        sections.clear();
        blocks.forEach(block -> text.getChildren().add(node(block)));
        scroll.setVvalue(0);
        Node wanted = sections.get(model.sectionProperty().get());
        if (wanted != null) {
            FxThread.onNextFrame(() -> scrollTo(wanted));
        }
    }

    private void scrollTo(Node node) {
        applyCss();
        layout();
        double room = text.getHeight() - scroll.getViewportBounds().getHeight();
        if (room > 0) {
            scroll.setVvalue(Math.clamp(node.getBoundsInParent().getMinY() / room, 0, 1));
        }
    }

    private Node node(MarkdownText.Block block) {
        return switch (block) {
            case MarkdownText.Block.Heading heading -> heading(heading);
            case MarkdownText.Block.Paragraph(var spans) -> flow(spans, "guide-paragraph");
            case MarkdownText.Block.Code(String code) -> code(code);
            case MarkdownText.Block.Items(var items) -> items(items);
            case MarkdownText.Block.Table table -> table(table);
        };
    }

    private Node heading(MarkdownText.Block.Heading heading) {
        Label label = new Label(MarkdownText.plain(heading.text()));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll("guide-heading", "level-" + heading.level());
        sections.put(heading.anchor(), label);
        return label;
    }

    /// Code scrolls sideways, and can be selected and copied.
    private static Node code(String code) {
        TextArea area = new TextArea(code);
        area.setEditable(false);
        area.setAccessibleText("Code");
        area.getStyleClass().addAll("mono", "guide-code");
        double lines = Math.min(LONGEST_CODE, code.lines().count());
        area.setPrefHeight((lines + 1) * LINE);
        area.setMinHeight(Region.USE_PREF_SIZE);
        return area;
    }

    private Node items(List<List<MarkdownText.Span>> items) {
        VBox box = new VBox();
        box.getStyleClass().add("guide-items");
        for (List<MarkdownText.Span> item : items) {
            List<MarkdownText.Span> spans = new ArrayList<>();
            spans.add(new MarkdownText.Span.Words("\u2022  "));
            spans.addAll(item);
            box.getChildren().add(flow(spans, "guide-item"));
        }
        return box;
    }

    private Node table(MarkdownText.Block.Table table) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("guide-table");
        int columns = table.head().size();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            // What explains has the most words and stands at the end.
            column.setHgrow(i == columns - 1 ? Priority.ALWAYS : Priority.SOMETIMES);
            column.setMinWidth(columns > 5 ? 44 : 70);
            grid.getColumnConstraints().add(column);
        }
        row(grid, 0, table.head(), "guide-head");
        for (int i = 0; i < table.rows().size(); i++) {
            row(grid, i + 1, table.rows().get(i), "guide-cell");
        }
        return grid;
    }

    private void row(GridPane grid, int row, List<List<MarkdownText.Span>> cells, String style) {
        for (int i = 0; i < cells.size(); i++) {
            TextFlow cell = flow(cells.get(i), style);
            cell.setMaxHeight(Double.MAX_VALUE);
            grid.add(cell, i, row);
        }
    }

    private TextFlow flow(List<MarkdownText.Span> spans, String style) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add(style);
        for (MarkdownText.Span span : spans) {
            flow.getChildren().add(piece(span));
        }
        return flow;
    }

    private Node piece(MarkdownText.Span span) {
        return switch (span) {
            case MarkdownText.Span.Words(String words) -> styled(words, "guide-words");
            case MarkdownText.Span.Code(String code) -> styled(code, "guide-inline-code");
            case MarkdownText.Span.Strong(String words) -> styled(words, "guide-strong");
            case MarkdownText.Span.Light(String words) -> styled(words, "guide-light");
            case MarkdownText.Span.Link(String words, String target) ->
                GuideViewModel.leads(target) ? link(words, target) : styled(words, "guide-words");
        };
    }

    private static Text styled(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }

    private Node link(String words, String target) {
        Hyperlink link = new Hyperlink(words);
        link.setId("guide-link-" + target.replaceAll("[^A-Za-z0-9]+", "-"));
        link.setAccessibleText("Go to " + words);
        link.getStyleClass().add("guide-link");
        link.setOnAction(event -> model.follow(target));
        return link;
    }

    /// Gives the focus to the list of pages.
    public void focusPages() {
        pages.requestFocus();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
