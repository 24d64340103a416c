package dev.dynamicworkers.playground.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.app.settings.layout.Area;
import dev.dynamicworkers.playground.app.settings.layout.Bounds;
import dev.dynamicworkers.playground.app.settings.layout.ColumnChoices;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import dev.dynamicworkers.playground.app.settings.layout.PanelLayout;
import dev.dynamicworkers.playground.app.settings.layout.PanelTable;
import dev.dynamicworkers.playground.app.settings.layout.Shares;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsStoreTest {
    @TempDir
    Path folder;

    @Test
    void whatIsSavedIsLoaded() throws IOException {
        Path file = folder.resolve("deep/settings.json");
        WindowState window = new WindowState(
                new Bounds(10, 20, 1400, 900),
                /* maximized= */ true,
                PanelLayout.DEFAULT
                        .withShares(new Shares(0.2, 0.5, 0.7, 0.4, 0.6, 0.8))
                        .opened(Area.RIGHT, /* wanted= */ false)
                        .moved(Panel.RUNS, Area.LEFT));
        Settings settings = Settings.DEFAULT
                .with(Setting.THEME, "dark")
                .with(Setting.CODE_FONT_SIZE, 15)
                .withProject("/a")
                .withProject("/b")
                .withProject("/a")
                .withWindow(window)
                .withColumns(ColumnChoices.NONE
                        .with(PanelTable.CALLS, Map.of("Sent", false, "Line", true))
                        .with(PanelTable.RUNS, Map.of("#", false)));
        new SettingsStore(file).save(settings);
        assertThat(new SettingsStore(file).load()).isEqualTo(settings);
        assertThat(settings.recentProjects()).containsExactly("/a", "/b");
    }

    /// A folder where the new text would be written refuses it on every system, for root as well.
    @Test
    void aDiskThatRefusesLeavesTheSettingsThatWereThere() throws IOException {
        var file = folder.resolve("settings.json");
        var store = new SettingsStore(file);
        store.save(store.load().withProject("/first"));
        Files.createDirectory(folder.resolve("settings.json.tmp"));

        assertThatThrownBy(() -> store.save(store.load().withProject("/second")))
                .isInstanceOf(IOException.class);

        assertThat(new SettingsStore(file).load().recentProjects()).containsExactly("/first");
    }

    @Test
    void aBrokenFileGivesTheDefaults() throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, "{ \"theme\": ");
        assertThat(new SettingsStore(file).load()).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void keysOfOthersStayInTheFile() throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(
                file,
                "{ \"later\": { \"a\": 1 }, \"theme\": \"light\", \"columns\": { \"calls\": { \"Took\": 1 },"
                        + " \"next\": { \"A\": true } } }");
        SettingsStore store = new SettingsStore(file);
        store.save(store.load().with(Setting.THEME, "dark"));
        assertThat(Files.readString(file))
                .contains("\"later\"")
                .contains("\"dark\"")
                .contains("\"next\"")
                .doesNotContain("Took");
    }
}
