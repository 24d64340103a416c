package dev.dynamicworkers.playground.app.panel.editor;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.EnvNames;
import dev.dynamicworkers.playground.app.session.OpenFile;
import dev.dynamicworkers.playground.app.session.Policy;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.core.project.Grant;
import dev.dynamicworkers.playground.core.project.WorkerGrants;
import dev.dynamicworkers.playground.core.project.network.NetworkMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What the code of the file in front asks of `env`, and what the rules for all dynamic workers say to that. FX thread.
final class GrantStripModel implements AutoCloseable {
    private static final Duration SETTLE = Duration.ofMillis(400);

    private final ProjectSession session;
    private final ObservableValue<@Nullable OpenFile> front;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Subscriptions ofFile = new Subscriptions();
    private final ReadOnlyObjectWrapper<Strip> strip = new ReadOnlyObjectWrapper<>(Strip.NOTHING);
    private Runnable forgetLater = () -> {};

    /// @param grants in the order of names
    /// @param network a few words
    /// @param open whether code may reach every address
    /// @param cpu a few words, empty where the rules set no limit
    record Strip(List<Chip> grants, String network, boolean open, String cpu) {
        static final Strip NOTHING = new Strip(List.of(), "net: blocked", /* open= */ false, "");
    }

    /// One name of `env`.
    record Chip(String name, Grant.Mode mode) {
        String text() {
            return mode == Grant.Mode.ON
                    ? name
                    : name + " " + mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// @param front the file in front
    GrantStripModel(ProjectSession session, ObservableValue<@Nullable OpenFile> front) {
        this.session = session;
        this.front = front;
        subscriptions.listen(session.policy().stateProperty(), state -> refresh());
        subscriptions.observe(front, file -> {
            ofFile.close();
            if (file != null) {
                ofFile.listen(file.savedProperty(), saved -> later());
                ofFile.listen(file.dirtyProperty(), dirty -> later());
            }
            refresh();
        });
    }

    private void later() {
        forgetLater.run();
        forgetLater = session.later(SETTLE, this::refresh);
    }

    private void refresh() {
        OpenFile file = front.getValue();
        Policy.State rules = session.policy().stateProperty().get();
        WorkerGrants said = rules.file().overlay().forDynamic("*");
        List<Chip> chips = file == null
                ? List.of()
                : EnvNames.in(file.text()).stream()
                        .map(name -> new Chip(name, said.grant(name).grant().mode()))
                        .toList();
        NetworkMode mode = rules.network().everyone().mode();
        long cpu = said.limits().cpuMillis();
        strip.set(new Strip(
                chips,
                "net: " + mode.word() + (mode == NetworkMode.OPEN ? " to all" : ""),
                mode == NetworkMode.OPEN,
                cpu < 0 ? "" : "cpu " + cpu + " ms"));
    }

    /// What is shown.
    ReadOnlyObjectProperty<Strip> stripProperty() {
        return strip.getReadOnlyProperty();
    }

    /// Asks the inspector for the row of a grant.
    void showGrant(Chip chip) {
        session.wish(new Wish.Inspect(Wish.Page.GRANTS, chip.name()));
    }

    /// Asks the inspector for a page.
    void show(Wish.Page page) {
        session.wish(new Wish.Inspect(page, ""));
    }

    @Override
    public void close() {
        forgetLater.run();
        ofFile.close();
        subscriptions.close();
    }
}
