package dev.dynamicworkers.playground.core.project.network;

import java.util.ArrayList;
import java.util.List;

/// Rules for some workers. The first rule that is about a request decides, and the mode where none is.
///
/// @param place what the section is called in messages, for example `network` or `dynamicWorkers.greeter.network`
public record NetworkSection(String place, NetworkMode mode, List<NetworkRule> rules) {
    public NetworkSection {
        rules = List.copyOf(rules);
    }

    /// Decides about a request by this section alone.
    NetworkDecision decide(NetworkTarget target) {
        NetworkRule rule = mode == NetworkMode.BLOCKED
                ? null
                : rules.stream()
                        .filter(each -> each.matches(target))
                        .findFirst()
                        .orElse(null);
        if (rule == null) {
            NetworkRule.Action action = switch (mode) {
                case BLOCKED, RULES -> NetworkRule.Action.DENY;
                case ASK -> NetworkRule.Action.ASK;
                case OPEN -> NetworkRule.Action.ALLOW;
            };
            String reason = mode == NetworkMode.RULES ? "no rule lets it through" : "the mode is " + mode.word();
            return new NetworkDecision(
                    action, place + ".mode", "mode " + mode.word(), reason, List.of(), null, List.of(grant(false)));
        }
        boolean named =
                rule.host().isLocal() || (rule.privateAddresses() && rule.host().isExact());
        return new NetworkDecision(
                rule.action(),
                rule.id(),
                rule.text(),
                "the rule \"" + rule.text() + "\" (" + rule.id() + ") decides",
                rule.headers(),
                rule.answer(),
                List.of(grant(named)));
    }

    private AddressGrant grant(boolean named) {
        List<HostPattern> literals = new ArrayList<>();
        for (NetworkRule rule : rules) {
            if (rule.action() == NetworkRule.Action.ALLOW && rule.host().isLiteral()) {
                literals.add(rule.host());
            }
        }
        return new AddressGrant(named, literals);
    }
}
