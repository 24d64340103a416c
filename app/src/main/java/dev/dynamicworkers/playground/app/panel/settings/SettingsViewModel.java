package dev.dynamicworkers.playground.app.panel.settings;

import dev.dynamicworkers.playground.app.command.Command;
import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.command.KeyBindings;
import dev.dynamicworkers.playground.app.command.KeySequence;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.SettingsJson;
import dev.dynamicworkers.playground.app.settings.SettingsModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What can be set, filtered by what the person types, and the keys of all commands. FX thread.
public final class SettingsViewModel {
    private final SettingsModel settings;
    private final CommandRegistry commands;
    private final KeyBindings keys;
    private final Consumer<Consumer<List<String>>> fonts;
    private final List<Deed> deeds;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper jsonProblem = new ReadOnlyStringWrapper("");

    /// What a page lets the person do.
    ///
    /// @param command id of the command that does it
    /// @param button what its button says; a deed that can't be undone ends in an ellipsis and wants a second press
    /// @param done what the button says after it; empty for no change
    record Deed(Setting.Page page, String command, String title, String explanation, String button, String done) {}

    /// @param commands whose keys can be changed
    /// @param fonts gives the fonts for code that there are, later
    public SettingsViewModel(
            SettingsModel settings,
            CommandRegistry commands,
            KeyBindings keys,
            Consumer<Consumer<List<String>>> fonts) {
        this.fonts = fonts;
        deeds = List.of(
                new Deed(
                        Setting.Page.PRIVACY,
                        "delete-data",
                        "Delete what is kept",
                        "Runs, sessions, deleted files and logs of all projects. The projects themselves stay as they"
                                + " are.",
                        "Delete\u2026",
                        "Deleted"),
                new Deed(
                        Setting.Page.PRIVACY,
                        "open-logs",
                        "Log of faults",
                        "Shows the folder in the file manager.",
                        "Open folder",
                        ""),
                new Deed(
                        Setting.Page.PRIVACY,
                        "open-data",
                        "Where it is kept",
                        "Copies the path of the folder with logs, runs and samples.",
                        "Copy path",
                        "Copied"),
                new Deed(
                        Setting.Page.NETWORK,
                        "show-network-rules",
                        "Network of this project",
                        "Its mode and its rules are in the Inspector.",
                        "Show rules",
                        ""));
        this.settings = settings;
        this.commands = commands;
        this.keys = keys;
    }

    /// What the person looks for.
    public StringProperty filterProperty() {
        return filter;
    }

    /// The settings as they are.
    public SettingsModel settings() {
        return settings;
    }

    /// Asks for the fonts for code that there are; they come later.
    void fonts(Consumer<List<String>> then) {
        fonts.accept(then);
    }

    /// The keys as they are.
    public KeyBindings keys() {
        return keys;
    }

    /// Settings of a page; all that match the filter while there is one.
    public List<Setting> rows(Setting.Page page) {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        List<Setting> rows = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            String text = (setting.title() + " " + setting.explanation() + " " + setting.key() + " "
                            + setting.page().title())
                    .toLowerCase(Locale.ROOT);
            if (wanted.isEmpty() ? setting.page() == page : text.contains(wanted)) {
                rows.add(setting);
            }
        }
        return rows;
    }

    /// What a page lets the person do; all that match the filter while there is one.
    List<Deed> deeds(Setting.Page page) {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        return deeds.stream()
                .filter(deed -> wanted.isEmpty()
                        ? deed.page() == page
                        : (deed.title() + " " + deed.explanation() + " "
                                        + deed.page().title())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted))
                .toList();
    }

    void perform(Deed deed) {
        commands.get(deed.command()).run();
    }

    /// Commands that match the filter, by title or by keys.
    public List<Command> commands() {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        return commands.all().stream()
                .filter(command -> !command.isHidden())
                .filter(command -> wanted.isEmpty()
                        || command.title().toLowerCase(Locale.ROOT).contains(wanted)
                        || keyText(command).toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.comparing(Command::title))
                .toList();
    }

    /// All keys of a command, apart by commas.
    public String keyText(Command command) {
        return String.join(
                ", ", keys.keys(command).stream().map(KeySequence::text).toList());
    }

    /// Gives a command one key sequence.
    ///
    /// @return titles of commands that have it already; nothing is changed unless there are none
    public List<String> rebind(Command command, KeySequence sequence) {
        List<String> taken = keys.conflicts(commands, command, sequence).stream()
                .map(Command::title)
                .toList();
        if (taken.isEmpty()) {
            keys.set(command, List.of(sequence));
        }
        return taken;
    }

    /// Gives a command a key sequence and takes it from all others.
    public void takeOver(Command command, KeySequence sequence) {
        keys.takeOver(commands, command, sequence);
    }

    /// All settings as JSON.
    public String json() {
        return SettingsJson.write(settings.get());
    }

    /// What is wrong with the JSON, in one sentence; empty for nothing.
    public ReadOnlyStringProperty jsonProblemProperty() {
        return jsonProblem.getReadOnlyProperty();
    }

    /// Takes the settings of a JSON text, unless something is wrong with it.
    public void takeJson(String text) {
        try {
            settings.set(SettingsJson.read(text, settings.get()));
            jsonProblem.set("");
        } catch (SettingsJson.InvalidSettings e) {
            jsonProblem.set(e.getMessage());
        }
    }
}
