package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.ColumnSet;
import dev.dynamicworkers.playground.app.settings.SettingsModel;
import dev.dynamicworkers.playground.app.settings.layout.ColumnChoices;
import dev.dynamicworkers.playground.app.settings.layout.PanelTable;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// Keeps in the settings which columns a person chose. Tables listen to it, and not to the settings, which outlive
/// them. FX thread.
final class ColumnMemory implements AutoCloseable {
    private final SettingsModel settings;
    private final ReadOnlyObjectWrapper<ColumnChoices> choices = new ReadOnlyObjectWrapper<>(ColumnChoices.NONE);
    private final Subscription subscription;

    ColumnMemory(SettingsModel settings) {
        this.settings = settings;
        subscription = settings.settingsProperty().subscribe(all -> choices.set(all.columns()));
    }

    /// What was chosen for one table.
    ColumnSet.Memory of(PanelTable table) {
        ObservableValue<Map<String, Boolean>> chosen = choices.map(all -> all.of(table));
        return new ColumnSet.Memory() {
            @Override
            public ObservableValue<Map<String, Boolean>> chosen() {
                return chosen;
            }

            @Override
            public void choose(Map<String, Boolean> columns) {
                settings.set(settings.get().withColumns(settings.get().columns().with(table, columns)));
            }
        };
    }

    @Override
    public void close() {
        subscription.unsubscribe();
    }
}
