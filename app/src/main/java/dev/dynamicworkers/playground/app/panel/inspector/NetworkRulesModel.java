package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.session.NetworkEntry;
import dev.dynamicworkers.playground.app.session.Policy;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.body.JsonSpan;
import dev.dynamicworkers.playground.core.project.PlaygroundFile;
import dev.dynamicworkers.playground.core.project.network.NetworkDecision;
import dev.dynamicworkers.playground.core.project.network.NetworkMode;
import dev.dynamicworkers.playground.core.project.network.NetworkRule;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.project.network.NetworkTarget;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The network rules of all workers, and what would become of a request of one. FX thread.
public final class NetworkRulesModel implements AutoCloseable {
    private static final List<String> RULES = List.of("network", "rules");
    private static final List<String> MODE = List.of("network", "mode");
    private static final String NOTHING = "{}";
    private static final String ID = "network.rules[";

    private final ProjectSession session;
    private final Policy policy;
    private final AnswerFiles files;
    private final StringProperty worker;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ObservableList<NetworkRule> rules = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Map<String, Integer>> hits = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<@Nullable RuleDraft> proposed = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");

    /// @param worker whose requests are tested
    NetworkRulesModel(ProjectSession session, StringProperty worker) {
        this.session = session;
        policy = session.policy();
        files = new AnswerFiles(session);
        this.worker = worker;
        InvalidationListener counting = list -> count();
        session.network().addListener(counting);
        subscriptions.add(() -> session.network().removeListener(counting));
    }

    /// Takes what the file says.
    void refresh(NetworkRules said) {
        List<NetworkRule> read = said.everyone().rules();
        if (!read.equals(rules)) {
            rules.setAll(read);
            count();
        }
    }

    private void count() {
        hits.set(hits(rules, session.network()));
    }

    /// How many requests each rule decided. A rule that moved is known by its words; of several with the same words
    /// only the first decides.
    static Map<String, Integer> hits(List<NetworkRule> rules, List<NetworkEntry> requests) {
        Map<String, Integer> byWords = new HashMap<>();
        for (NetworkEntry entry : requests) {
            SubrequestRecord.Rule rule = entry.request().rule();
            if (rule != null && rule.id().startsWith(ID)) {
                // What a person answered stands behind the rule.
                byWords.merge(rule.text().replaceFirst(": a person allowed it$", ""), 1, Integer::sum);
            }
        }
        Map<String, Integer> found = new HashMap<>();
        for (NetworkRule rule : rules) {
            Integer count = byWords.remove(rule.text());
            if (count != null) {
                found.put(rule.id(), count);
            }
        }
        return Map.copyOf(found);
    }

    // Properties

    /// The network rules for all workers, the first that fits decides.
    public ObservableList<NetworkRule> rules() {
        return rules;
    }

    /// How many of the requests in the network panel each rule decided, by its place.
    public ReadOnlyObjectProperty<Map<String, Integer>> hitsProperty() {
        return hits.getReadOnlyProperty();
    }

    /// A rule to begin with, which the form takes; null between two of them.
    ReadOnlyObjectProperty<@Nullable RuleDraft> proposedProperty() {
        return proposed.getReadOnlyProperty();
    }

