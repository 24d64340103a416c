package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.panel.inspector.GrantRow;
import dev.dynamicworkers.playground.app.panel.inspector.InspectorViewModel;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.core.project.Grant;
import dev.dynamicworkers.playground.core.project.network.NetworkMode;

/// Commands that change what dynamic workers may do, each telling what came of it. FX thread.
final class RuleCommands {
    private static final int GRANT_KEYS = 9;

    private final InspectorViewModel inspector;
    private final ProjectSession session;
    private NetworkMode before = NetworkMode.RULES;

    private RuleCommands(InspectorViewModel inspector, ProjectSession session) {
        this.inspector = inspector;
        this.session = session;
    }

    static void add(CommandRegistry commands, MainWindow window, ProjectSession session, Panels panels) {
        RuleCommands rules = new RuleCommands(panels.inspectorModel, session);
        commands.add(
                "add-grant",
                "Grants: Add a rule\u2026",
                () -> {
                    session.wish(new Wish.Inspect(Wish.Page.GRANTS, ""));
                    window.openTool(ToolTabs.Tool.INSPECTOR);
                },
                "Shortcut+Alt+A");
        for (int number = 1; number <= GRANT_KEYS; number++) {
            int index = number - 1;
            commands.add(
                    "toggle-grant-" + number,
                    "Grants: Turn grant " + number + " on or off",
                    () -> rules.toggleGrant(index),
                    "Shortcut+Alt+" + number);
        }
        commands.add("toggle-network", "Network: Block, or unblock", rules::toggleNetwork, "Shortcut+Alt+0");
        commands.add("deny-all", "Grants: Deny all", rules::denyAll);
    }

    private void toggleGrant(int index) {
        if (index >= inspector.grants().size()) {
            session.notices().tell("There are only " + inspector.grants().size() + " grants in the Inspector.");
            return;
        }
        GrantRow row = inspector.grants().get(index);
        boolean on = row.mode() == Grant.Mode.OFF;
        if (on) {
            inspector.clearGrant(row.name());
        } else {
            inspector.setGrant(row.name(), Grant.Mode.OFF);
        }
        session.notices().tell(row.name() + " is " + (on ? "on, as the code gives it." : "off."));
    }

    private void toggleNetwork() {
        boolean blocked = inspector.mode() == NetworkMode.BLOCKED;
        if (!blocked) {
            before = inspector.mode();
        }
        NetworkMode wanted = blocked ? before : NetworkMode.BLOCKED;
        inspector.setMode(wanted);
        session.notices().tell("Network: " + wanted.word() + ".");
    }

    private void denyAll() {
        inspector.grants().forEach(row -> inspector.setGrant(row.name(), Grant.Mode.OFF));
        session.notices().tell("All grants that the Inspector shows are off.");
    }
}
