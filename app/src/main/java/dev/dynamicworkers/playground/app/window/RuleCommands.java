package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.command.CommandRegistry;
import dev.dynamicworkers.playground.app.panel.inspector.GrantRow;
import dev.dynamicworkers.playground.app.panel.inspector.InspectorViewModel;
import dev.dynamicworkers.playground.app.session.NewBinding;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import dev.dynamicworkers.playground.core.project.Grant;
import dev.dynamicworkers.playground.core.project.network.NetworkMode;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

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
        PanelCommands.add(commands, window, session, panels);
        ColumnCommands.add(commands, window, session, panels);
        RuleCommands rules = new RuleCommands(panels.inspectorModel, session);
        commands.add(
                "add-grant", "Grants: Add grant\u2026", () -> window.sheets().showAddGrant(null), "Shortcut+Alt+A");
        for (NewBinding.Kind kind : NewBinding.Kind.values()) {
            String word = kind.name().toLowerCase(Locale.ROOT);
            String shown = kind.name().length() == 2 ? kind.name() : kind == NewBinding.Kind.RPC ? "RPC" : word;
            commands.add(
                    "add-grant-" + word,
                    "Grants: Add " + shown + "\u2026",
                    () -> window.sheets().showAddGrant(kind));
        }
        commands.add(
                "show-grants", "Grants: Show and set", () -> rules.show(window, Wish.Page.GRANTS), "Shortcut+Alt+G");
        commands.add("copy-grants", "Grants: Copy as code", rules::copyGrants);
        for (int number = 1; number <= GRANT_KEYS; number++) {
            int index = number - 1;
            commands.add(
                    "toggle-grant-" + number,
                    "Grants: Turn grant " + number + " on or off",
                    () -> rules.toggleGrant(index),
                    "Shortcut+Alt+" + number);
        }
        commands.add("toggle-network", "Network: Block, or unblock", rules::toggleNetwork, "Shortcut+Alt+0");
        for (NetworkMode mode : List.of(NetworkMode.BLOCKED, NetworkMode.ASK, NetworkMode.RULES)) {
            commands.add("network-" + mode.word(), "Network: " + words(mode), () -> rules.set(mode));
        }
        commands.add(
                "show-network-rules",
                "Network: Rules, and test an address",
                () -> rules.show(window, Wish.Page.NETWORK));
        commands.add("answer-host", "Network: Answer in the place of a host\u2026", () -> {
            rules.show(window, Wish.Page.NETWORK);
            panels.inspectorModel.network().proposeAnswer();
        });
        commands.add("clear-network", "Network: Clear the list", session::clearNetwork);
        commands.add("clear-calls", "Calls: Clear the list", session::clearCalls);
        commands.add("show-limits", "Limits: Show and set", () -> rules.show(window, Wish.Page.LIMITS));
        commands.add("measure-limits", "Limits: Measure by 20 runs", () -> {
            rules.show(window, Wish.Page.LIMITS);
            panels.inspectorModel.toggleMeasure();
        });
        rules.preset(commands, "strict", "Strict", "10", "5");
        rules.preset(commands, "free", "As Workers Free", "10", "50");
        rules.preset(commands, "paid", "As Workers Paid", "30000", "10000");
        rules.preset(commands, "none", "As the code says", "", "");
        commands.add("what-is-granted", "Help: What is granted now?", () -> rules.show(window, Wish.Page.GRANTS));
        commands.add("show-worker-code", "Isolates: Show the code that runs", () -> rules.show(window, Wish.Page.CODE));
        commands.add(
                "write-into-code",
                "Grants: Write the rules into code\u2026",
                () -> window.sheets().showPatch(panels.inspectorModel.patch()));
        commands.add("deny-all", "Grants: Deny all", rules::denyAll);
    }

    private static String words(NetworkMode mode) {
        return switch (mode) {
            case BLOCKED -> "Block";
            case ASK -> "Ask for each request";
            case RULES -> "Only what rules let through";
            case OPEN -> "Open to all";
        };
    }

    private void set(NetworkMode mode) {
        inspector.network().setMode(mode);
        session.notices().tell("Network: " + mode.word() + ".");
    }

    private void show(MainWindow window, Wish.Page page) {
        session.wish(new Wish.Inspect(page, ""));
        window.open(Panel.INSPECTOR);
    }

    private void preset(CommandRegistry commands, String id, String title, String cpuMillis, String count) {
        commands.add("limits-" + id, "Limits: " + title, () -> {
            inspector.rules().setLimit("cpuMs", cpuMillis);
            inspector.rules().setLimit("subRequests", count);
            session.notices().tell("Limits of " + inspector.workerWords() + ": " + title + ", from the next run on.");
        });
    }

    private void toggleGrant(int index) {
        if (index >= inspector.grants().size()) {
            session.notices().tell("There are only " + inspector.grants().size() + " grants in the Inspector.");
            return;
        }
        GrantRow row = inspector.grants().get(index);
        boolean on = row.mode() == Grant.Mode.OFF;
        if (on) {
            inspector.rules().clearGrant(row.name());
        } else {
            inspector.rules().setGrant(row.name(), Grant.Mode.OFF);
        }
        session.notices().tell(row.name() + " is " + (on ? "on, as the code gives it." : "off."));
    }

    private void toggleNetwork() {
        boolean blocked = inspector.network().mode() == NetworkMode.BLOCKED;
        if (!blocked) {
            before = inspector.network().mode();
        }
        NetworkMode wanted = blocked ? before : NetworkMode.BLOCKED;
        inspector.network().setMode(wanted);
        session.notices().tell("Network: " + wanted.word() + ".");
    }

    private void denyAll() {
        inspector
                .rules()
                .denyAll(inspector.grants().stream().map(GrantRow::name).toList());
        session.notices().tell("All grants that the Inspector shows are off.");
    }

    private void copyGrants() {
        ClipboardContent content = new ClipboardContent();
        content.putString(inspector.grantsAsCode());
        Clipboard.getSystemClipboard().setContent(content);
        session.notices().tell("The grants are on the clipboard as code of a parent. It has no values in it.");
    }
}
