package dev.dynamicworkers.playground.app.panel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.command.KeyBindings;
import dev.dynamicworkers.playground.app.command.KeySequence;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.Settings;
import dev.dynamicworkers.playground.app.settings.SettingsModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class SettingsViewModelTest {
    private final SettingsModel settings = new SettingsModel(Settings.DEFAULT);
    private final CommandRegistry commands = new CommandRegistry();
    private final SettingsViewModel model = new SettingsViewModel(settings, commands, new KeyBindings(), then -> {});

    @Test
    void theFilterLooksThroughAllPages() {
        assertThat(model.rows(Setting.Page.APPEARANCE)).contains(Setting.THEME).doesNotContain(Setting.AUTOSAVE);
        assertThat(model.deeds(Setting.Page.PRIVACY)).hasSize(3);
        assertThat(model.deeds(Setting.Page.EDITOR)).isEmpty();
        model.filterProperty().set("DELETE");
        assertThat(model.deeds(Setting.Page.EDITOR)).hasSize(1);
        model.filterProperty().set("ZOOM");
        assertThat(model.rows(Setting.Page.GENERAL)).contains(Setting.ZOOM);
    }

    @Test
    void theJsonIsReadBackOrSaysWhatIsWrong() {
        settings.set(Setting.THEME, "nord");
        model.takeJson(model.json().replace("\"nord\"", "\"dracula\"").replace("\"zoom\" : 100", "\"zoom\" : 150"));
        assertThat(settings.get().word(Setting.THEME)).isEqualTo("dracula");
        assertThat(settings.get().amount(Setting.ZOOM)).isEqualTo(150);
        model.takeJson("{ \"theme\": \"pink\" }");
        assertThat(model.jsonProblemProperty().get()).startsWith("theme can't be \"pink\"; it is one of system, light");
        model.takeJson("{ \"zoom\": 7 }");
        assertThat(model.jsonProblemProperty().get()).endsWith("it is a whole number from 80 to 250.");
        model.takeJson("{ \"nope\": 7 }");
        assertThat(model.jsonProblemProperty().get()).isEqualTo("There is no setting nope.");
        model.takeJson("{ \"zoom\": ");
        assertThat(model.jsonProblemProperty().get()).startsWith("Not JSON, line 1");
        assertThat(settings.get().amount(Setting.ZOOM)).isEqualTo(150);
        settings.reset(Setting.ZOOM);
        assertThat(settings.get().values()).containsOnlyKeys(Setting.THEME);
    }

    @Test
    void tabsMotionAndAnnouncementsAreChosen() {
        model.takeJson("{ \"tabSize\": 4, \"reduceMotion\": \"on\", \"announcements\": \"brief\" }");
        assertThat(model.jsonProblemProperty().get()).isEmpty();
        assertThat(settings.get().amount(Setting.TAB_SIZE)).isEqualTo(4);
        assertThat(settings.get().word(Setting.ANNOUNCEMENTS)).isEqualTo("brief");
        assertThat(settings.get().isStill(/* systemAsks= */ false)).isTrue();
        settings.set(Setting.REDUCE_MOTION, "off");
        assertThat(settings.get().isStill(/* systemAsks= */ true)).isFalse();
        settings.reset(Setting.REDUCE_MOTION);
        assertThat(settings.get().isStill(/* systemAsks= */ true)).isTrue();
        assertThat(settings.get().isStill(/* systemAsks= */ false)).isFalse();
        model.takeJson("{ \"tabSize\": 9 }");
        assertThat(model.jsonProblemProperty().get()).endsWith("it is a whole number from 1 to 8.");
        assertThat(settings.get().amount(Setting.TAB_SIZE)).isEqualTo(4);
    }

    @Test
    void theGuideNamesAllSettings() throws IOException {
        String guide = Files.readString(Path.of("../docs/guide/settings.md"));
        for (Setting setting : Setting.values()) {
            assertThat(guide).contains("| `" + setting.key() + "` | " + setting.title() + " |");
        }
    }

    @Test
    void keysOfAnotherCommandAreNotTakenSilently() {
        var save = commands.add("save", "File: Save", () -> {}, "Shortcut+S");
        var other = commands.add("other", "File: Other", () -> {});
        KeySequence keys = save.keys().getFirst();
        assertThat(model.rebind(other, keys)).containsExactly("File: Save");
        assertThat(model.keyText(other)).isEmpty();
        model.takeOver(other, keys);
        assertThat(model.keyText(other)).isEqualTo("Ctrl+S");
        assertThat(model.keyText(save)).isEmpty();
    }
}
