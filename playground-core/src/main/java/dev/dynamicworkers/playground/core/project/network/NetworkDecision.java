package dev.dynamicworkers.playground.core.project.network;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the rules say about one request, and which of them said it.
///
/// @param ruleId where the rule stands, for example `network.rules[2]` or `network.mode`
/// @param ruleText the rule in words
/// @param reason why, as part of a sentence
/// @param headers to set on the request
/// @param answer what is answered, null unless the action is [NetworkRule.Action#ANSWER]
/// @param grants what each section that had a say lets it reach; all of them have to
public record NetworkDecision(
        NetworkRule.Action action,
        String ruleId,
        String ruleText,
        String reason,
        List<AddedHeader> headers,
        @Nullable NetworkAnswer answer,
        List<AddressGrant> grants) {
    public NetworkDecision {
        headers = List.copyOf(headers);
        grants = List.copyOf(grants);
    }

    /// Both decisions as one: what is denied by either is denied, what either asks about is asked about.
    ///
    /// @param wider of the section that is about more workers
    NetworkDecision narrowing(NetworkDecision wider) {
        return switch (action) {
            case DENY, ANSWER -> this;
            case ASK ->
                wider.action == NetworkRule.Action.DENY || wider.action == NetworkRule.Action.ANSWER
                        ? wider
                        : with(this, wider);
            case ALLOW ->
                wider.action == NetworkRule.Action.DENY || wider.action == NetworkRule.Action.ANSWER
                        ? wider
                        : with(wider, this);
        };
    }

    /// The first with what both add.
    private static NetworkDecision with(NetworkDecision first, NetworkDecision second) {
        List<AddedHeader> headers = new ArrayList<>(first.headers);
        headers.addAll(second.headers);
        List<AddressGrant> grants = new ArrayList<>(first.grants);
        grants.addAll(second.grants);
        return new NetworkDecision(first.action, first.ruleId, first.ruleText, first.reason, headers, null, grants);
    }
}
