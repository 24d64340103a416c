package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.command.Command;
import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.command.KeyBindings;
import dev.dynamicworkers.playground.app.command.KeySequence;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.theme.Theme;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/// The menus, made of commands. FX thread.
final class MenuBarView extends MenuBar implements AutoCloseable {
    private static final String SEPARATOR = "-";
    private static final double WITH_MENUS = 640;

    private final CommandRegistry commands;
    private final KeyBindings keys;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Menu folded = new Menu("Menu");

    MenuBarView(CommandRegistry commands, WindowActions actions) {
        this.commands = commands;
        keys = actions.keys();
        setId("menu-bar");
        setAccessibleText("Menus");
        folded.setId("menu-folded");
        Menu file = menu(
                "_File",
                "new-file",
                "new-folder",
                SEPARATOR,
                "new-simple",
                "paste-alone",
                "generate-parent",
                "open-folder",
                "open-sample");
        Menu recent = new Menu("Open recent");
        for (WindowActions.Sample project : actions.recentProjects()) {
            MenuItem item = new MenuItem(project.name());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> project.open().run());
            recent.getItems().add(item);
        }
        if (!recent.getItems().isEmpty()) {
            file.getItems().add(recent);
        }
        add(
                file,
                SEPARATOR,
                "save",
                "save-all",
                "close-tab",
                "reopen-tab",
                SEPARATOR,
                "import",
                "import-folder",
                "import-repository",
                "export",
                SEPARATOR,
                "settings",
                "keyboard",
                SEPARATOR,
                "quit");
        Menu view = menu(
                "_View",
                "palette",
                "go-to-file",
                "go-to-line",
                "go-to-symbol",
                SEPARATOR,
                "focus-parent",
                "focus-dynamic",
                "show-parent",
                "show-files",
                "show-search",
                "show-requests",
                "show-console",
                "show-debug",
                "show-problems",
                "show-isolates",
                "show-network",
                "show-calls",
                "show-timeline",
                "show-profile",
                "show-runs",
                SEPARATOR,
                "toggle-side-bar",
                "toggle-inspector",
                "toggle-tools",
                "toggle-exchange",
                SEPARATOR);
        Menu move = menu(
                "Move panel",
                "move-panel-left",
                "move-panel-right",
                "move-panel-bottom",
                "move-panel-middle",
                "move-panel-window",
                "move-panel-home",
                SEPARATOR,
                "move-panel-earlier",
                "move-panel-later");
        move.setId("menu-move");
        view.getItems().add(move);
        add(
                view,
                "layout-learn",
                "layout-code",
                "layout-compose",
                "reset-layout",
                SEPARATOR,
                "toggle-wrap",
                "full-screen",
                "zoom-in",
                "zoom-out",
                "zoom-reset",
                SEPARATOR);
        view.getItems().add(themes(actions));
        getMenus()
                .addAll(
                        file,
                        menu(
                                "_Edit",
                                "edit-undo",
                                "edit-redo",
                                SEPARATOR,
                                "edit-find",
                                "edit-replace",
                                "edit-find-next",
                                "edit-find-previous",
                                "show-search",
                                SEPARATOR,
                                "edit-format",
                                "edit-complete",
                                "edit-rename",
                                "edit-definition",
                                "edit-references",
                                "edit-toggle-comment",
                                "edit-move-line-up",
                                "edit-move-line-down",
                                "edit-delete-line",
                                "edit-select-next-match",
                                "edit-select-all-matches",
                                SEPARATOR,
                                "edit-fold-all",
                                "edit-unfold-all",
                                "strip-types",
                                SEPARATOR,
                                "edit-quick-fix",
                                "edit-next-problem",
                                "edit-previous-problem"),
                        view,
                        menu(
                                "_Run",
                                "run",
                                "run-fresh",
                                "run-times",
                                "profile-request",
                                "stop",
                                "stop-all",
                                SEPARATOR,
                                "edit-breakpoint",
                                "edit-breakpoint-condition",
                                "edit-logpoint",
                                "debug-clear",
                                "debug-continue",
                                "debug-over",
                                "debug-in",
                                "debug-out",
                                SEPARATOR,
                                "toggle-auto-run",
                                "toggle-run-mode",
                                SEPARATOR,
                                "clear-console"),
                        menu(
                                "_Isolate",
                                "show-isolates",
                                "show-worker-code",
                                "compare-isolates",
                                "copy-isolate-id",
                                SEPARATOR,
                                "reload-isolate",
                                "evict-isolate",
                                "evict-all",
                                "kill-isolate"),
                        menu(
                                "_Help",
                                "tour",
                                "guide",
                                "palette",
                                "keyboard",
                                "access",
                                SEPARATOR,
                                "explain-error",
                                "what-is-granted",
                                SEPARATOR,
                                "notices",
                                "tasks",
                                "engine-details",
                                "open-data",
                                "diagnostics",
                                "open-logs",
                                "screen-readers",
                                "check-for-update",
                                "about"));
    }

    private Menu menu(String title, String... ids) {
        Menu menu = new Menu(title);
        add(menu, ids);
        return menu;
    }

    private void add(Menu menu, String... ids) {
        for (String id : List.of(ids)) {
            menu.getItems().add(id.equals(SEPARATOR) ? new SeparatorMenuItem() : item(commands.get(id)));
        }
    }

    /// Chords can't be shown beside an item; the palette and the settings show them.
    private static void showKeys(MenuItem item, Command command, KeyBindings keys) {
        List<KeySequence> sequences = keys.keys(command);
        boolean shown = !sequences.isEmpty() && !sequences.getFirst().isChord();
        item.setAccelerator(shown ? sequences.getFirst().first() : null);
    }

    private MenuItem item(Command command) {
        MenuItem item = new MenuItem(command.shortTitle());
        item.setId("menu-" + command.id());
        item.setMnemonicParsing(false);
        showKeys(item, command, keys);
        subscriptions.listen(keys.versionProperty(), version -> showKeys(item, command, keys));
        item.setDisable(!command.enabled().get());
        command.enabled().subscribe(() -> item.setDisable(!command.enabled().get()));
        item.setOnAction(event -> command.run());
        return item;
    }

    private Menu themes(WindowActions actions) {
        Menu menu = new Menu("Theme");
        menu.setId("menu-theme");
        ToggleGroup group = new ToggleGroup();
        for (Theme theme : Theme.values()) {
            RadioMenuItem item = new RadioMenuItem(theme.title());
            item.setToggleGroup(group);
            subscriptions.add(
                    actions.settings().observe(Setting.THEME, chosen -> item.setSelected(chosen.equals(theme.word()))));
            item.setOnAction(event -> actions.settings().set(Setting.THEME, theme.word()));
            menu.getItems().add(item);
        }
        return menu;
    }

    /// Makes one menu of all where there is no room for them.
    ///
    /// @param width of the bar that they are in
    void fit(double width) {
        boolean isNarrow = width > 0 && width < WITH_MENUS;
        if (isNarrow && !getMenus().contains(folded)) {
            List<Menu> all = List.copyOf(getMenus());
            // A menu is in one place only.
            getMenus().clear();
            folded.getItems().setAll(all);
            getMenus().setAll(folded);
        } else if (!isNarrow && getMenus().contains(folded)) {
            List<Menu> all = folded.getItems().stream().map(Menu.class::cast).toList();
            getMenus().clear();
            folded.getItems().clear();
            getMenus().setAll(all);
        }
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
