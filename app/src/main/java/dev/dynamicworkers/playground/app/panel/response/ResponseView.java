package dev.dynamicworkers.playground.app.panel.response;

import dev.dynamicworkers.playground.app.fx.EmptyState;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.StatusBadge;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.fx.WholeTabs;
import dev.dynamicworkers.playground.app.fx.YieldingRow;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.HeaderLine;
import dev.dynamicworkers.playground.app.session.IsolateTag;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.RunCpu;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.RunState;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The response of a run: outcome, body, headers, timing, comparison, and the card of a failure. FX thread.
public final class ResponseView extends BorderPane implements AutoCloseable {
    private static final PseudoClass OUTDATED = PseudoClass.getPseudoClass("outdated");

    private final ResponseViewModel model;
    private final Subscriptions subscriptions = new Subscriptions();
    private final StatusBadge verdict = new StatusBadge();
    private final Label status = fact("response-status");
    private final Label time = fact("response-time");
    private final Label cpu = fact("response-cpu");
    private final Tooltip cpuTip = new Tooltip();
    private final Label size = fact("response-size");
    private final Button reached = new Button();
    private final Label warmth = fact("response-warmth");
    private final Label number = fact("response-run");
    private final Button newest = new Button("Back to the newest run");
    private final ToggleButton pin = new ToggleButton(null, Icons.PIN.node(14));
    private final ErrorCard card;
    private final Button place = new Button();
    private final EmptyState empty = Panes.emptyState(Icons.SEND.node(28, "muted-icon"), "", "");
    private final BodyPane body;
    private final TableView<HeaderLine> headers = new TableView<>();
    private final Tab headersTab = new Tab("Headers", headers);
    private final TimingPane timing = new TimingPane();
    private final DiffPane diff;
    private final Tab diffTab = new Tab("Diff");
    private final TabPane parts = new TabPane();
    private final BorderPane filled = new BorderPane();
    private final ProgressBar progress = new ProgressBar();
    private final ObservableValue<Boolean> still;
    private final Timeline clock = new Timeline(new KeyFrame(Duration.millis(100), tick -> showElapsed()));

