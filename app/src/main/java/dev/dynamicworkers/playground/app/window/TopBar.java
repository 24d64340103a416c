package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.fx.FxThread;
import dev.dynamicworkers.playground.app.fx.Panes;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/// Menus, the open project, and what runs it. FX thread.
final class TopBar extends HBox implements AutoCloseable {
    private final MenuBarView menus;
    private final RunControls controls;

    TopBar(ProjectSession session, CommandRegistry commands, WindowActions actions) {
        menus = new MenuBarView(commands, actions);
        // The project's name gives way; its tooltip and the title of the window have it as well.
        menus.setMinWidth(USE_PREF_SIZE);
        controls = new RunControls(session.runState(), commands, actions.settings());
        ProjectMenu project = new ProjectMenu(session.folder(), commands, actions);
        project.setMinWidth(40);
        getChildren().addAll(menus, Panes.spacer(), project);
        String reason = actions.safeMode();
        if (!reason.isEmpty()) {
            Button safe = new Button("Safe mode", Icons.SHIELD.node(14));
            safe.setId("safe-badge");
            safe.setAccessibleText(reason);
            safe.getStyleClass().addAll("small", "safe-badge");
            safe.setMinWidth(USE_PREF_SIZE);
            Panes.tip(safe, reason);
            safe.setOnAction(event -> session.notices().tell(reason));
            getChildren().add(safe);
        }
        getChildren().addAll(Panes.spacer(), controls);
        setId("top-bar");
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        widthProperty().subscribe(width -> {
            // Not while the bar is laid out: nodes that come and go then are not laid out themselves.
            FxThread.onNextFrame(() -> menus.fit(getWidth()));
            controls.fit(width.doubleValue());
        });
    }

    @Override
    public void close() {
        menus.close();
        controls.close();
    }
}
