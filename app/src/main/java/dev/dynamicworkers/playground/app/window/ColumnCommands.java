package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.fx.ColumnSet;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.settings.layout.PanelTable;

/// A command for each column of each table, for those who do not use the mouse. FX thread.
final class ColumnCommands {
    private ColumnCommands() {}

    static void add(CommandRegistry commands, MainWindow window, ProjectSession session, Panels panels) {
        for (PanelTable table : PanelTable.values()) {
            String title = table.panel().title();
            for (String column : table.columns()) {
                commands.add(
                        "column-" + table.key() + "-" + PanelTable.key(column),
                        "Columns: " + title + ", " + column,
                        () -> {
                            window.open(table.panel());
                            ColumnSet set = panels.columns(table);
                            if (!set.toggle(column)) {
                                session.notices()
                                        .tell("The table under " + title + " shows no other column: one always stays.");
                            }
                        });
            }
            commands.add("columns-reset-" + table.key(), "Columns: " + title + ", as at first", () -> {
                window.open(table.panel());
                panels.columns(table).reset();
            });
        }
    }
}
