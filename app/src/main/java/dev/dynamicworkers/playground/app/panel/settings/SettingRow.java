package dev.dynamicworkers.playground.app.panel.settings;

import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.SettingsModel;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One setting with its control and a way back to its preset. FX thread.
final class SettingRow extends HBox {
    /// @param names gives proposals for what is a name, later
    SettingRow(
            Setting setting,
            SettingsModel settings,
            Subscriptions subscriptions,
            Consumer<Consumer<List<String>>> names) {
        getStyleClass().add("setting-row");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label(setting.title());
        title.getStyleClass().add("setting-title");
        title.setWrapText(true);
        VBox words = new VBox(title);
        if (!setting.explanation().isEmpty()) {
            Label explanation = new Label(setting.explanation());
            explanation.getStyleClass().add("muted");
            explanation.setWrapText(true);
            explanation.setMinHeight(Region.USE_PREF_SIZE);
            words.getChildren().add(explanation);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        Control control = control(setting, settings, subscriptions, names);
        control.setId("setting-" + setting.key());
        control.setAccessibleText(setting.title());
        control.setAccessibleHelp(setting.explanation());
        control.setMinWidth(Region.USE_PREF_SIZE);
        Button reset = Panes.iconButton(
                "reset-" + setting.key(),
                Icons.UNDO.node(14),
                "Reset " + setting.title(),
                () -> settings.reset(setting));
        // The style of a button says how narrow it can be; in a row of long words it would be, and the control askew.
        HBox tail = new HBox(reset);
        tail.setAlignment(Pos.CENTER);
        tail.setMinWidth(Region.USE_PREF_SIZE);
        subscriptions.add(settings.observe(
                setting, value -> reset.setVisible(!value.equals(setting.kind().presetValue()))));
        getChildren().addAll(words, control, tail);
    }

    private static Control control(
            Setting setting,
            SettingsModel settings,
            Subscriptions subscriptions,
            Consumer<Consumer<List<String>>> names) {
        return switch (setting.kind()) {
            case Setting.Kind.Toggle toggle -> {
                CheckBox box = new CheckBox();
                subscriptions.add(settings.observe(setting, value -> box.setSelected((Boolean) value)));
                box.setOnAction(event -> settings.set(setting, box.isSelected()));
                yield box;
            }
            case Setting.Kind.Amount amount -> {
                int step = setting == Setting.ZOOM ? 10 : 1;
                Spinner<Integer> spinner = new Spinner<>(amount.least(), amount.most(), amount.preset(), step);
                spinner.setEditable(true);
                spinner.setPrefWidth(110);
                spinner.getEditor().setAccessibleText(setting.title() + ", " + amount.unit());
                spinner.getEditor().setId("setting-" + setting.key() + "-field");
                subscriptions.add(settings.observe(
                        setting, value -> spinner.getValueFactory().setValue((Integer) value)));
                subscriptions.listen(spinner.valueProperty(), value -> {
                    if (value != null) {
                        settings.set(setting, value);
                    }
                });
                yield spinner;
            }
            case Setting.Kind.Text text -> {
                NameBox box = new NameBox(setting, settings, subscriptions, names);
                box.setPrefWidth(220);
                yield box;
            }
            case Setting.Kind.Choice choice -> {
                ChoiceBox box = new ChoiceBox(setting, choice, settings, subscriptions);
                box.setPrefWidth(180);
                yield box;
            }
        };
    }
}
