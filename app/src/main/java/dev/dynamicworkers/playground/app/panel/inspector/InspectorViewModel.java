package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.Allowance;
import dev.dynamicworkers.playground.app.session.CallEntry;
import dev.dynamicworkers.playground.app.session.CallTraffic;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.Policy;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.app.session.body.JsonSpan;
import dev.dynamicworkers.playground.core.project.Grant;
import dev.dynamicworkers.playground.core.project.PlaygroundFile;
import dev.dynamicworkers.playground.core.project.WorkerGrants;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.Limit;
import dev.dynamicworkers.playground.core.worker.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The rules for one worker, and for the network of all. FX thread.
public final class InspectorViewModel implements AutoCloseable {
    /// Stands for all dynamic workers.
    public static final String ALL = "*";

    /// The parent worker.
    public static final String PARENT = "parent";

    private final ProjectSession session;
    private final Policy policy;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ObservableList<String> workers = FXCollections.observableArrayList();
    private final StringProperty worker = new SimpleStringProperty(ALL);
    private final ObjectProperty<Wish.Page> page = new SimpleObjectProperty<>(Wish.Page.GRANTS);
    private final StringProperty subject = new SimpleStringProperty("");
    private final ObservableList<GrantRow> grants = FXCollections.observableArrayList();
    private final NetworkRulesModel network;
    private final WorkerRules rules;
    private final ObservableList<TakenAway> taken = FXCollections.observableArrayList();
    private final ObservableList<LimitUse> uses = FXCollections.observableArrayList();
    private final GrantKinds kinds = new GrantKinds();
    private final LimitUses used;
    private final LimitMeasure measure;
    private final CodeViewModel code;
    private final CodeNames named;
    private final StaleModel stale;

    /// @param session whose rules are shown
    public InspectorViewModel(ProjectSession session) {
        this.session = session;
        policy = session.policy();
        named = new CodeNames(session, this::refresh);
        network = new NetworkRulesModel(session, worker);
        rules = new WorkerRules(policy, worker);
        used = new LimitUses(session);
        measure = new LimitMeasure(session, () -> uses);
        code = new CodeViewModel(session, worker);
        stale = new StaleModel(session, worker, isolate -> isShown(isolate.role(), isolate.label()));
        subscriptions.observe(policy.stateProperty(), state -> refresh());
        subscriptions.onChange(
                this::refresh,
                worker,
                session.lastRunProperty(),
                session.outlineProperty(),
                session.allowance().limitsProperty());
        subscriptions.listen(code.viewProperty(), view -> {
            if (view != null) {
                kinds.learn(worker.get().equals(PARENT) ? PARENT : view.label(), view);
            }
            refresh();
        });
        subscriptions.onChange(this::refreshWorkers, session.isolates().snapshotsProperty());
        subscriptions.observe(session.treeProperty(), named::scan);
        subscriptions.listen(
                session.diskVersionProperty(),
                version -> named.scan(session.treeProperty().get()));
        subscriptions.listen(
                session.outlineProperty(),
                outline -> named.scan(session.treeProperty().get()));
        subscriptions.listen(session.wishProperty(), wish -> {
            if (wish instanceof Wish.Inspect(Wish.Page wanted, String about, String whose)) {
                page.set(wanted);
                if (wanted == Wish.Page.CODE && !about.isEmpty()) {
                    refreshWorkers();
                    worker.set(about);
                }
                if (!whose.isEmpty()) {
                    refreshWorkers();
                    worker.set(whose);
                }
                subject.set("");
                subject.set(about);
            } else if (wish instanceof Wish.ShowModule wanted) {
                code.reveal(wanted, () -> {
                    page.set(Wish.Page.CODE);
                    worker.set(wanted.worker());
                    refreshWorkers();
                });
            }
        });
    }

