package dev.dynamicworkers.playground.app.panel.settings;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.SettingsModel;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;

/// A setting that is a name: chosen from what there is, or typed. FX thread.
final class NameBox extends ComboBox<String> {
    private final Setting setting;
    private final SettingsModel settings;

    /// @param names gives what there is, later
    NameBox(
            Setting setting,
            SettingsModel settings,
            Subscriptions subscriptions,
            Consumer<Consumer<List<String>>> names) {
        this.setting = setting;
        this.settings = settings;
        setEditable(true);
        getEditor().setId("setting-" + setting.key() + "-field");
        getEditor().setAccessibleText(setting.title());
        subscriptions.add(settings.observe(setting, value -> setValue((String) value)));
        names.accept(found -> getItems().setAll(found));
        setOnAction(event -> take());
        subscriptions.listen(getEditor().focusedProperty(), focused -> {
            if (!focused) {
                take();
            }
        });
    }

    /// What is no name gives way to what was.
    private void take() {
        String typed = getEditor().getText().strip();
        if (setting.kind().fit(typed).equals(typed)) {
            settings.set(setting, typed);
        } else {
            getEditor().setText(settings.get().word(setting));
        }
    }
}
