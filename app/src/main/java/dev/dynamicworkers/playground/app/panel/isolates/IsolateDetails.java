package dev.dynamicworkers.playground.app.panel.isolates;

import dev.dynamicworkers.playground.app.fx.DetailsPane;
import dev.dynamicworkers.playground.app.session.IsolateTag;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What is known of one isolate, its memory over time, and what can be done with it. FX thread.
final class IsolateDetails extends ScrollPane {
    private final IsolatesViewModel model;
    private final VBox box = new VBox();
    private final Label name = new Label();
    private final VBox lines = new VBox();
    private final MemoryChart chart = new MemoryChart();
    private final Label nothing = new Label("Select an isolate to see its memory and what can be done with it.");
    private final Button evict = button("isolate-evict", "Evict", "Drop it: the next request starts it cold");
    private final Button kill = button("isolate-kill", "Kill", "End it whatever it does (Ctrl+Alt+K); others go on");
    private final Button reload = button("isolate-reload", "Reload", "The next get() of its id asks for its code anew");
    private final Button code = button("isolate-code", "Show code", "The code that it really runs");
    private final Button console = button("isolate-console", "Console", "Only its lines in the console");
    private final MenuButton compare = new MenuButton("Compare");
    private final FlowPane actions = DetailsPane.actions(evict, kill, reload, code, compare, console);
    private List<String> told = List.of();
    private @Nullable IsolateSnapshot shown;
    private List<IsolateSnapshot> selected = List.of();

    IsolateDetails(IsolatesViewModel model) {
        this.model = model;
        setId("isolate-details");
        setFitToWidth(true);
        setFocusTraversable(false);
        getStyleClass().add("details-scroll");
        setContent(box);
        box.getStyleClass().add("details");
        lines.getStyleClass().add("details-lines");
        nothing.getStyleClass().add("muted");
        nothing.setWrapText(true);
        evict.setOnAction(event -> act(model::evict));
        kill.setOnAction(event -> killShown());
        reload.setOnAction(event -> act(model::reload));
        code.setOnAction(event -> act(model::showCode));
        console.setOnAction(event -> act(model::showConsole));
        compare.setId("isolate-compare");
        compare.setAccessibleText("Compare code, grants and limits with another isolate");
        compare.getStyleClass().add("small");
        // A menu button without entries does not open.
        compare.getItems().add(new MenuItem());
        compare.setOnShowing(event -> compare.getItems().setAll(others()));
        show(null, List.of());
    }

    /// The one that is selected beside it comes first.
    private List<MenuItem> others() {
        IsolateSnapshot isolate = shown;
        List<MenuItem> items = new ArrayList<>();
        if (isolate != null) {
            for (IsolateSnapshot other : model.comparable(isolate)) {
                MenuItem item = new MenuItem("With " + other.label() + ", isolate " + other.id());
                item.setMnemonicParsing(false);
                item.setId("compare-with-" + other.id());
                item.setOnAction(event -> model.compare(isolate, other));
                items.add(selected.stream().anyMatch(each -> each.id().equals(other.id())) ? 0 : items.size(), item);
            }
        }
        return items;
    }

    /// Ends the isolate that is shown.
    ///
    /// @return whether there is one that lives
    boolean killShown() {
        IsolateSnapshot isolate = shown;
        if (isolate == null || !model.canKill(isolate)) {
            return false;
        }
        model.kill(isolate);
        return true;
    }

    /// Drops the isolate that is shown.
    ///
    /// @return whether there is one that can be dropped
    boolean evictShown() {
        return act(model::canEvict, model::evict);
    }

    /// Loads the isolate that is shown again.
    ///
    /// @return whether there is one that can be loaded
    boolean reloadShown() {
        return act(model::canReload, model::reload);
    }

    private boolean act(Predicate<IsolateSnapshot> possible, Action action) {
        IsolateSnapshot isolate = shown;
        if (isolate == null || !possible.test(isolate)) {
            return false;
        }
        action.on(isolate);
        return true;
    }

    private static Button button(String id, String title, String meaning) {
        Button button = new Button(title);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setTooltip(new Tooltip(meaning));
        return button;
    }

    /// What can be done with the one that is shown, for its context menu.
    List<Button> actions() {
        return shown == null ? List.of() : List.of(evict, kill, reload, code, console);
    }

    private interface Action {
        void on(IsolateSnapshot snapshot);
    }

    private void act(Action action) {
        if (shown != null) {
            action.on(shown);
        }
    }

    /// @param chosen all that are selected
    void show(@Nullable IsolateSnapshot snapshot, List<IsolateSnapshot> chosen) {
        shown = snapshot;
        selected = chosen;
        if (snapshot == null) {
            box.getChildren().setAll(nothing);
            return;
        }
        IsolateTag tag = model.tag(snapshot);
        name.setText(tag.label() + ", isolate " + snapshot.id());
        name.getStyleClass().setAll("label", "strong");
        List<String> facts = model.details(snapshot, Instant.now());
        if (!facts.equals(told)) {
            told = facts;
            lines.getChildren()
                    .setAll(facts.stream().map(fact -> DetailsPane.line(fact)).toList());
        }
        chart.show(model.samples(snapshot), model.memoryLimitProperty().get());
        evict.setDisable(!model.canEvict(snapshot));
        kill.setDisable(!model.canKill(snapshot));
        reload.setDisable(!model.canReload(snapshot));
        code.setDisable(snapshot.endReason() != null);
        compare.setDisable(
                snapshot.endReason() != null || model.comparable(snapshot).isEmpty());
        if (!box.getChildren().contains(actions)) {
            // Only where they are not there: a button that has the focus would lose it with each measurement.
            box.getChildren().setAll(name, chart, actions, lines);
        }
    }
}
