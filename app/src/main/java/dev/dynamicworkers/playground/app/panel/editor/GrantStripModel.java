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
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What the code of the file in front asks of `env`, and what the rules for its worker say to that: those for all
/// dynamic workers, where it is not known which one the file belongs to. FX thread.
final class GrantStripModel implements AutoCloseable {
    private static final Duration SETTLE = Duration.ofMillis(400);

    private static final String ALL = "*";
    private static final Pattern FOLDER = Pattern.compile("(?:^|.*/)dynamic/([^/]+)/.*");

    private final ProjectSession session;
    private final ObservableValue<@Nullable OpenFile> front;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Subscriptions ofFile = new Subscriptions();
    private final ReadOnlyObjectWrapper<Strip> strip = new ReadOnlyObjectWrapper<>(Strip.NOTHING);
    private Runnable forgetLater = () -> {};

    /// @param worker whose rules are shown, `*` for all dynamic ones
    /// @param grants in the order of names
    /// @param network a few words
    /// @param open whether code may reach every address
    /// @param cpu a few words, empty where the rules set no limit
    record Strip(String worker, List<Chip> grants, String network, boolean open, String cpu) {
        static final Strip NOTHING = new Strip(ALL, List.of(), "net: blocked", /* open= */ false, "");
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
        subscriptions.listen(session.isolates().snapshotsProperty(), all -> {
            if (!workerOf(front.getValue()).equals(strip.get().worker())) {
                refresh();
            }
        });
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
        String worker = workerOf(file);
        WorkerGrants said = rules.file().overlay().forDynamic(worker);
        List<Chip> chips = file == null
                ? List.of()
                : EnvNames.in(file.text()).stream()
                        .map(name -> new Chip(name, said.grant(name).grant().mode()))
                        .toList();
        NetworkMode mode = mode(rules.network(), worker);
        long cpu = said.limits().cpuMillis();
        strip.set(new Strip(
                worker,
                chips,
                "net: " + mode.word() + (mode == NetworkMode.OPEN ? " to all" : ""),
                mode == NetworkMode.OPEN,
                cpu < 0 ? "" : "cpu " + cpu + " ms"));
    }

    /// The dynamic worker that a file is the code of: the folder it is in, or an id that the file's name says.
    private String workerOf(@Nullable OpenFile file) {
        if (file == null) {
            return ALL;
        }
        Matcher folder = FOLDER.matcher(file.path());
        if (folder.matches()) {
            return folder.group(1);
        }
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        boolean ruled = session.policy()
                .stateProperty()
                .get()
                .file()
                .overlay()
                .dynamicWorkers()
                .containsKey(stem);
        boolean loaded =
                session.isolates().snapshotsProperty().get().stream().anyMatch(isolate -> stem.equals(isolate.name()));
        return ruled || loaded ? stem : ALL;
    }

    /// What both sections let through: the one for everyone, and the worker's own.
    private static NetworkMode mode(NetworkRules rules, String worker) {
        NetworkMode everyone = rules.everyone().mode();
        if (worker.equals(ALL)) {
            return everyone;
        }
        return rules.own(new NetworkRules.Sender(/* isParent= */ false, List.of(worker)))
                .map(section -> narrower(section.mode(), everyone))
                .orElse(everyone);
    }

    private static NetworkMode narrower(NetworkMode own, NetworkMode everyone) {
        if (own == NetworkMode.BLOCKED || everyone == NetworkMode.OPEN) {
            return own;
        }
        return everyone;
    }

    /// What is shown.
    ReadOnlyObjectProperty<Strip> stripProperty() {
        return strip.getReadOnlyProperty();
    }

    /// Asks the inspector for the row of a grant.
    void showGrant(Chip chip) {
        session.wish(new Wish.Inspect(Wish.Page.GRANTS, chip.name(), strip.get().worker()));
    }

    /// Asks the inspector for a page.
    void show(Wish.Page page) {
        session.wish(new Wish.Inspect(page, "", strip.get().worker()));
    }

    @Override
    public void close() {
        forgetLater.run();
        ofFile.close();
        subscriptions.close();
    }
}
