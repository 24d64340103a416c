package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.command.Command;
import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.fx.FxThread;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.panel.settings.ChoiceBox;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.RunState;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.SettingsModel;
import dev.dynamicworkers.playground.app.theme.Icons;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/// Run and the other ways to run, how it runs, and Stop with the time that the run has taken. FX thread.
final class RunControls extends HBox implements AutoCloseable {
    /// A run that is over sooner needs no clock.
    private static final long SHORT_MILLIS = 300;

    private static final double WITH_AUTO = 860;
    private static final double WITH_MODE = 780;
    private static final double WITH_CLOCK = 690;
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    private final RunState state;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Button stop = new Button("Stop", Icons.STOP.node(16));
    private final ChoiceBox mode;
    private final ToggleButton auto = new ToggleButton("Auto");
    private boolean hasClock = true;

    RunControls(RunState state, CommandRegistry commands, SettingsModel settings) {
        this.state = state;
        setId("run-controls");
        getStyleClass().add("run-controls");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        Button run = new Button("Run", Icons.RUN.node(16));
        run.setId("run-button");
        run.getStyleClass().addAll("run-button");
        describe(run, commands.get("run"), "Run: send the current request (Ctrl+Enter)");
        stop.setId("stop-run-button");
        stop.getStyleClass().addAll("stop-run-button");
        describe(stop, commands.get("stop"), "Stop the run (Shift+F5)");
        HBox pair = new HBox(run, more(commands, settings));
        pair.setAlignment(Pos.CENTER_LEFT);
        auto.setId("auto-run");
        auto.setAccessibleText("Run after each edit");
        Panes.tip(auto, "Run after each edit: sends the request a second after the last key");
        auto.getStyleClass().add("small-toggle");
        auto.setMinWidth(USE_PREF_SIZE);
        subscriptions.add(settings.observe(Setting.AUTO_RUN, on -> auto.setSelected((Boolean) on)));
        auto.setOnAction(event -> settings.set(Setting.AUTO_RUN, auto.isSelected()));
        mode = mode(settings);
        getChildren().addAll(pair, mode, auto, stop);
        Timeline clock = new Timeline(new KeyFrame(Duration.millis(100), tick -> tell()));
        clock.setCycleCount(Animation.INDEFINITE);
        // A button that goes grey loses the focus, and the next one would be something else entirely.
        stop.disabledProperty().subscribe(grey -> {
            if (grey && stop.isFocused()) {
                FxThread.onNextFrame(run::requestFocus);
            }
        });
        subscriptions.observe(state.liveProperty(), live -> {
            if (live) {
                clock.play();
            } else {
                clock.stop();
            }
            tell();
        });
        subscriptions.add(clock::stop);
    }

    /// The same as the run button, in other ways.
    private MenuButton more(CommandRegistry commands, SettingsModel settings) {
        MenuButton more = new MenuButton();
        more.setId("run-more");
        more.setAccessibleText("Other ways to run");
        Panes.tip(more, "Other ways to run");
        more.getStyleClass().add("run-more");
        more.setMinWidth(USE_PREF_SIZE);
        CheckMenuItem each = new CheckMenuItem("After each edit");
        each.setId("run-more-auto");
        each.setOnAction(event -> settings.set(Setting.AUTO_RUN, each.isSelected()));
        subscriptions.add(settings.observe(Setting.AUTO_RUN, on -> each.setSelected((Boolean) on)));
        CheckMenuItem cold = new CheckMenuItem("Cold: new isolates for each run");
        cold.setId("run-more-cold");
        cold.setOnAction(event -> settings.set(Setting.RUN_MODE, cold.isSelected() ? "cold" : "warm"));
        subscriptions.add(settings.observe(Setting.RUN_MODE, word -> cold.setSelected(word.equals("cold"))));
        more.getItems()
                .addAll(
                        item(commands.get("run")),
                        item(commands.get("run-fresh")),
                        item(commands.get("run-times")),
                        new SeparatorMenuItem(),
                        cold,
                        each);
        return more;
    }

    private static MenuItem item(Command command) {
        MenuItem item = new MenuItem(command.shortTitle());
        item.setId("run-more-" + command.id());
        item.setMnemonicParsing(false);
        if (!command.keys().isEmpty() && !command.keys().getFirst().isChord()) {
            item.setAccelerator(command.keys().getFirst().first());
        }
        item.setDisable(!command.enabled().get());
        command.enabled().subscribe(() -> item.setDisable(!command.enabled().get()));
        item.setOnAction(event -> command.run());
        return item;
    }

    private ChoiceBox mode(SettingsModel settings) {
        ChoiceBox box =
                new ChoiceBox(Setting.RUN_MODE, (Setting.Kind.Choice) Setting.RUN_MODE.kind(), settings, subscriptions);
        box.setId("run-mode");
        box.setAccessibleText("Warm: runs meet the isolates of earlier runs. Cold: each run gets new isolates.");
        Panes.tip(box, box.getAccessibleText());
        box.getStyleClass().add("small-combo");
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }

    private static void describe(Button button, Command command, String text) {
        button.setAccessibleText(text);
        Panes.tip(button, text);
        button.setFocusTraversable(true);
        button.setDisable(!command.enabled().get());
        command.enabled().subscribe(() -> button.setDisable(!command.enabled().get()));
        button.setOnAction(event -> command.run());
    }

    private void tell() {
        long elapsed = state.liveProperty().get() ? state.elapsedMillis() : 0;
        // The status bar has the time as well.
        stop.setText(
                elapsed < SHORT_MILLIS || !hasClock
                        ? "Stop"
                        : "Stop " + Amounts.millis((double) (elapsed - elapsed % 100)));
    }

    /// Leaves out what the menu beside Run has as well.
    ///
    /// @param width of the bar that they are in
    void fit(double width) {
        Panes.show(auto, width <= 0 || width >= WITH_AUTO);
        Panes.show(mode, width <= 0 || width >= WITH_MODE);
        hasClock = width <= 0 || width >= WITH_CLOCK;
        pseudoClassStateChanged(TIGHT, width > 0 && width < WITH_MODE);
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
