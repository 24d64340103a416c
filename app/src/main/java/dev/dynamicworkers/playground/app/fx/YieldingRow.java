package dev.dynamicworkers.playground.app.fx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A row whose parts give way, the least important first, where there is not room for all of them.
///
/// Parts that gave way are entries of a menu at the end of the row, so nothing is cut and nothing is lost. A part that
/// is not managed takes no room, as in any other pane. FX thread.
public class YieldingRow extends Region {
    /// Rank of a part that always stays.
    private static final int STAYS = Integer.MAX_VALUE;

    private final double gap;
    private final List<Slot> slots = new ArrayList<>();
    private final MenuButton more = new MenuButton("…");
    private int leading = -1;

    /// @param id id of the row; that of its menu is the same with `-more`
    /// @param gap distance between two parts, in pixels
    public YieldingRow(String id, double gap) {
        this.gap = gap;
        setId(id);
        more.setId(id + "-more");
        more.setAccessibleText("More, for which there is no room");
        Panes.tip(more, "More");
        more.getStyleClass().addAll("flat", "small-menu", "more-menu");
        more.setOnShowing(event -> fillMenu());
        // A menu button without entries does not open.
        more.getItems().add(new MenuItem());
        more.setVisible(false);
        more.setManaged(false);
        getChildren().add(more);
    }

    /// Adds a part that always stays, as wide as it wants to be.
    public final YieldingRow stay(Node part) {
        return add(new Slot(part, STAYS, -1, Entry.NONE));
    }

    /// Adds a part that always stays and may become narrower.
    ///
    /// @param least the width it needs, in pixels
    public final YieldingRow shrink(Node part, double least) {
        return add(new Slot(part, STAYS, least, Entry.NONE));
    }

    /// Adds a part that gives way without an entry in the menu, as a title does.
    ///
    /// @param rank the part with the lowest rank gives way first
    public final YieldingRow drop(int rank, Node part) {
        return add(new Slot(part, rank, -1, Entry.NONE));
    }

    /// Adds a part that becomes narrower, and gives way without an entry in the menu where even that does not help.
    ///
    /// @param least the width below which it says nothing, in pixels
    public final YieldingRow shrinkOrDrop(int rank, Node part, double least) {
        return add(new Slot(part, rank, least, Entry.NONE));
    }

    /// Adds a part that gives way.
    ///
    /// @param rank the part with the lowest rank gives way first
    public final YieldingRow giveWay(int rank, Node part) {
        return add(new Slot(part, rank, -1, Entry.LISTED));
    }

    /// Parts that are added from here on stand at the end of the row.
    public final YieldingRow atEnd() {
        leading = slots.size();
        return this;
    }

    /// Takes all parts out.
    public final void clear() {
        slots.clear();
        leading = -1;
        getChildren().setAll(more);
    }

    private YieldingRow add(Slot slot) {
        slots.add(slot);
        getChildren().add(slots.size() - 1, slot);
        return this;
    }

