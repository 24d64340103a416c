package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.api.url.WebUrl;
import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.network.HttpField;
import dev.dynamicworkers.playground.core.project.network.AddedHeader;
import dev.dynamicworkers.playground.core.project.network.NetworkAnswer;
import dev.dynamicworkers.playground.core.project.network.NetworkDecision;
import dev.dynamicworkers.playground.core.project.network.NetworkRule;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.project.network.NetworkSection;
import dev.dynamicworkers.playground.core.project.network.NetworkTarget;
import dev.dynamicworkers.playground.core.project.secret.Secrets;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.worker.Question;
import dev.dynamicworkers.playground.core.worker.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts the network rules of a project into force: decides about each attempt, asks where a rule says so, and hands
/// over what may go on. Runs on the event loop's thread.
final class NetworkGate {
    private final EventLoop loop;
    private final Tripwire tripwire;
    private final Questions questions;
    private final Exchange.Room room = new Exchange.Room();
    private NetworkRules rules;

    NetworkGate(EventLoop loop, Tripwire tripwire, Questions questions, NetworkRules rules) {
        this.loop = loop;
        this.tripwire = tripwire;
        this.questions = questions;
        this.rules = rules;
    }

    /// Puts other rules into force, for the next attempt on.
    void use(NetworkRules others) {
        rules = others;
    }

    EventLoop loop() {
        return loop;
    }

    Tripwire tripwire() {
        return tripwire;
    }

    /// What becomes of an attempt; one of them is called, once.
    interface Outcome {
        /// It may go on.
        void pass(Pass pass);

        /// A rule answers it.
        void answer(NetworkAnswer answer, List<HttpField> headers);

        /// It may not.
        void deny(String message);
    }

    /// Begins an attempt of a worker.
    Attempt attempt(@Nullable InvocationContext sender, NetworkTarget target) {
        return new Attempt(sender, target, tripwire.secrets(), room);
    }

    /// What a request wants to reach; null where its URL is none that can be sent.
    static @Nullable NetworkTarget target(String method, String url) {
        WebUrl parsed = WebUrl.parse(url);
        return parsed == null ? null : new NetworkTarget(method, parsed.host(), parsed.port(), parsed.path(), url);
    }

    /// Decides about an attempt to reach the network.
    void decide(Attempt attempt, Outcome outcome) {
        NetworkRules.Sender sender = senderOf(attempt.sender());
        attempt.hasOwnSection(rules.own(sender).map(NetworkSection::place).orElse(null));
        settle(attempt, rules.decide(sender, attempt.target()), outcome);
    }

    /// Decides about an attempt that another worker stands in for.
    void decideIntercepted(Attempt attempt, Outcome outcome) {
        Optional<NetworkDecision> own = rules.decideIntercepted(senderOf(attempt.sender()), attempt.target());
        if (own.isPresent()) {
            settle(attempt, own.get(), outcome);
        } else {
            attempt.decidedBy("globalOutbound", "a worker stands in for the network");
            outcome.pass(new Pass(attempt, List.of(), Secrets.NONE, List.of()));
        }
    }

    /// Why an attempt is denied whatever comes of it, or null; what is denied is recorded.
    ///
    /// @param intercepted whether another worker stands in for the network
    @Nullable
    String refusal(Attempt attempt, Interception intercepted) {
        NetworkRules.Sender sender = senderOf(attempt.sender());
        attempt.hasOwnSection(rules.own(sender).map(NetworkSection::place).orElse(null));
        NetworkDecision decision = intercepted == Interception.INTERCEPTED
                ? rules.decideIntercepted(sender, attempt.target()).orElse(null)
                : rules.decide(sender, attempt.target());
        if (decision == null || decision.action() != NetworkRule.Action.DENY) {
            return null;
        }
        attempt.decidedBy(decision.ruleId(), decision.ruleText());
        return deny(attempt, decision.reason(), attempt.target().host());
    }

    /// Who answers what is let out.
    enum Interception {
        NETWORK,
        INTERCEPTED
    }

    private static NetworkRules.Sender senderOf(@Nullable InvocationContext sender) {
        return sender == null
                        || (sender.worker().role() == IsolateSnapshot.Role.PARENT
                                && sender.worker().isOwn())
                ? NetworkRules.Sender.PARENT
                : NetworkRules.Sender.dynamic(
                        sender.worker().name(), sender.worker().label());
    }