    private void refresh() {
        refreshWorkers();
        Policy.State state = policy.stateProperty().get();
        WorkerGrants said = rules.said(state.file());
        Set<String> names =
                new TreeSet<>(named.found(worker.get().equals(PARENT) ? FileRole.PARENT : FileRole.DYNAMIC));
        names.addAll(kinds.names(worker.get()));
        said.sources().forEach(source -> names.addAll(source.said().grants().keySet()));
        grants.setAll(names.stream()
                .map(name -> {
                    WorkerGrants.Found found = said.grant(name);
                    WorkerView.EnvEntry entry = kinds.entry(worker.get(), name);
                    String props = entry == null ? null : entry.props();
                    return new GrantRow(
                            name,
                            kind(name),
                            found.grant(),
                            found.place(),
                            CallTraffic.of(calls(name).toList()),
                            entry == null ? "" : entry.value(),
                            props == null ? "" : props);
                })
                .toList());
        network.refresh(state.network());
        taken.setAll(rules.taken(state.file()));
        uses.setAll(used.of(this::isShown, code.viewProperty().get(), said.limits()));
    }

    /// Isolates tell what they have; of the parent the configuration does as well.
    private String kind(String name) {
        String known = kinds.of(worker.get(), name);
        return known.isEmpty() && worker.get().equals(PARENT)
                ? GrantKinds.of(session.outlineProperty().get().bindings().getOrDefault(name, ""))
                : known;
    }

    /// Whether the worker that is shown is this one.
    private boolean isShown(IsolateSnapshot.Role role, String label) {
        String shown = worker.get();
        return role == IsolateSnapshot.Role.PARENT ? shown.equals(PARENT) : shown.equals(ALL) || shown.equals(label);
    }

    /// Calls of a key of env in the last run, by the worker that is shown.
    private Stream<CallEntry> calls(String name) {
        RunRecord last = session.lastRunProperty().get();
        return last == null
                ? Stream.empty()
                : session.calls().stream()
                        .filter(entry -> entry.run() == last.number()
                                && name.equals(entry.call().binding()))
                        .filter(entry ->
                                isShown(entry.caller().role(), entry.caller().label()));
    }

    private void refreshWorkers() {
        List<String> found = new ArrayList<>(List.of(ALL, PARENT));
        for (IsolateSnapshot snapshot : session.isolates().snapshotsProperty().get()) {
            if (snapshot.role() == IsolateSnapshot.Role.DYNAMIC && !found.contains(snapshot.label())) {
                found.add(snapshot.label());
            }
        }
        for (String key :
                policy.stateProperty().get().file().overlay().dynamicWorkers().keySet()) {
            if (!found.contains(key)) {
                found.add(key);
            }
        }
        if (!found.contains(worker.get())) {
            found.add(worker.get());
        }
        if (!found.equals(workers)) {
            workers.setAll(found);
        }
    }

    // Properties

    /// Workers that rules can be for: all dynamic ones, the parent, each by its name.
    public ObservableList<String> workers() {
        return workers;
    }

    /// The worker whose grants and limits are shown.
    public StringProperty workerProperty() {
        return worker;
    }

    /// The worker whose grants and limits are shown, as a sentence names it.
    public String workerWords() {
        String shown = worker.get();
        return shown.equals(ALL) ? "all dynamic workers" : shown.equals(PARENT) ? "the parent" : shown;
    }

    /// The page that is shown.
    public ObjectProperty<Wish.Page> pageProperty() {
        return page;
    }

    /// The row of the page that was asked for: a grant's name, an address, a limit's key.
    public StringProperty subjectProperty() {
        return subject;
    }

    /// What becomes of the keys of the worker's env.
    public ObservableList<GrantRow> grants() {
        return grants;
    }

    /// What the rules say, and what is wrong with them.
    public ReadOnlyObjectProperty<Policy.State> stateProperty() {
        return policy.stateProperty();
    }

    /// What the rules take from the worker that is shown.
    public ObservableList<TakenAway> taken() {
        return taken;
    }

    /// What the last run used of each limit, and who set it.
    public ObservableList<LimitUse> uses() {
        return uses;
    }

    /// What tells that isolates of the worker were loaded before something changed.
    public StaleModel stale() {
        return stale;
    }

    /// What proposes limits by measuring.
    LimitMeasure measure() {
        return measure;
    }

