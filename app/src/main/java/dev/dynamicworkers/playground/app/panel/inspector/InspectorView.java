package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.fx.Banner;
import dev.dynamicworkers.playground.app.fx.FxThread;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.fx.WholeTabs;
import dev.dynamicworkers.playground.app.fx.YieldingRow;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.app.theme.Icons;
import dev.dynamicworkers.playground.core.project.PlaygroundFile;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// What workers are given: grants, limits, network, and the code that runs with it. FX thread.
public final class InspectorView extends BorderPane implements AutoCloseable {
    private static final double LOWEST_PAGE = 96;
    private static final double HIGH = 400;
    private static final double LOW = 280;
    private static final double LEAST_PICKER = 110;
    private static final List<Wish.Page> PAGES =
            List.of(Wish.Page.GRANTS, Wish.Page.LIMITS, Wish.Page.NETWORK, Wish.Page.CODE);

    private final InspectorViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private final TabPane pages = new TabPane();
    private final FlowPane taken = new FlowPane();
    private final YieldingRow head = new YieldingRow("inspector-head", 6);
    private final List<Button> chips = new ArrayList<>();
    private final ComboBox<String> picker = new ComboBox<>();
    private final Button file;
    private boolean low;
    private final GrantsPage grants;
    private final LimitsPage limits;
    private final NetworkPage network;
    private final CodePage code;

    /// @param model what is shown
    public InspectorView(InspectorViewModel model) {
        this.model = model;
        file = Panes.iconButton(
                "inspector-open-file", Icons.FILE.node(16), "Open " + PlaygroundFile.NAME, model::openFile);
        grants = new GrantsPage(model);
        limits = new LimitsPage(model);
        network = new NetworkPage(model.network());
        code = new CodePage(model.code());
        setId("inspector");
        getStyleClass().addAll("tool-panel", "inspector");
        // As wide as its column: what is wider would be cut at both sides.
        setMinWidth(0);
        Label problem = new Label();
        problem.setId("inspector-problem");
        problem.setWrapText(true);
        HBox banner = new HBox(Icons.WARNING.node(14), problem);
        banner.getStyleClass().addAll("banner", "warning");
        banner.setAlignment(Pos.CENTER_LEFT);
        taken.setId("inspector-taken");
        taken.getStyleClass().add("taken-chips");
        subscriptions.onChange(this::showTaken, model.taken());
        showTaken();
        setTop(new VBox(toolbar(), taken, banner, stale()));
        subscriptions.observe(heightProperty(), height -> {
            boolean isLow = height.doubleValue() > 0 && height.doubleValue() < LOW;
            if (isLow != low) {
                low = isLow;
                placeTaken();
            }
        });
        add("grants", "Grants", grants);
        grants.setMinHeight(USE_COMPUTED_SIZE);
        add("limits", "Limits", limits);
        add("network", "Network", network);
        add("code", "Code", code);
        pages.setId("inspector-pages");
        pages.setAccessibleText("Pages of the inspector");
        pages.getStyleClass().add("sub-tabs");
        WholeTabs.of(pages);
        pages.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        setCenter(pages);
        subscriptions.observe(model.stateProperty(), state -> {
            problem.setText(state.problem());
            Panes.show(banner, !state.problem().isEmpty());
            limits.refresh();
            network.refresh();
        });
        subscriptions.onChange(limits::refresh, model.uses());
        subscriptions.observe(model.measure().stateProperty(), limits::show);
        subscriptions.observe(model.pageProperty(), this::show);
        pages.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(index -> model.pageProperty().set(PAGES.get(index.intValue())));
        subscriptions.observe(model.subjectProperty(), this::point);
    }

    /// That isolates run what was there before a change, and the way to the change.
    private HBox stale() {
        Label sentence = new Label();
        sentence.setId("inspector-stale");
        Button reload = new Button("Reload now");
        reload.setId("inspector-reload");
        reload.getStyleClass().add("small");
        reload.setMinWidth(USE_PREF_SIZE);
        reload.disableProperty().bind(model.stale().liveProperty());
        Panes.tip(reload, "Lets go of the isolates, so that the next request loads them anew");
        reload.setOnAction(event -> model.stale().reload());
        HBox bar = new Banner(Icons.HISTORY.node(14), sentence, reload);
        bar.setId("inspector-stale-bar");
        subscriptions.observe(model.stale().sentenceProperty(), text -> {
            sentence.setText(text);
            Panes.show(bar, !text.isEmpty());
        });
        return bar;
    }