    private void settle(Attempt attempt, NetworkDecision decision, Outcome outcome) {
        attempt.decidedBy(decision.ruleId(), decision.ruleText());
        switch (decision.action()) {
            case ALLOW -> pass(attempt, decision, outcome);
            case ANSWER -> answer(attempt, decision, outcome);
            case DENY ->
                outcome.deny(deny(attempt, decision.reason(), attempt.target().host()));
            case ASK -> ask(attempt, decision, outcome);
        }
    }

    private void ask(Attempt attempt, NetworkDecision decision, Outcome outcome) {
        InvocationContext sender = attempt.sender();
        if (sender == null) {
            outcome.deny(deny(
                    attempt,
                    "the rule asks, and no worker is there to wait",
                    attempt.target().host()));
            return;
        }
        questions.ask(
                number -> new Question(
                        number,
                        Question.Kind.NETWORK,
                        sender.worker().id(),
                        sender.worker().label(),
                        clipped(tripwire.secrets().mask(attempt.target().text())),
                        decision.ruleText() + " (" + decision.ruleId() + ")",
                        Instant.now().plus(rules.askTimeout())),
                rules.askTimeout(),
                reply -> {
                    if (sender.isEnded()) {
                        outcome.deny(deny(attempt, "the event that sent it is over", null));
                    } else if (reply.verdict() == Verdict.ALLOW) {
                        attempt.decidedBy(decision.ruleId(), decision.ruleText() + ": a person allowed it");
                        pass(attempt, decision, outcome);
                    } else {
                        outcome.deny(deny(
                                attempt,
                                String.valueOf(reply.reason()),
                                attempt.target().host()));
                    }
                });
    }

    private void pass(Attempt attempt, NetworkDecision decision, Outcome outcome) {
        Set<String> needed = new LinkedHashSet<>();
        decision.headers().forEach(header -> needed.addAll(header.secrets()));
        for (String name : needed) {
            if (tripwire.secrets().value(name) == null) {
                outcome.deny(deny(
                        attempt,
                        "the rule \"" + decision.ruleText() + "\" needs the secret " + name
                                + ", which the project does not have",
                        null));
                return;
            }
        }
        attempt.adds(decision.headers());
        outcome.pass(new Pass(
                attempt,
                fields(decision.headers()),
                needed.isEmpty() ? Secrets.NONE : tripwire.secrets().only(needed),
                decision.grants()));
    }

    private void answer(Attempt attempt, NetworkDecision decision, Outcome outcome) {
        NetworkAnswer answer = decision.answer();
        if (answer == null || attempt.target().method().equals(NetworkTarget.CONNECT)) {
            outcome.deny(deny(attempt, "the rule \"" + decision.ruleText() + "\" answers requests only", null));
            return;
        }
        Runnable give = () -> outcome.answer(answer, fields(answer.headers()));
        if (answer.delayMillis() > 0) {
            loop.schedule(answer.delayMillis() * 1_000_000L, give);
        } else {
            give.run();
        }
    }

    private List<HttpField> fields(List<AddedHeader> headers) {
        List<HttpField> fields = new ArrayList<>();
        for (AddedHeader header : headers) {
            fields.add(new HttpField(header.name(), header.value(tripwire.secrets()::value)));
        }
        return fields;
    }

    /// Records a denial and puts it into words for guest code.
    ///
    /// @param allow the host that a rule would have to let through, null where that would not help
    static String deny(Attempt attempt, String reason, @Nullable String allow) {
        String hint = allow == null ? null : hint(attempt, allow);
        String message = "The playground's network rules deny "
                + clipped(attempt.target().text()) + ": " + reason + ".";
        attempt.denied(reason, hint);
        return message;
    }

    private static String hint(Attempt attempt, String allow) {
        String rule = "{\"host\": \"" + allow + "\", \"action\": \"allow\"}";
        String own = attempt.ownSection();
        return own == null
                ? "To let it through, run with --allow " + (allow.contains(":") ? "[" + allow + "]" : allow)
                        + ", or put " + rule + " first in \"rules\" of \"network\" in .playground/playground.json."
                : "To let it through, put " + rule + " first in \"rules\" of \"network\" and of \"" + own
                        + "\" in .playground/playground.json.";
    }

    private static String clipped(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "...";
    }
}