    /// What the settings give to all projects.
    Limits allowed() {
        return session.allowance().limitsProperty().get();
    }

    /// Compares the code of two isolates on the page of code.
    public void compareCode(IsolateSnapshot first, IsolateSnapshot second) {
        code.compare(first, second);
    }

    /// What writes the rules of the worker into the parent's code.
    public CodePatchModel patch() {
        return new CodePatchModel(session, worker.get(), code.viewProperty().get(), null, session.codeHelp()::narrow);
    }

    /// What hands a key of the parent's env to the worker, in the parent's code.
    public CodePatchModel handOver(String name) {
        return new CodePatchModel(session, worker.get(), code.viewProperty().get(), name, session.codeHelp()::narrow);
    }

    /// What the worker may have of the project's bindings, as code for its parent.
    public String grantsAsCode() {
        Set<String> off = new TreeSet<>();
        grants.stream()
                .filter(row -> row.mode() == Grant.Mode.OFF)
                .map(GrantRow::name)
                .forEach(off::add);
        return session.simpleMode().grantsAsCode(off);
    }

    /// The value of a secret of the project; empty when it has none of that name.
    Optional<String> secret(String name) {
        return Optional.ofNullable(session.secretMask().secrets().value(name));
    }

    /// Does something on the FX thread after a while.
    ///
    /// @return keeps it from happening
    Runnable later(Duration delay, Runnable action) {
        return session.later(delay, action);
    }

    /// Asks the window for the page that writes them.
    void askPatch() {
        session.wish(new Wish.ShowSheet(Wish.Sheet.WRITE_INTO_CODE));
    }

    /// Asks the window for the page that adds a grant.
    void askAddGrant() {
        session.wish(new Wish.ShowSheet(Wish.Sheet.ADD_GRANT));
    }

    /// The rules of the worker that is shown.
    public WorkerRules rules() {
        return rules;
    }

    /// The rules of the network.
    public NetworkRulesModel network() {
        return network;
    }

    /// What the worker's isolate really runs.
    CodeViewModel code() {
        return code;
    }

    // Commands

    /// The methods of a key of env: those with a rule, and those that the last run called.
    List<GrantMethod> methods(GrantRow row) {
        Map<String, Integer> called = new TreeMap<>();
        row.grant().methods().keySet().forEach(method -> called.put(method, 0));
        calls(row.name()).forEach(entry -> called.merge(entry.call().method(), 1, Integer::sum));
        return called.entrySet().stream()
                .map(entry -> {
                    Grant.Method said = row.grant().methods().get(entry.getKey());
                    return new GrantMethod(entry.getKey(), said == null ? null : said.access(), entry.getValue());
                })
                .toList();
    }

    /// What a method returned when the last run called it, as JSON; empty when that is not known.
    String lastResult(GrantRow row, String method) {
        for (CallEntry entry : calls(row.name()).toList()) {
            String result = entry.call().result();
            if (entry.call().method().equals(method)
                    && result != null
                    && JsonSpan.of(result).isPresent()) {
                return result;
            }
        }
        return "";
    }

    /// Sets a limit of all projects, in the settings.
    ///
    /// @return what is wrong with the text, empty when nothing is
    String setAllowed(Limit limit, String text) {
        if (!text.strip().matches("\\d{1,9}")
                || Long.parseLong(text.strip()) < Math.max(1, limit.least())
                || Long.parseLong(text.strip()) > limit.most()) {
            return limit.key() + " is a whole number from " + Math.max(1, limit.least()) + " to "
                    + Allowance.text(limit, limit.most()) + ".";
        }
        session.allowance().set(limit, Long.parseLong(text.strip()));
        return "";
    }

    /// Measures what limits the last request needs, or stops measuring.
    public void toggleMeasure() {
        measure.toggle();
    }

    /// Opens the file that the rules are in.
    public void openFile() {
        session.open(PlaygroundFile.NAME);
    }

    @Override
    public void close() {
        code.close();
        stale.close();
        network.close();
        measure.close();
        subscriptions.close();
    }
}