    /// @param model what is shown
    /// @param still whether nothing should move
    public ResponseView(ResponseViewModel model, ObservableValue<Boolean> still) {
        this.model = model;
        this.still = still;
        card = new ErrorCard(model::open);
        body = new BodyPane(model.body());
        diff = new DiffPane(model);
        setId("response");
        getStyleClass().addAll("panel", "response");
        setAccessibleText("Response: none yet");
        setMinWidth(230);
        setMinHeight(112);
        progress.getStyleClass().add("thin-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText("The request is running");
        progress.setFocusTraversable(false);
        clock.setCycleCount(Animation.INDEFINITE);
        VBox head = new VBox(header(), progress);
        // The tabs below would push it together.
        head.setMinHeight(USE_PREF_SIZE);
        setTop(head);
        parts();
        subscriptions.observe(model.runProperty(), this::show);
        subscriptions.observe(model.cardProperty(), shown -> {
            card.show(shown);
            fitCard();
        });
        subscriptions.observe(model.pinnedProperty(), pinned -> showPin());
        subscriptions.observe(model.runState().phaseProperty(), this::phase);
        subscriptions.listen(
                model.pausedAtProperty(),
                at -> phase(model.runState().phaseProperty().get()));
        subscriptions.listen(
                still, now -> phase(model.runState().phaseProperty().get()));
        subscriptions.add(clock::stop);
    }

    private static Label fact(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("fact");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private YieldingRow header() {
        Label word = new Label("RESPONSE");
        word.getStyleClass().add("panel-title");
        word.setMinWidth(Region.USE_PREF_SIZE);
        verdict.setId("response-verdict");
        verdict.setMinWidth(Region.USE_PREF_SIZE);
        status.getStyleClass().add("strong");
        place.setId("response-paused-at");
        place.getStyleClass().addAll("flat", "small", "mono");
        place.setMnemonicParsing(false);
        place.setOnAction(event -> model.openPause());
        newest.setId("response-newest");
        newest.setAccessibleText("Show the newest run again");
        newest.getStyleClass().addAll("flat", "small");
        newest.setOnAction(event -> model.showNewest());
        pin.setId("response-pin");
        pin.setAccessibleText("Pin this run, to compare others with it");
        Panes.tip(pin, "Pin this run, to compare others with it");
        pin.getStyleClass().addAll("icon-button", "flat");
        pin.setOnAction(event -> togglePin());
        reached.setId("response-isolate");
        reached.setOnAction(event -> model.showIsolates());
        Panes.tip(time, "Time on the clock, from delivery to the end");
        cpu.setTooltip(cpuTip);
        YieldingRow header = new YieldingRow("response-title", 10)
                .drop(1, word)
                .stay(verdict)
                .giveWay(10, place)
                .giveWay(8, status)
                .atEnd()
                .giveWay(9, newest)
                .giveWay(6, time)
                .giveWay(7, cpu)
                .giveWay(3, size)
                .giveWay(4, warmth)
                .giveWay(6, reached)
                .giveWay(7, number)
                .giveWay(2, pin);
        header.getStyleClass().add("panel-header");
        return header;
    }

    private void parts() {
        Tab bodyTab = new Tab("Body", body);
        bodyTab.setId("response-body-tab");
        headersTab.setId("response-headers-tab");
        Tab timingTab = new Tab("Timing", timing);
        timingTab.setId("response-timing-tab");
        diffTab.setContent(diff);
        diffTab.setId("response-diff-tab");
        headersTable();
        parts.getTabs().addAll(bodyTab, headersTab, timingTab, diffTab);
        Panes.fillWhenChosen(parts);
        parts.setId("response-parts");
        parts.setAccessibleText("Body, headers, timing and comparison of the response");
        parts.getStyleClass().add("sub-tabs");
        WholeTabs.of(parts);
        parts.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        filled.setCenter(parts);
        filled.setTop(card);
        filled.heightProperty().subscribe(height -> fitCard());
        card.widthProperty().subscribe(width -> fitCard());
        filled.setId("response-filled");
        StackPane stack = new StackPane(empty);
        setCenter(stack);
        filled.visibleProperty().bind(empty.visibleProperty().not());
        // Not before there is a response: its tabs and tables take a part of the time that a start takes.
        filled.visibleProperty().subscribe(shown -> {
            if (shown && !stack.getChildren().contains(filled)) {
                stack.getChildren().addFirst(filled);
            }
        });
    }

    private void fitCard() {
        RunRecord run = model.runProperty().get();
        boolean body = run != null && (run.reply() != null || run.event() != null);
        Panes.show(parts, card.fitInto(filled.getHeight(), body ? ErrorCard.Below.BODY : ErrorCard.Below.TABS));
    }

    private void headersTable() {
        headers.setId("response-headers");
        headers.setAccessibleText("Response headers");
        headers.getStyleClass().addAll("dense", "mono");
        headers.setFixedCellSize(26);
        headers.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        headers.setPlaceholder(new Label("No headers"));
        TableColumn<HeaderLine, String> name = new TableColumn<>("Name");
        name.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().name()));
        name.setPrefWidth(160);
        TableColumn<HeaderLine, String> value = new TableColumn<>("Value");
        value.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().value()));
        headers.getColumns().add(name);
        headers.getColumns().add(value);
    }

    private void phase(RunState.Phase phase) {
        boolean live = phase != RunState.Phase.IDLE;
        boolean moves = live && phase != RunState.Phase.PAUSED;
        progress.setVisible(moves);
        progress.setProgress(!moves ? 0 : still.getValue() ? 1 : ProgressBar.INDETERMINATE_PROGRESS);
        parts.pseudoClassStateChanged(OUTDATED, live);
        card.pseudoClassStateChanged(OUTDATED, live);
        body.setLive(live);
        showPlace(phase == RunState.Phase.PAUSED ? model.pausedAtProperty().get() : null);
        sayNothing(phase);
        if (live) {
            showRunning(phase);
            showElapsed();
            clock.play();
        } else {
            clock.stop();
            show(model.runProperty().get());
        }
    }

    private void showPlace(@Nullable Place at) {
        Panes.show(place, at != null);
        place.setText(at == null ? "" : at.text());
        place.setAccessibleText(at == null ? "" : "Paused at " + at.text() + ": show the line");
    }

    /// What stands where there is no response yet.
    private void sayNothing(RunState.Phase phase) {
        switch (phase) {
            case IDLE -> empty.say("No response yet", "Press Ctrl+Enter to send the request. Nothing runs by itself.");
            case PAUSED ->
                empty.say("No response yet: the code stands still", "F5 goes on, F10 steps, Shift+F5 stops.");
            case DRAINING ->
                empty.say(
                        "The response is complete",
                        "Work given to waitUntil() goes on, and tails hear of it. Shift+F5 stops it.");
            default -> empty.say("No response yet", "It is on its way. Shift+F5 stops the run.");
        }
    }

    private void show(@Nullable RunRecord run) {
        if (model.runState().liveProperty().get()) {
            return;
        }
        empty.setVisible(run == null);
        Panes.show(newest, run != null && !model.isNewest());
        Panes.show(verdict, run != null);
        Panes.show(pin, run != null);
        showReached();
        fitCard();
        headers.getItems().setAll(model.headers());
        headersTab.setText(
                model.headers().isEmpty()
                        ? "Headers"
                        : "Headers " + model.headers().size());
        body.setEmptyWords(model.emptyWords());
        if (run == null) {
            for (Label fact : new Label[] {status, time, cpu, size, warmth, number}) {
                Panes.show(fact, /* visible= */ false);
            }
            setAccessibleText("Response: none yet");
            return;
        }
        verdict.show(run.verdict().word(), run.verdict().tone());
        RunRecord.Reply reply = run.reply();
        status.setText(reply == null ? "" : reply.statusLine());
        Panes.show(time, /* visible= */ true);
        Panes.show(number, /* visible= */ true);
        time.setText(Amounts.millis(run.totalMillis()));
        size.setText(reply == null ? "" : reply.size());
        boolean ran = !run.isolates().isEmpty();
        showCpu(ran ? RunCpu.of(run) : null);
        warmth.setText(ran ? run.cold().name() : "");
        number.setText("#" + run.number());
        for (Label label : new Label[] {status, cpu, size, warmth}) {
            Panes.show(label, !label.getText().isEmpty());
        }
        timing.show(run, model.timing());
        showPin();
        setAccessibleText(
                "Response of run " + run.number() + ": " + run.verdict().word() + " " + status.getText());
    }

    private void showCpu(@Nullable RunCpu used) {
        cpu.setText(used == null ? "" : used.text());
        if (used != null) {
            String whose = used.isShared()
                    ? "CPU time of all isolates: " + used.breakdown()
                    : "CPU time of the event in "
                            + used.shares().getFirst().isolate().label();
            cpuTip.setText(whose);
            cpu.setAccessibleText(used.text() + ": " + used.breakdown());
            cpu.setAccessibleHelp(whose);
        }
    }

    private void showReached() {
        IsolateTag tag = model.reached();
        Panes.show(reached, tag != null);
        if (tag != null) {
            long more = model.othersReached();
            reached.setText(tag.label() + (more == 0 ? "" : " +" + more));
            reached.setAccessibleText("Ran in " + tag.label()
                    + (more == 0 ? "" : " and " + Amounts.count(more, "other dynamic worker"))
                    + ": show the isolates");
            reached.getStyleClass().setAll("button", "chip-button", "hue-" + tag.hue());
        }
    }

    private void showPin() {
        RunRecord pinned = model.pinnedProperty().get();
        pin.setSelected(pinned != null && pinned == model.runProperty().get());
        diffTab.setText(pinned == null ? "Diff" : "Diff to #" + pinned.number());
        diff.refresh();
    }

    /// What is shown belongs to an earlier run, so the facts of that one give way.
    private void showRunning(RunState.Phase phase) {
        Panes.show(verdict, /* visible= */ true);
        verdict.show(phase.word().toUpperCase(Locale.ROOT), "busy");
        for (Label label : new Label[] {status, time, cpu, size, warmth}) {
            Panes.show(label, /* visible= */ false);
        }
        Panes.show(reached, /* visible= */ false);
        Panes.show(pin, /* visible= */ false);
        Panes.show(number, /* visible= */ true);
        number.setText("#" + model.runState().number());
        Place at = model.pausedAtProperty().get();
        setAccessibleText("Response: run " + model.runState().number()
                + (at == null ? " is not over" : " stands still at " + at.text()));
    }

    private void showElapsed() {
        long elapsed = model.runState().elapsedMillis();
        if (elapsed >= 200) {
            time.setText(Amounts.millis((double) elapsed));
            Panes.show(time, /* visible= */ true);
        }
        long bytes = model.live().bytesProperty().get();
        if (bytes > 0) {
            size.setText(Amounts.bytes(bytes));
            Panes.show(size, /* visible= */ true);
        }
        String line = model.live().statusProperty().get();
        if (!line.isEmpty()) {
            status.setText(line);
            Panes.show(status, /* visible= */ true);
            empty.setVisible(false);
        }
    }

    /// Pins the run that is shown, or lets go of it.
    public void togglePin() {
        model.togglePin();
        showPin();
    }

    /// Gives the focus to the response.
    public void focusBody() {
        if (empty.isVisible()) {
            requestFocus();
        } else if (!parts.isVisible()) {
            card.focus();
        } else if (!body.focus()) {
            parts.requestFocus();
        }
    }

    /// Shows how the run differs from the pinned one.
    public void focusDiff() {
        parts.getSelectionModel().select(diffTab);
        parts.requestFocus();
    }

    /// Asks for a file and writes the body into it.
    public void saveBody() {
        body.save();
    }

    @Override
    public void close() {
        subscriptions.close();
        body.close();
    }
}
