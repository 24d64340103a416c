package dev.dynamicworkers.playground.app.panel.settings;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.SettingsModel;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/// A setting that is one of several words, as a box that shows and sets it. FX thread.
public final class ChoiceBox extends ComboBox<Setting.Kind.Option> {
    /// @param choice the kind of the setting
    /// @param subscriptions that hold what the box listens to
    public ChoiceBox(Setting setting, Setting.Kind.Choice choice, SettingsModel settings, Subscriptions subscriptions) {
        getItems().setAll(choice.options());
        setConverter(new OptionText());
        subscriptions.add(settings.observe(
                setting,
                value -> choice.options().stream()
                        .filter(option -> option.word().equals(value))
                        .findFirst()
                        .ifPresent(this::setValue)));
        setOnAction(event -> settings.set(setting, getValue().word()));
    }

    private static final class OptionText extends StringConverter<Setting.Kind.Option> {
        @Override
        public String toString(Setting.Kind.Option option) {
            return option == null ? "" : option.title();
        }

        @Override
        public Setting.Kind.Option fromString(String text) {
            throw new UnsupportedOperationException("the box is not edited");
        }
    }
}
