package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.Allowance;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.CallEntry;
import dev.dynamicworkers.playground.app.session.EnvNames;
import dev.dynamicworkers.playground.app.session.FileNode;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.Policy;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.app.session.body.JsonSpan;
import dev.dynamicworkers.playground.core.project.Grant;
import dev.dynamicworkers.playground.core.project.PlaygroundFile;
import dev.dynamicworkers.playground.core.project.WorkerGrants;
import dev.dynamicworkers.playground.core.project.WorkerOverlay;
import dev.dynamicworkers.playground.core.project.network.HostPattern;
import dev.dynamicworkers.playground.core.project.network.NetworkDecision;
import dev.dynamicworkers.playground.core.project.network.NetworkMode;
import dev.dynamicworkers.playground.core.project.network.NetworkRule;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.project.network.NetworkTarget;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.worker.Limit;
import dev.dynamicworkers.playground.core.worker.Limits;
import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The rules for one worker, and for the network of all. FX thread.
public final class InspectorViewModel implements AutoCloseable {
    /// Stands for all dynamic workers.
    public static final String ALL = "*";

    /// The parent worker.
    public static final String PARENT = "parent";

    private static final long LARGEST_SOURCE = 1 << 20;

    private final ProjectSession session;
    private final Policy policy;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ObservableList<String> workers = FXCollections.observableArrayList();
    private final StringProperty worker = new SimpleStringProperty(ALL);
    private final ObjectProperty<Wish.Page> page = new SimpleObjectProperty<>(Wish.Page.GRANTS);
    private final StringProperty subject = new SimpleStringProperty("");
    private final ObservableList<GrantRow> grants = FXCollections.observableArrayList();
    private final ObservableList<NetworkRule> rules = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");
    private final ObservableList<TakenAway> taken = FXCollections.observableArrayList();
    private final ObservableList<LimitUse> uses = FXCollections.observableArrayList();
    private final GrantKinds kinds = new GrantKinds();
    private final LimitUses used;
    private final LimitMeasure measure;
    private final CodeViewModel code;
    private Set<String> named = Set.of();