    private void fillMenu() {
        more.getItems().clear();
        for (Slot slot : slots) {
            if (slot.isListed() && !slot.isVisible()) {
                more.getItems().add(slot.entry());
            }
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        double sum = 0;
        for (Slot slot : slots) {
            if (slot.isWanted() && slot.rank == STAYS) {
                sum += slot.least() + gap;
            }
        }
        return sides() + sum + (slots.stream().anyMatch(Slot::isListed) ? more.prefWidth(-1) : -gap);
    }

    @Override
    protected double computePrefWidth(double height) {
        double sum = 0;
        for (Slot slot : slots) {
            if (slot.isWanted()) {
                sum += slot.prefWidth(-1) + gap;
            }
        }
        return sides() + sum;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double most = 0;
        for (Slot slot : slots) {
            most = Math.max(most, slot.isWanted() ? slot.prefHeight(-1) : 0);
        }
        return most + getInsets().getTop() + getInsets().getBottom();
    }

    private double sides() {
        return getInsets().getLeft() + getInsets().getRight();
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - sides();
        List<Slot> shown = new ArrayList<>(slots.stream().filter(Slot::isWanted).toList());
        boolean cut = false;
        while (needed(shown) + (cut ? more.prefWidth(-1) + gap : 0) > room) {
            Slot least = shown.stream()
                    .filter(slot -> slot.rank != STAYS)
                    .min(Comparator.comparingInt(slot -> slot.rank))
                    .orElse(null);
            if (least == null) {
                break;
            }
            shown.remove(least);
            cut |= least.isListed();
        }
        for (Slot slot : slots) {
            slot.setVisible(shown.contains(slot));
        }
        more.setVisible(cut);
        place(shown, cut);
    }

    private double needed(List<Slot> shown) {
        double sum = 0;
        for (Slot slot : shown) {
            sum += slot.least();
        }
        return sum + gap * Math.max(0, shown.size() - 1);
    }

    private void place(List<Slot> shown, boolean cut) {
        Insets insets = getInsets();
        double menu = cut ? more.prefWidth(-1) : 0;
        double end = getWidth() - insets.getRight();
        double spare = getWidth() - sides() - needed(shown) - (cut ? menu + gap : 0);
        double x = insets.getLeft();
        double height = getHeight() - insets.getTop() - insets.getBottom();
        List<Slot> trailing = new ArrayList<>();
        double[] widths = new double[shown.size()];
        double used = 0;
        for (int i = 0; i < widths.length; i++) {
            Slot slot = shown.get(i);
            double wish = slot.prefWidth(-1) - slot.least();
            double extra = Math.clamp(spare, 0, Math.max(0, wish));
            spare -= extra;
            widths[i] = snapSizeX(slot.least() + extra);
            used += widths[i] + gap;
            if (slots.indexOf(slot) >= leading && leading >= 0) {
                trailing.add(slot);
            }
        }
        double free = Math.max(0, end - x - used + gap - (cut ? menu + gap : 0));
        for (int i = 0; i < widths.length; i++) {
            Slot slot = shown.get(i);
            if (!trailing.isEmpty() && Objects.equals(trailing.getFirst(), slot)) {
                x += free;
            }
            slot.resizeRelocate(snapPositionX(x), insets.getTop(), widths[i], height);
            x += widths[i] + gap;
        }
        if (cut) {
            double tall = more.prefHeight(-1);
            more.resizeRelocate(end - menu, insets.getTop() + (height - tall) / 2, menu, tall);
        }
    }

    private enum Entry {
        LISTED,
        NONE
    }

    /// The place of one part; it is hidden while the part has given way, whatever the part itself says.
    private static final class Slot extends StackPane {
        private final Node part;
        private final int rank;
        private final double narrowest;
        private final Entry entry;

        Slot(Node part, int rank, double narrowest, Entry entry) {
            super(part);
            this.part = part;
            this.rank = rank;
            this.narrowest = narrowest;
            this.entry = entry;
            setAlignment(Pos.CENTER_LEFT);
            setPickOnBounds(false);
        }

        boolean isWanted() {
            return part.isManaged() && prefWidth(-1) > 0;
        }

        boolean isListed() {
            return entry == Entry.LISTED && isWanted();
        }

        double least() {
            double wish = prefWidth(-1);
            return narrowest < 0 ? wish : Math.min(narrowest, wish);
        }

        MenuItem entry() {
            if (part instanceof ComboBox<?> choice) {
                return choices(choice);
            }
            MenuItem item = part instanceof ToggleButton toggle ? checked(toggle) : new MenuItem(words());
            item.setMnemonicParsing(false);
            if (part instanceof ButtonBase button) {
                item.setDisable(button.isDisabled());
                item.setOnAction(event -> button.fire());
            }
            return item;
        }

        private <T> Menu choices(ComboBox<T> choice) {
            Menu menu = new Menu(words());
            menu.setMnemonicParsing(false);
            menu.setDisable(choice.isDisabled());
            for (T value : choice.getItems()) {
                CheckMenuItem item = new CheckMenuItem(
                        choice.getConverter() == null
                                ? String.valueOf(value)
                                : choice.getConverter().toString(value));
                item.setMnemonicParsing(false);
                item.setSelected(Objects.equals(choice.getValue(), value));
                item.setOnAction(event -> choice.setValue(value));
                menu.getItems().add(item);
            }
            return menu;
        }

        private CheckMenuItem checked(ToggleButton toggle) {
            CheckMenuItem item = new CheckMenuItem(words());
            item.setSelected(toggle.isSelected());
            return item;
        }

        private String words() {
            String spoken = part.getAccessibleText();
            if (spoken != null && !spoken.isEmpty()) {
                return spoken;
            }
            return part instanceof Labeled labeled ? labeled.getText() : "";
        }
    }
}
