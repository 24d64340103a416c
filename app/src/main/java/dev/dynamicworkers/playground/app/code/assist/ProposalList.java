package dev.dynamicworkers.playground.app.code.assist;

import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The proposals for a place, the chosen one with its explanation beside it. The keyboard stays with the editor. FX
/// thread.
final class ProposalList {
    private static final PseudoClass LEFT = PseudoClass.getPseudoClass("left");
    private static final int ROW = 24;
    private static final int MOST_ROWS = 10;
    private static final int WIDTH = 300;
    private static final int TEXT_WIDTH = 320;
    private static final int LONGEST_TEXT = 900;

    private final ListView<CodeAssist.Proposal> list = new ListView<>();
    private final Label signature = new Label();
    private final Label documentation = new Label();
    private final VBox side = new VBox(signature, documentation);
    private final HBox box = new HBox(list, side);
    private final Floating floating = new Floating(box);
    private Consumer<CodeAssist.Proposal> onAccept = proposal -> {};
    private Consumer<CodeAssist.Proposal> onChoose = proposal -> {};

    ProposalList() {
        list.setId("proposals");
        list.setAccessibleText("Proposals");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        list.getStyleClass().add("proposals");
        list.setCellFactory(view -> new ProposalCell());
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            hideText();
            if (chosen != null) {
                onChoose.accept(chosen);
            }
        });
        list.setOnMouseClicked(event -> accept());
        signature.getStyleClass().add("signature");
        documentation.getStyleClass().add("documentation");
        for (Label label : List.of(signature, documentation)) {
            label.setWrapText(true);
            label.setMaxWidth(TEXT_WIDTH);
        }
        side.getStyleClass().add("proposal-text");
        side.setMaxHeight(ROW * MOST_ROWS);
        hideText();
    }

    void onAccept(Consumer<CodeAssist.Proposal> action) {
        onAccept = action;
    }

    void onChoose(Consumer<CodeAssist.Proposal> action) {
        onChoose = action;
    }

    boolean isShown() {
        return floating.isShown();
    }

    /// Shows proposals that fit what is written already; hides the list when none does.
    void show(Node owner, Bounds place, List<CodeAssist.Proposal> all, String written) {
        List<CodeAssist.Proposal> fitting = all.stream()
                .filter(proposal -> fits(proposal.label(), written))
                .sorted(Comparator.comparing(
                                (CodeAssist.Proposal p) -> !p.label().startsWith(written))
                        .thenComparing(CodeAssist.Proposal::deprecated)
                        .thenComparing(CodeAssist.Proposal::order)
                        .thenComparing(CodeAssist.Proposal::label))
                .toList();
        boolean onlyWhatIsThere =
                fitting.size() == 1 && fitting.getFirst().label().equals(written);
        if (fitting.isEmpty() || onlyWhatIsThere) {
            hide();
            return;
        }
        CodeAssist.Proposal before = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(fitting);
        list.setPrefHeight(ROW * Math.min(MOST_ROWS, fitting.size()) + 2.0);
        floating.show(owner, place);
        int same = before == null || written.isEmpty() ? -1 : fitting.indexOf(before);
        list.getSelectionModel().clearAndSelect(Math.max(0, same));
        list.scrollTo(Math.max(0, same));
    }

    static boolean fits(String label, String written) {
        return label.toLowerCase(Locale.ROOT).startsWith(written.toLowerCase(Locale.ROOT));
    }

    /// Moves the choice by so many rows.
    void move(int rows) {
        int size = list.getItems().size();
        int now = list.getSelectionModel().getSelectedIndex();
        int next = Math.abs(rows) == 1 ? Math.floorMod(now + rows, size) : Math.clamp(now + rows, 0, size - 1);
        list.getSelectionModel().clearAndSelect(next);
        list.scrollTo(Math.max(0, next - MOST_ROWS / 2));
    }

    void page(int direction) {
        move(direction * (MOST_ROWS - 1));
    }

    CodeAssist.@Nullable Proposal chosen() {
        return list.getSelectionModel().getSelectedItem();
    }

    void accept() {
        CodeAssist.Proposal chosen = chosen();
        if (chosen != null) {
            onAccept.accept(chosen);
        }
        hide();
    }

    /// Shows what the chosen proposal is.
    void explain(Node owner, Bounds place, CodeAssist.Explanation explanation) {
        signature.setText(cut(explanation.signature()));
        documentation.setText(cut(explanation.documentation()));
        documentation.setVisible(!explanation.documentation().isEmpty());
        documentation.setManaged(documentation.isVisible());
        side.setVisible(true);
        side.setManaged(true);
        // The list stays where it is: its text goes to the side that has the room.
        box.applyCss();
        double text = box.prefWidth(-1) - list.prefWidth(-1);
        boolean right = floating.hasRoom(owner, place, box.prefWidth(-1));
        box.getChildren().setAll(right ? List.of(list, side) : List.of(side, list));
        side.pseudoClassStateChanged(LEFT, !right);
        floating.show(owner, right ? place : moved(place, -text));
    }

    private static Bounds moved(Bounds place, double by) {
        return new BoundingBox(place.getMinX() + by, place.getMinY(), place.getWidth(), place.getHeight());
    }

    static String cut(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "\u2026" : text;
    }

    private void hideText() {
        box.getChildren().setAll(list, side);
        side.setVisible(false);
        side.setManaged(false);
    }

    void hide() {
        floating.hide();
        list.getItems().clear();
    }

    private static final class ProposalCell extends ListCell<CodeAssist.Proposal> {
        @Override
        protected void updateItem(CodeAssist.@Nullable Proposal proposal, boolean empty) {
            super.updateItem(proposal, empty);
            getStyleClass().remove("deprecated");
            if (empty || proposal == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(proposal.label());
            setAccessibleText(proposal.label() + ", " + proposal.kind());
            setGraphic(icon(proposal.kind()).node(14, "proposal-" + tone(proposal.kind())));
            if (proposal.deprecated()) {
                getStyleClass().add("deprecated");
            }
        }

        private static Icons icon(String kind) {
            return switch (kind) {
                case "method", "function", "local function", "construct" -> Icons.DYNAMIC;
                case "property", "getter", "setter" -> Icons.RENAME;
                case "class", "interface", "type", "enum", "module" -> Icons.ISOLATES;
                case "keyword" -> Icons.PALETTE;
                case "string" -> Icons.TEXT;
                default -> Icons.DATA;
            };
        }

        private static String tone(String kind) {
            return switch (kind) {
                case "method", "function", "local function", "construct" -> "function";
                case "property", "getter", "setter" -> "property";
                case "class", "interface", "type", "enum", "module" -> "type";
                case "keyword" -> "keyword";
                default -> "name";
            };
        }
    }
}