    /// @param session whose rules are shown
    public InspectorViewModel(ProjectSession session) {
        this.session = session;
        policy = session.policy();
        used = new LimitUses(session);
        measure = new LimitMeasure(session, () -> uses);
        code = new CodeViewModel(session, worker);
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
        subscriptions.observe(session.treeProperty(), this::scan);
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
            }
        });
    }

    /// Finds the names that code takes out of env; they are what a person may want a rule for.
    private void scan(@Nullable FileNode tree) {
        if (tree == null) {
            return;
        }
        List<Path> sources = tree.files()
                .map(FileNode::path)
                .filter(path -> session.outlineProperty().get().role(path) != FileRole.REQUEST)
                .filter(path -> path.matches(".*\\.[cm]?[jt]sx?"))
                .map(session.folder()::resolve)
                .toList();
        session.work(
                () -> names(sources),
                found -> {
                    named = found;
                    refresh();
                },
                unreadable -> {
                    // A file went away meanwhile; the next change of the folder looks again.
                });
    }

    private static Set<String> names(List<Path> sources) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path source : sources) {
            if (Files.isRegularFile(source) && Files.size(source) < LARGEST_SOURCE) {
                found.addAll(EnvNames.in(Files.readString(source)));
            }
        }
        return found;
    }

    private void refresh() {
        refreshWorkers();
        Policy.State state = policy.stateProperty().get();
        WorkerGrants said = grantsOf(state.file());
        Set<String> names = new TreeSet<>(named);
        said.sources().forEach(source -> names.addAll(source.said().grants().keySet()));
        grants.setAll(names.stream()
                .map(name -> {
                    WorkerGrants.Found found = said.grant(name);
                    return new GrantRow(name, kind(name), found.grant(), found.place(), (int)
                            calls(name).count());
                })
                .toList());
        rules.setAll(state.network().everyone().rules());
        taken.setAll(takenBy(state.file()));
        uses.setAll(used.of(this::isShown, code.viewProperty().get(), said.limits()));
    }

    /// What the worker's own part of the rules says; patterns that fit it as well are parts of their own.
    private List<TakenAway> takenBy(PlaygroundFile file) {
        String name = worker.get();
        WorkerOverlay said = name.equals(PARENT)
                ? file.overlay().parent()
                : file.overlay().dynamicWorkers().getOrDefault(name, WorkerOverlay.NONE);
        List<TakenAway> all = new ArrayList<>();
        said.grants().forEach((key, grant) -> {
            int methods = grant.methods().size();
            String rest = methods == 0 ? "" : ", " + Amounts.count(methods, "method");
            all.add(new TakenAway(key + " " + grant.mode().word() + rest, () -> clearGrant(key)));
        });
        if (said.limits().cpuMillis() >= 0) {
            all.add(new TakenAway("cpuMs " + said.limits().cpuMillis(), () -> setLimit("cpuMs", "")));
        }
        if (said.limits().subrequests() >= 0) {
            all.add(new TakenAway("subRequests " + said.limits().subrequests(), () -> setLimit("subRequests", "")));
        }
        return all;
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

    private WorkerGrants grantsOf(PlaygroundFile file) {
        String name = worker.get();
        return name.equals(PARENT) ? file.overlay().forParent() : file.overlay().forDynamic(name);
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

    /// The network rules for all workers, the first that fits decides.
    public ObservableList<NetworkRule> rules() {
        return rules;
    }

    /// What the rules say, and what is wrong with them.
    public ReadOnlyObjectProperty<Policy.State> stateProperty() {
        return policy.stateProperty();
    }

    /// The network's mode for all workers.
    public NetworkMode mode() {
        return policy.stateProperty().get().network().everyone().mode();
    }

    /// What the mode lets code do, one sentence.
    public String modeSentence() {
        int count = rules.size();
        return switch (mode()) {
            case BLOCKED -> "Nothing leaves. This code can compute and answer, nothing else.";
            case ASK -> "You are asked about every request that no rule decides; no answer in time is a no.";
            case RULES ->
                count == 0 ? "Nothing leaves until a rule lets it through." : "Only what a rule lets through leaves.";
            case OPEN -> "This code may send anything to any public address.";
        };
    }

    /// The limits that the rules set for the worker; -1 where they set none.
    public ResourceLimits limits() {
        return grantsOf(policy.stateProperty().get().file()).limits();
    }

    /// What the rules take from the worker that is shown.
    public ObservableList<TakenAway> taken() {
        return taken;
    }

    /// What the last run used of each limit, and who set it.
    public ObservableList<LimitUse> uses() {
        return uses;
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

    /// What the worker's isolate really runs.
    CodeViewModel code() {
        return code;
    }

    /// What the last test of an address came to.
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    // Commands

    /// Changes what becomes of a key of the worker's env; rules of its methods go.
    public void setGrant(String name, Grant.Mode mode) {
        grant(name, Grant.of(mode));
    }

    /// Changes what becomes of a key of the worker's env; rules of its methods stay.
    void setMode(GrantRow row, Grant.Mode mode) {
        change(row, mode, row.grant().methods());
    }

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

    /// Sets the rule of one method.
    ///
    /// @param access null for none
    void setMethod(GrantRow row, String method, Grant.@Nullable Access access) {
        Map<String, Grant.Method> methods = new LinkedHashMap<>(row.grant().methods());
        if (access == null) {
            methods.remove(method);
        } else if (access != Grant.Access.FIXTURE) {
            methods.put(method, Grant.Method.of(access));
        }
        change(row, row.mode(), methods);
    }

    /// A grant without a rule needs no word in the file.
    private void change(GrantRow row, Grant.Mode mode, Map<String, Grant.Method> methods) {
        if (mode == Grant.Mode.ON && methods.isEmpty()) {
            clearGrant(row.name());
        } else {
            grant(row.name(), new Grant(mode, row.grant().fixture(), methods));
        }
    }

    private void grant(String name, Grant grant) {
        String target = worker.get();
        policy.change(file ->
                target.equals(PARENT) ? file.grantingParent(name, grant) : file.grantingDynamic(target, name, grant));
    }

    /// Takes the rule for a key away, so that the code decides again.
    public void clearGrant(String name) {
        policy.change(file -> file.without(path("grants", name)));
    }

    private List<String> path(String section, String key) {
        return worker.get().equals(PARENT)
                ? List.of(PARENT, section, key)
                : List.of("dynamicWorkers", worker.get(), section, key);
    }

    /// Sets a limit of the worker's invocations, or takes it away.
    ///
    /// @param key `cpuMs` or `subRequests`
    /// @param text a whole number, blank for none
    /// @return what is wrong with the text, empty when nothing is
    public String setLimit(String key, String text) {
        if (text.isBlank()) {
            policy.change(file -> file.without(path("limits", key)));
            return "";
        }
        if (!text.strip().matches("\\d{1,9}")) {
            return "Write a whole number, or nothing for the code's own limit.";
        }
        policy.change(file -> file.with(path("limits", key), text.strip()));
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

    /// Changes the network's mode for all workers.
    public void setMode(NetworkMode mode) {
        policy.change(file -> file.with(List.of("network", "mode"), JsonSpan.quote(mode.word())));
    }

    /// Adds a network rule before all others.
    ///
    /// @param host name, address, `*.example.com` or `*`, with a port or without
    /// @param method empty for all
    /// @param path pattern, empty for all
    /// @return what is wrong with it, empty when nothing is
    public String addRule(String host, String method, String path, NetworkRule.Action action) {
        if (HostPattern.of(host).isEmpty()) {
            return "\"" + host + "\" is not a host. Write a name, an address, *.example.com or *.";
        }
        StringBuilder rule = new StringBuilder("{\"host\":" + JsonSpan.quote(host.strip()));
        if (!method.isBlank()) {
            rule.append(",\"methods\":[").append(JsonSpan.quote(method.strip())).append("]");
        }
        if (!path.isBlank()) {
            rule.append(",\"path\":").append(JsonSpan.quote(path.strip()));
        }
        if (HostPattern.of(host).filter(HostPattern::isLocal).isPresent() && action != NetworkRule.Action.DENY) {
            rule.append(",\"private\":true");
        }
        rule.append(",\"action\":").append(JsonSpan.quote(action.word()));
        if (action == NetworkRule.Action.ANSWER) {
            rule.append(",\"answer\":{\"status\":200,\"json\":{}}");
        }
        String added = rule.append("}").toString();
        boolean wasBlocked = mode() == NetworkMode.BLOCKED;
        policy.change(file -> {
            PlaygroundFile changed = file.with(List.of("network", "rules"), withRule(file, added));
            return wasBlocked ? changed.with(List.of("network", "mode"), "\"rules\"") : changed;
        });
        return "";
    }

    private static String withRule(PlaygroundFile file, String added) {
        List<String> all = new ArrayList<>();
        all.add(added);
        all.addAll(ruleTexts(file));
        return "[" + String.join(",", all) + "]";
    }

    private static List<String> ruleTexts(PlaygroundFile file) {
        return RuleTexts.of(file.text());
    }

    /// Takes a network rule away.
    public void removeRule(int index) {
        policy.change(file -> {
            List<String> all = new ArrayList<>(ruleTexts(file));
            if (index < all.size()) {
                all.remove(index);
            }
            return file.with(List.of("network", "rules"), "[" + String.join(",", all) + "]");
        });
    }

    /// Says what would become of a request.
    public void test(String method, String address) {
        String whole = address.strip().contains("://") ? address.strip() : "https://" + address.strip();
        verdict.set(NetworkTarget.of(method.isBlank() ? "GET" : method, whole)
                .map(target -> {
                    NetworkRules.Sender sender = worker.get().equals(PARENT)
                            ? NetworkRules.Sender.PARENT
                            : NetworkRules.Sender.dynamic(null, worker.get());
                    NetworkDecision decision =
                            policy.stateProperty().get().network().decide(sender, target);
                    return decision.action().word() + ": " + decision.ruleText() + " (" + decision.ruleId() + ")";
                })
                .orElse("Write an address such as https://api.example.com/v1."));
    }

    /// Opens the file that the rules are in.
    public void openFile() {
        session.open(PlaygroundFile.NAME);
    }

    @Override
    public void close() {
        code.close();
        measure.close();
        subscriptions.close();
    }
}
