package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.fx.WholeTabs;
import dev.dynamicworkers.playground.app.settings.layout.Area;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Panels as tabs, one of them in front. Without headers where the activity bar has buttons for all of them. FX thread.
final class PanelTabs extends StackPane implements AutoCloseable {
    /// Width that a tab needs with its icon; where there is less, icons go before names do.
    private static final double WITH_ICON = 132;

    /// Width that a tab needs with some room around its name; where there is less, that room goes before names do.
    private static final double WITH_ROOM = 86;

    private static final PseudoClass TIGHTER = PseudoClass.getPseudoClass("tighter");
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    private final PanelParts parts;
    private final Set<Panel> buttoned;
    private final TabPane tabs = new TabPane();
    private final Subscriptions subscriptions = new Subscriptions();
    private List<Panel> panels = List.of();
    private @Nullable Panel selected;
    private @Nullable Tab lead;
    private boolean leadShown;
    private boolean changing;
    private boolean held;

    /// @param id of the tabs
    /// @param name what screen readers say of the tabs
    /// @param buttoned panels that need no header, because the activity bar has a button for them
    PanelTabs(PanelParts parts, Area area, String id, String name, Set<Panel> buttoned) {
        this.parts = parts;
        this.buttoned = buttoned.isEmpty() ? Set.of() : EnumSet.copyOf(buttoned);
        setId("area-" + area.key());
        getStyleClass().addAll("tool-panel", "panel-tabs");
        tabs.setId(id);
        tabs.setAccessibleText(name);
        tabs.getStyleClass().add("tool-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        WholeTabs.of(tabs);
        subscriptions.onChange(this::fitIcons, widthProperty(), tabs.getTabs());
        sceneProperty().subscribe(scene -> tellWatched());
    }

    private void chosen(@Nullable Tab tab) {
        if (changing || tab == null) {
            return;
        }
        leadShown = tab == lead;
        if (!leadShown) {
            selected = panelOf(tab);
        }
        fill();
    }

    private @Nullable Panel panelOf(Tab tab) {
        return panels.stream()
                .filter(panel -> parts.get(panel).tab() == tab)
                .findFirst()
                .orElse(null);
    }

    /// The panels, in the order of their tabs.
    List<Panel> panels() {
        return panels;
    }

    /// The panel in front, also while another tab stands before it; null for none.
    @Nullable
    Panel selected() {
        return selected;
    }

    /// The tabs' control, for whoever finds out what lies under the pointer.
    TabPane tabs() {
        return tabs;
    }

    /// Keeps the views out of the window until {@link #release}: a start does not wait for them.
    void hold() {
        held = true;
    }

    void release() {
        held = false;
        fill();
    }

    /// Lets panels go that are to stand elsewhere, so that their views can be taken.
    void keepOnly(List<Panel> wanted) {
        changing = true;
        for (Panel panel : panels) {
            if (!wanted.contains(panel)) {
                parts.get(panel).watched(/* seen= */ false);
                Tab tab = parts.get(panel).tab();
                tab.setContent(null);
                tabs.getTabs().remove(tab);
                getChildren().removeIf(child -> child != tabs);
            }
        }
        int index = selected == null ? 0 : panels.indexOf(selected);
        List<Panel> rest = new ArrayList<>(panels);
        rest.retainAll(wanted);
        if (selected != null && !rest.contains(selected)) {
            selected = rest.isEmpty() ? null : rest.get(Math.clamp(index - 1, 0, rest.size() - 1));
        }
        panels = rest;
        changing = false;
    }

    /// Shows these panels; none of them may stand elsewhere. The one in front stays there.
    void show(List<Panel> wanted) {
        keepOnly(wanted);
        changing = true;
        panels = List.copyOf(wanted);
        if (selected == null && !panels.isEmpty()) {
            selected = panels.getFirst();
        }
        boolean bare = lead == null && !panels.isEmpty() && buttoned.containsAll(panels);
        if (bare) {
            panels.forEach(panel -> parts.get(panel).tab().setContent(null));
            tabs.getTabs().clear();
            getChildren().remove(tabs);
        } else {
            if (!getChildren().equals(List.of(tabs))) {
                getChildren().setAll(tabs);
            }
            List<Tab> all = new ArrayList<>();
            if (lead != null) {
                all.add(lead);
            }
            panels.forEach(panel -> all.add(parts.get(panel).tab()));
            arrange(all);
        }
        changing = false;
        bringForward();
    }

    /// One tab after the other: where several are exchanged at once, the headers come into another order than the tabs.
    private void arrange(List<Tab> wanted) {
        List<Tab> present = tabs.getTabs();
        present.removeIf(tab -> !wanted.contains(tab));
        for (int i = 0; i < wanted.size(); i++) {
            Tab tab = wanted.get(i);
            if (i >= present.size() || present.get(i) != tab) {
                present.remove(tab);
                present.add(i, tab);
            }
        }
    }

    /// Shows a node as the first tab, before all panels; null for none.
    void lead(@Nullable Tab tab) {
        if (lead != tab) {
            leadShown = tab != null;
            lead = tab;
        }
    }

    /// Whether the first tab is in front that is no panel.
    boolean isLeadShown() {
        return lead != null && leadShown;
    }

    void selectLead() {
        leadShown = lead != null;
        bringForward();
    }

    /// Brings a panel to the front.
    void select(Panel panel) {
        if (panels.contains(panel)) {
            selected = panel;
            leadShown = false;
            bringForward();
        }
    }

    private void bringForward() {
        Panel front = selected;
        changing = true;
        if (isLeadShown() || front == null) {
            tabs.getSelectionModel().select(lead);
        } else if (isBare()) {
            tabs.getSelectionModel().clearSelection();
        } else {
            tabs.getSelectionModel().select(parts.get(front).tab());
        }
        changing = false;
        fill();
    }

    private boolean isBare() {
        return !getChildren().contains(tabs);
    }

    private void fill() {
        Panel front = selected;
        if (front != null && !held && !isLeadShown()) {
            if (isBare()) {
                Node view = parts.get(front).view();
                if (!getChildren().equals(List.of(view))) {
                    getChildren().setAll(view);
                }
            } else if (parts.get(front).tab().getContent() == null) {
                parts.get(front).tab().setContent(parts.get(front).view());
            }
        }
        tellWatched();
    }

    private void tellWatched() {
        for (Panel panel : panels) {
            parts.get(panel).watched(getScene() != null && panel == selected && !isLeadShown() && !held);
        }
    }

    private void fitIcons() {
        boolean room = getWidth() >= WITH_ICON * tabs.getTabs().size();
        for (Tab tab : tabs.getTabs()) {
            // Not by hiding it: a tab's label takes in only what is there when its skin is made.
            Node icon = room && tab.getUserData() instanceof Node node ? node : null;
            if (tab.getGraphic() != icon) {
                tab.setGraphic(icon);
            }
        }
        pseudoClassStateChanged(TIGHT, !room);
        pseudoClassStateChanged(TIGHTER, getWidth() < WITH_ROOM * tabs.getTabs().size());
    }

    /// Gives the focus to what is in front.
    void focusSelected() {
        // A view that was just made is in the window only after this, and what is not in it takes no focus.
        applyCss();
        layout();
        if (selected != null) {
            parts.get(selected).focus();
        }
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