    /// What the rules take away, each with a way back.
    private void showTaken() {
        chips.clear();
        for (TakenAway each : model.taken()) {
            Button chip = new Button(each.text(), Icons.CLOSE.node(10));
            chip.setContentDisplay(ContentDisplay.RIGHT);
            chip.setId("taken-" + each.text().split(" ", 2)[0]);
            chip.setAccessibleText("Undo the rule " + each.text());
            chip.getStyleClass().addAll("small", "taken-chip");
            chip.setOnAction(event -> {
                // The chip goes away, and the focus would go to the start of the window.
                pages.requestFocus();
                each.undo().run();
            });
            chips.add(chip);
        }
        if (!chips.isEmpty()) {
            Button write = new Button("Write into code\u2026");
            write.setId("taken-write");
            write.setAccessibleText("Write these rules into the code of the parent");
            write.getStyleClass().addAll("small", "flat");
            write.setOnAction(event -> model.askPatch());
            chips.add(write);
        }
        placeTaken();
    }

    /// In a low place the chips stand beside the worker, as many as there is room for: in rows of their own they would
    /// leave none for the page.
    private void placeTaken() {
        taken.getChildren().clear();
        head.clear();
        head.shrink(picker, LEAST_PICKER).atEnd();
        if (low) {
            int rank = chips.size();
            for (Button chip : chips) {
                chip.setMinWidth(USE_PREF_SIZE);
                head.giveWay(rank--, chip);
            }
        } else {
            taken.getChildren().addAll(chips);
        }
        head.stay(file);
        Panes.show(taken, !low && !chips.isEmpty());
    }

    private void add(String id, String title, Region content) {
        Tab tab = new Tab(title, content instanceof NetworkPage ? content : scrolled(content));
        tab.setId("inspector-" + id + "-tab");
        pages.getTabs().add(tab);
    }

    /// In a low window the page scrolls instead of lying over itself. The page of the network does so on its own.
    private static ScrollPane scrolled(Region content) {
        content.setMinHeight(LOWEST_PAGE);
        ScrollPane scroll = Panes.scrolling(content);
        scroll.setFitToHeight(true);
        return scroll;
    }

    private VBox toolbar() {
        ComboBox<String> worker = picker;
        worker.setItems(model.workers());
        worker.setId("inspector-worker");
        worker.setAccessibleText("Worker whose grants and limits are shown");
        worker.setConverter(new StringConverter<>() {
            @Override
            public String toString(String name) {
                return name == null ? "" : name.equals(InspectorViewModel.ALL) ? "All dynamic workers" : name;
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        worker.setValue(model.workerProperty().get());
        subscriptions.listen(model.workerProperty(), worker::setValue);
        worker.valueProperty().subscribe(name -> {
            if (name != null) {
                model.workerProperty().set(name);
            }
        });
        worker.setMinWidth(Region.USE_PREF_SIZE);
        Label note = new Label("Rules of this playground. They only take away from what the code gives.");
        note.getStyleClass().addAll("muted", "inspector-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        subscriptions.observe(heightProperty(), height -> Panes.show(note, height.doubleValue() > HIGH));
        worker.setMaxWidth(260);
        worker.setMinWidth(0);
        worker.setPrefWidth(180);
        head.getStyleClass().add("panel-toolbar");
        return new VBox(head, note);
    }

    private void show(Wish.Page page) {
        pages.getSelectionModel().select(PAGES.indexOf(page));
    }

    private void point(String subject) {
        if (!subject.isEmpty()) {
            // The tab may just be coming to the front, and what is not shown takes no focus.
            FxThread.onNextFrame(() -> {
                applyCss();
                layout();
                pointAt(subject);
            });
        }
    }

    private void pointAt(String subject) {
        switch (model.pageProperty().get()) {
            case GRANTS -> grants.select(subject);
            case LIMITS -> limits.select(subject);
            case NETWORK -> network.propose(subject);
            case CODE -> code.focusFirst();
        }
    }

    /// Gives the focus to the page in front.
    public void focusPage() {
        switch (pages.getSelectionModel().getSelectedIndex()) {
            case 1 -> limits.focusFirst();
            case 2 -> network.focusFirst();
            case 3 -> code.focusFirst();
            default -> grants.focusFirst();
        }
    }

    @Override
    public void close() {
        subscriptions.close();
        grants.close();
        code.close();
    }
}
