package dev.dynamicworkers.playground.app.panel.response;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.YieldingRow;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Draws a [FailureCard]: what it says scrolls, what can be done about it is always there. FX thread.
final class ErrorCard extends BorderPane {
    private static final double LEAST_NAME = 64;
    private static final int MOST_FRAMES = 8;
    private static final int MOST_CAUSE_FRAMES = 2;
    private static final double INDENT = 16;
    private static final double GAP = 6;
    private static final int DEEPEST = 6;
    private static final double HIGHEST = 260;
    /// Height of one line and what can be done.
    private static final double MIN = 50;

    /// Above and below what is said where there is little room.
    private static final double EDGES = 5;

    /// What it has less there.
    private static final double SPARED = 8;

    /// Height below which the card has no room at its edges.
    private static final double ROOMY = 104;

    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    private static final double SHARE = 0.72;
    private static final double TABS = 32;

    private final Consumer<FrameLink> open;
    private final VBox box = new VBox();
    private final ScrollPane scroll = Panes.scrolling(box);
    private final YieldingRow actions = new YieldingRow("card-actions", GAP);
    private Node copy = this;
    private boolean unfolded;
    private @Nullable FailureCard card;

    /// @param open shows the code of a frame
    ErrorCard(Consumer<FrameLink> open) {
        this.open = open;
        setId("error-card");
        getStyleClass().add("error-card");
        box.getStyleClass().add("card-text");
        scroll.setId("error-card-scroll");
        scroll.getStyleClass().setAll("scroll-pane", "card-scroll");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        actions.getStyleClass().add("card-actions");
        setCenter(scroll);
        setBottom(actions);
        setMinHeight(0);
        setMaxHeight(HIGHEST);
        Panes.hide(this);
    }

    /// Leaves room for what is below it, or takes all of it where there is too little for whole tabs.
    ///
    /// @param height of both
    /// @param below whether more than tabs is below it
    /// @return whether there is room for tabs
    boolean fitInto(double height, Below below) {
        boolean shares = card == null || height <= 0 || height - TABS >= needed();
        double wish = below == Below.BODY ? Math.min(height * SHARE, height - TABS) : height - TABS;
        double room = shares ? Math.max(wish, needed()) : height;
        setMaxHeight(Math.clamp(room, MIN, HIGHEST));
        pseudoClassStateChanged(TIGHT, room < Math.max(ROOMY, needed() + SPARED));
        return shares;
    }

    /// Height of the whole title and what can be done.
    private double needed() {
        // A card that was drawn a moment ago has no fonts yet.
        applyCss();
        double inside = getWidth() - snappedLeftInset() - snappedRightInset();
        if (inside <= 0 || box.getChildren().isEmpty()) {
            return MIN;
        }
        double title = box.getChildren().getFirst().prefHeight(inside - box.snappedRightInset());
        return title + (actions.isManaged() ? actions.prefHeight(inside) : 0) + EDGES;
    }

    /// What stands under a card.
    enum Below {
        BODY,
        TABS
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = (width > 0 ? width : getWidth()) - snappedLeftInset() - snappedRightInset();
        double inside = room > 0 ? room : -1;
        double bottom = actions.isManaged() ? actions.prefHeight(inside) : 0;
        double around = snappedTopInset() + snappedBottomInset() + bottom + 1;
        double whole = box.prefHeight(inside);
        double most = getMaxHeight() - around;
        return around + (whole <= most || inside < 0 ? whole : CardLines.below(box, inside, most));
    }

    void show(@Nullable FailureCard next) {
        if (next != card) {
            unfolded = card != null && next != null && unfolded && card.title().equals(next.title());
            card = next;
            draw();
        }
    }

    /// Gives the focus to the first thing that can be done.
    void focus() {
        copy.requestFocus();
    }