    /// Names of the project's secrets, which headers may carry.
    public List<String> secrets() {
        return session.outlineProperty().get().bindings().entrySet().stream()
                .filter(binding -> binding.getValue().equals("secret"))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
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

    /// Files as answers.
    AnswerFiles files() {
        return files;
    }

    /// What the last test of an address came to.
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    // Commands

    /// Changes the network's mode for all workers.
    public void setMode(NetworkMode mode) {
        policy.change(file -> file.with(List.of("network", "mode"), JsonSpan.quote(mode.word())));
    }

    /// Fills the form for a rule that answers in the place of a host.
    public void proposeAnswer() {
        proposed.set(null);
        proposed.set(RuleDraft.of("", NetworkRule.Action.ANSWER).answering("200", "{}"));
    }

    /// Adds a network rule before all others.
    ///
    /// @return what is wrong with it, empty when nothing is
    public String add(RuleDraft draft) {
        String wrong = draft.problem();
        if (wrong.isEmpty()) {
            change("Rule added", rules -> rules.addFirst(draft.json(NOTHING)), draft.action());
        }
        return wrong;
    }

    /// Puts another rule in the place of one.
    ///
    /// @return what is wrong with it, empty when nothing is
    public String replace(int index, RuleDraft draft) {
        String wrong = draft.problem();
        if (wrong.isEmpty()) {
            change("Rule changed", rules -> rules.set(index, draft.json(rules.get(index))), null);
        }
        return wrong;
    }

    /// Takes a network rule away.
    public void removeRule(int index) {
        change("Rule removed", rules -> rules.remove(index), null);
    }

    /// Lets a rule decide before or after its neighbour.
    ///
    /// @param by -1 or 1
    /// @return where it stands then
    public int move(int index, int by) {
        int to = index + by;
        if (to < 0 || to >= rules.size()) {
            return index;
        }
        change("Rule moved", each -> each.add(to, each.remove(index)), null);
        return to;
    }

    /// A rule as the form has it.
    public RuleDraft draft(int index) {
        List<String> texts = RuleTexts.of(policy.stateProperty().get().file().text());
        return index < texts.size() ? RuleDraft.read(texts.get(index)) : RuleDraft.EMPTY;
    }

    /// Where the first rule stands that is the same to the form; -1 when there is none.
    int indexOf(RuleDraft wanted) {
        return RuleTexts.of(policy.stateProperty().get().file().text()).stream()
                .map(RuleDraft::read)
                .toList()
                .indexOf(wanted);
    }

    /// Changes the list of rules; the notice that tells of it takes it back.
    ///
    /// @param told what was done, empty to tell nothing
    /// @param added what a new rule does, null for none: with one the network is no longer blocked
    private void change(String told, Consumer<List<String>> edit, NetworkRule.@Nullable Action added) {
        AtomicReference<@Nullable Step> step = new AtomicReference<>();
        boolean wasBlocked = added != null && mode() == NetworkMode.BLOCKED;
        policy.change(file -> {
            List<String> before = RuleTexts.of(file.text());
            List<String> texts = new ArrayList<>(before);
            try {
                edit.accept(texts);
            } catch (IndexOutOfBoundsException goneMeanwhile) {
                return file;
            }
            step.set(new Step(asWritten(file.text(), before), List.copyOf(texts)));
            PlaygroundFile changed = file.with(RULES, edited(file.text(), texts, before));
            return wasBlocked ? changed.with(MODE, JsonSpan.quote(NetworkMode.RULES.word())) : changed;
        });
        if (!told.isEmpty()) {
            session.notices().tell(told + ".", "Undo", () -> undo(step.get(), wasBlocked));
        }
    }

    /// A change of the list.
    ///
    /// @param before the list as it was written
    /// @param after JSON texts of its rules
    private record Step(String before, List<String> after) {}

    private void undo(@Nullable Step step, boolean wasBlocked) {
        List<String> now = RuleTexts.of(policy.stateProperty().get().file().text());
        if (step == null || !plain(now).equals(plain(step.after()))) {
            session.notices().problem("The rules were changed again since; that is not undone.");
            return;
        }
        policy.change(file -> {
            PlaygroundFile changed = file.with(RULES, step.before());
            return wasBlocked ? changed.with(MODE, JsonSpan.quote(NetworkMode.BLOCKED.word())) : changed;
        });
    }

    /// The same however the file lays them out.
    private static List<String> plain(List<String> texts) {
        return texts.stream().map(JsonSpan::oneLine).toList();
    }

    private static String asWritten(String file, List<String> texts) {
        return RuleTexts.list(file)
                .map(list -> file.substring(list.start(), list.end()))
                .orElseGet(() -> joined(texts));
    }

    /// The list with other rules; where it has several lines, each rule with the comments that it had.
    private static String edited(String file, List<String> texts, List<String> before) {
        RuleLines.Block block = RuleTexts.list(file)
                .map(list -> RuleLines.read(file, list.start()))
                .filter(lines -> !texts.isEmpty() && lines.lines().size() == before.size())
                .orElse(null);
        return block == null ? joined(texts) : block.with(texts, before);
    }

    private static String joined(List<String> texts) {
        return "[" + String.join(",", texts) + "]";
    }

    /// Answers requests like one with a fixture, instead of sending them.
    ///
    /// @return what is wrong with the address, empty when nothing is
    public String fake(String method, String url) {
        return NetworkTarget.of(method, url)
                .map(target -> {
                    boolean usual = target.port() == (url.startsWith("https:") ? 443 : 80);
                    String host = target.host().contains(":") ? "[" + target.host() + "]" : target.host();
                    RuleDraft draft = RuleDraft.of(usual ? host : host + ":" + target.port(), NetworkRule.Action.ANSWER)
                            .about(method, target.path())
                            .answering("200", NOTHING);
                    String wrong = draft.problem();
                    if (wrong.isEmpty()) {
                        change("", rules -> rules.addFirst(draft.json(NOTHING)), draft.action());
                    }
                    return wrong;
                })
                .orElse("\"" + url + "\" is not the address of a request.");
    }

    /// Says what would become of a request.
    public void test(String method, String address) {
        String whole = address.strip().contains("://") ? address.strip() : "https://" + address.strip();
        verdict.set(NetworkTarget.of(method.isBlank() ? "GET" : method, whole)
                .map(target -> {
                    NetworkRules.Sender sender = worker.get().equals(InspectorViewModel.PARENT)
                            ? NetworkRules.Sender.PARENT
                            : NetworkRules.Sender.dynamic(null, worker.get());
                    NetworkDecision decision =
                            policy.stateProperty().get().network().decide(sender, target);
                    return decision.action().word() + ": " + decision.ruleText() + " (" + decision.ruleId() + ")";
                })
                .orElse("Write an address such as https://api.example.com/v1."));
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
