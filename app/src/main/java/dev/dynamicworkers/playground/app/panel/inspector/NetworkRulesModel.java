package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.session.NetworkEntry;
import dev.dynamicworkers.playground.app.session.Policy;
import dev.dynamicworkers.playground.app.session.body.JsonSpan;
import dev.dynamicworkers.playground.core.project.PlaygroundFile;
import dev.dynamicworkers.playground.core.project.network.HostPattern;
import dev.dynamicworkers.playground.core.project.network.NetworkDecision;
import dev.dynamicworkers.playground.core.project.network.NetworkMode;
import dev.dynamicworkers.playground.core.project.network.NetworkRule;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.project.network.NetworkTarget;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The network rules of all workers, and what would become of a request of one. FX thread.
public final class NetworkRulesModel {
    private final Policy policy;
    private final StringProperty worker;
    private final ObservableList<NetworkEntry> requests;
    private final ObservableList<NetworkRule> rules = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");

    /// @param worker whose requests are tested
    /// @param requests that were sent, whatever became of them
    NetworkRulesModel(Policy policy, StringProperty worker, ObservableList<NetworkEntry> requests) {
        this.policy = policy;
        this.requests = requests;
        this.worker = worker;
    }

    /// Takes what the file says.
    void refresh(NetworkRules said) {
        rules.setAll(said.everyone().rules());
    }

    // Properties

    /// The network rules for all workers, the first that fits decides.
    public ObservableList<NetworkRule> rules() {
        return rules;
    }

    /// How many of the requests that are listed under Network a rule decided about.
    int hits(NetworkRule rule) {
        String text = rule.text();
        return (int) requests.stream()
                .map(entry -> entry.request().rule())
                .filter(decided -> decided != null && decided.text().equals(text))
                .count();
    }

    /// Changes when [#hits] may give another number.
    ObservableList<NetworkEntry> hitsChange() {
        return requests;
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

    /// What the last test of an address came to.
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    // Commands

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

    /// Answers requests like one with a fixture, instead of sending them.
    ///
    /// @return what is wrong with the address, empty when nothing is
    public String fake(String method, String url) {
        return NetworkTarget.of(method, url)
                .map(target -> {
                    boolean usual = target.port() == (url.startsWith("https:") ? 443 : 80);
                    String host = target.host().contains(":") ? "[" + target.host() + "]" : target.host();
                    return addRule(
                            usual ? host : host + ":" + target.port(),
                            method,
                            target.path(),
                            NetworkRule.Action.ANSWER);
                })
                .orElse("\"" + url + "\" is not the address of a request.");
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
                    NetworkRules.Sender sender = worker.get().equals(InspectorViewModel.PARENT)
                            ? NetworkRules.Sender.PARENT
                            : NetworkRules.Sender.dynamic(null, worker.get());
                    NetworkDecision decision =
                            policy.stateProperty().get().network().decide(sender, target);
                    return decision.action().word() + ": " + decision.ruleText() + " (" + decision.ruleId() + ")";
                })
                .orElse("Write an address such as https://api.example.com/v1."));
    }
}