    private void draw() {
        box.getChildren().clear();
        FailureCard shown = card;
        Panes.show(this, shown != null);
        if (shown == null) {
            return;
        }
        getStyleClass().removeAll("killed", "warning");
        getStyleClass().add(shown.tone());
        Label title = text(shown.title(), "error-title");
        title.setId("error-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        copy = Panes.iconButton("error-copy", Icons.COPY.node(14), "Copy the error", () -> copy(shown.copyText()));
        HBox head = new HBox(icon(shown.glyph()).node(16, "error-icon"), title, copy);
        head.setAlignment(Pos.TOP_LEFT);
        head.getStyleClass().add("error-head");
        box.getChildren().add(head);
        for (String detail : shown.details()) {
            box.getChildren().add(indented(text(detail, "error-detail")));
        }
        if (!shown.explanation().isEmpty()) {
            Label words = text(shown.explanation(), "error-explanation");
            words.setId("error-explanation");
            HBox line = new HBox(Icons.EXPLAIN.node(14, "muted-icon"), words);
            HBox.setHgrow(words, Priority.ALWAYS);
            line.getStyleClass().add("explanation");
            box.getChildren().add(line);
        }
        // Behind the cause: in a low window the first lines are all that is seen, and Go to line is a button.
        frames(shown);
        causes(shown);
        actions.clear();
        // One row, the first ones stay: in a low window what is said needs the room more than the last of them.
        int rank = shown.actions().size();
        for (CardAction action : shown.actions()) {
            Button button = new Button(action.title());
            button.setId("card-" + action.id());
            button.getStyleClass().add("small");
            button.setOnAction(event -> action.action().run());
            button.setMinWidth(USE_PREF_SIZE);
            actions.giveWay(rank--, button);
        }
        Panes.show(actions, !shown.actions().isEmpty());
        scroll.setVvalue(0);
        requestLayout();
    }

    private static Label text(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Node indented(Label label) {
        HBox line = new HBox(label);
        line.getStyleClass().add("frame");
        return line;
    }

    private static Icons icon(FailureCard.Glyph glyph) {
        return switch (glyph) {
            case ERROR -> Icons.ERROR;
            case TIME -> Icons.TIMER;
            case MEMORY -> Icons.MEMORY;
            case SUBREQUESTS -> Icons.NETWORK;
            case STOPPED -> Icons.STOP;
            case ENGINE_LOST -> Icons.ENGINE_LOST;
            case WARNING -> Icons.WARNING;
        };
    }

    private void frames(FailureCard shown) {
        List<FrameLink> frames = shown.frames();
        int drawn = Math.min(frames.size(), MOST_FRAMES);
        for (int i = 0; i < drawn; i++) {
            box.getChildren().add(frame(frames.get(i)));
        }
        int ofCauses = shown.causes().stream()
                .mapToInt(cause -> Math.max(0, cause.frames().size() - MOST_CAUSE_FRAMES))
                .sum();
        int hidden = frames.size() - drawn + shown.runtimeFrames().size() + ofCauses;
        if (hidden == 0) {
            return;
        }
        if (unfolded) {
            frames.subList(drawn, frames.size())
                    .forEach(frame -> box.getChildren().add(frame(frame)));
            shown.runtimeFrames().forEach(frame -> box.getChildren().add(frame(frame)));
            return;
        }
        String what = drawn < frames.size() || ofCauses > 0 ? "more frame" : "runtime frame";
        Hyperlink more = new Hyperlink(hidden + " " + what + (hidden == 1 ? "" : "s"));
        more.setId("error-more-frames");
        more.setMinWidth(USE_PREF_SIZE);
        more.setAccessibleText("Show " + more.getText());
        more.setOnAction(event -> {
            unfolded = true;
            draw();
        });
        if (drawn > 0 && box.getChildren().getLast() instanceof HBox last) {
            // Beside the last frame: a card in a low window has few lines.
            last.getChildren().add(more);
            return;
        }
        HBox line = new HBox(more);
        line.getStyleClass().addAll("frame", "more-frames");
        box.getChildren().add(line);
    }

    /// What the error comes from, each with its own frames: the first of them while the card is folded.
    private void causes(FailureCard shown) {
        for (CauseLine cause : shown.causes()) {
            Label line = text(cause.text(), "error-cause");
            HBox row = new HBox(line);
            row.getStyleClass().add("frame");
            box.getChildren().add(indent(row, cause.depth()));
            int drawn =
                    unfolded ? cause.frames().size() : Math.min(cause.frames().size(), MOST_CAUSE_FRAMES);
            cause.frames()
                    .subList(0, drawn)
                    .forEach(frame -> box.getChildren().add(indent(frame(frame), cause.depth() + 1)));
        }
    }

    private static Node indent(Node row, int depth) {
        if (depth > 0) {
            VBox.setMargin(row, new Insets(0, 0, 0, INDENT * Math.min(depth, DEEPEST)));
        }
        return row;
    }

    private Node frame(FrameLink frame) {
        Label function = new Label("at " + frame.function());
        function.getStyleClass().add("mono");
        function.setMinWidth(LEAST_NAME);
        HBox line = new HBox();
        var isolate = frame.isolate();
        if (isolate != null) {
            Label chip = new Label(isolate.label());
            chip.getStyleClass().addAll("chip", "hue-" + isolate.hue());
            chip.setAccessibleText("in " + isolate.label());
            chip.setMinWidth(USE_PREF_SIZE);
            line.getChildren().add(chip);
        }
        line.getChildren().add(function);
        var place = frame.place();
        if (!frame.leads()) {
            Label source = new Label(frame.source());
            source.getStyleClass().addAll("mono", "muted");
            line.getChildren().add(source);
        } else {
            String where = place == null ? frame.source() : place.text();
            Hyperlink link = new Hyperlink(where);
            link.setAccessibleText("Go to " + where);
            Panes.tip(link, place == null ? where + " in the code that ran" : where);
            link.getStyleClass().add("mono");
            // The end of a path says more than its start.
            link.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            link.setOnAction(event -> open.accept(frame));
            line.getChildren().add(link);
        }
        line.getStyleClass().add("frame");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
