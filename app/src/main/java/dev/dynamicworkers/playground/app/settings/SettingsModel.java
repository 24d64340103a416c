package dev.dynamicworkers.playground.app.settings;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/// The settings as they are in this moment, for all who show them or act by them. One per application; FX thread.
public final class SettingsModel {
    private final ReadOnlyObjectWrapper<Settings> settings;

    public SettingsModel(Settings start) {
        settings = new ReadOnlyObjectWrapper<>(start);
    }

    /// All of them.
    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /// All of them, of this moment.
    public Settings get() {
        return settings.get();
    }

    /// Takes other settings.
    public void set(Settings changed) {
        settings.set(changed);
    }

    /// Changes one setting.
    public void set(Setting setting, Object value) {
        settings.set(get().with(setting, value));
    }

    /// Gives a setting its preset back.
    public void reset(Setting setting) {
        set(setting, setting.kind().presetValue());
    }

    /// Turns a toggle.
    public void toggle(Setting setting) {
        set(setting, !get().isOn(setting));
    }

    /// The value of one setting.
    public ObservableValue<Object> value(Setting setting) {
        return settings.map(all -> all.get(setting));
    }

    /// Calls back with the value of this moment and each later one.
    ///
    /// @return ends it
    public Runnable observe(Setting setting, Consumer<Object> action) {
        ChangeListener<Settings> listener = (source, before, after) -> {
            if (!before.get(setting).equals(after.get(setting))) {
                action.accept(after.get(setting));
            }
        };
        settings.addListener(listener);
        action.accept(get().get(setting));
        return () -> settings.removeListener(listener);
    }
}
