package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.panel.isolates.IsolatesView;
import dev.dynamicworkers.playground.app.settings.layout.Panel;
import dev.dynamicworkers.playground.app.theme.Icons;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.scene.Node;

/// The panels that can be moved, each with what the window has to know of it. A new one is a line here and one in
/// {@link Panel}. FX thread.
final class PanelParts implements AutoCloseable {
    private final Map<Panel, PanelPart> parts = new EnumMap<>(Panel.class);
    private final Subscriptions subscriptions = new Subscriptions();

    PanelParts(Panels panels) {
        add(Panel.FILES, Icons.FILES, () -> panels.files, panels.files::focusTree);
        add(
                Panel.SEARCH,
                Icons.SEARCH,
                panels.search::get,
                () -> panels.search.get().focusField(""));
        add(
                Panel.REQUESTS,
                Icons.SEND,
                panels.requests::get,
                () -> panels.requests.get().focusList());
        add(Panel.REQUEST, Icons.SEND, () -> panels.request, panels.request::focusUrl);
        add(Panel.RESPONSE, Icons.DATA, () -> panels.response, panels.response::focusBody);
        add(
                Panel.CONSOLE,
                Icons.CONSOLE,
                panels.console::get,
                () -> panels.console.get().focusLines());
        add(
                Panel.DEBUG,
                Icons.DEBUG,
                panels.debug::get,
                () -> panels.debug.get().focusStack());
        add(
                Panel.PROBLEMS,
                Icons.ERROR,
                panels.problems::get,
                () -> panels.problems.get().focusList());
        parts.put(
                Panel.ISOLATES,
                new PanelPart(
                        Panel.ISOLATES,
                        Icons.ISOLATES,
                        panels.isolates::get,
                        () -> panels.isolates.get().focusTable(),
                        seen -> watchIsolates(panels, seen)));
        add(
                Panel.NETWORK,
                Icons.NETWORK,
                panels.network::get,
                () -> panels.network.get().focusTable());
        add(
                Panel.CALLS,
                Icons.CALLS,
                panels.calls::get,
                () -> panels.calls.get().focusTable());
        add(
                Panel.TIMELINE,
                Icons.TIMELINE,
                panels.timeline::get,
                () -> panels.timeline.get().focusChart());
        add(
                Panel.PROFILE,
                Icons.PROFILE,
                panels.profile::get,
                () -> panels.profile.get().focusTable());
        add(Panel.RUNS, Icons.HISTORY, panels.runs::get, () -> panels.runs.get().focusTable());
        add(
                Panel.INSPECTOR,
                Icons.INSPECTOR,
                panels.inspector::get,
                () -> panels.inspector.get().focusPage());
        count(Panel.CONSOLE, () -> panels.consoleModel.totalProperty().get(), panels.consoleModel.totalProperty());
        count(Panel.DEBUG, () -> panels.debugModel.breakpoints().size(), panels.debugModel.breakpoints());
        count(Panel.PROBLEMS, () -> panels.problemsModel.problems().size(), panels.problemsModel.problems());
        count(
                Panel.ISOLATES,
                () -> (int) panels.isolatesModel.snapshotsProperty().get().stream()
                        .filter(snapshot -> snapshot.endReason() == null)
                        .count(),
                panels.isolatesModel.snapshotsProperty());
        count(Panel.NETWORK, () -> panels.networkModel.entries().size(), panels.networkModel.entries());
        count(Panel.CALLS, () -> panels.callsModel.calls().size(), panels.callsModel.calls());
        count(Panel.RUNS, () -> panels.runsModel.runs().size(), panels.runsModel.runs());
    }

    private void add(Panel panel, Icons icon, Supplier<? extends Node> view, Runnable focus) {
        parts.put(panel, new PanelPart(panel, icon, view, focus, seen -> {}));
    }

    private void count(Panel panel, IntSupplier number, Observable... changes) {
        PanelPart part = get(panel);
        Runnable show = () -> part.count(number.getAsInt());
        subscriptions.onChange(show, changes);
        show.run();
    }

    private static void watchIsolates(Panels panels, boolean seen) {
        IsolatesView isolates = panels.isolates.present();
        if (isolates != null) {
            isolates.setShowing(seen);
        }
    }

    PanelPart get(Panel panel) {
        return Objects.requireNonNull(parts.get(panel), panel.title());
    }

    @Override
    public void close() {
        get(Panel.ISOLATES).watched(/* seen= */ false);
        subscriptions.close();
    }
}
