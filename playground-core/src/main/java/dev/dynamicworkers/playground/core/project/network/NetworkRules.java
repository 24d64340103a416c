package dev.dynamicworkers.playground.core.project.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who of a project may reach the network, and how. A request needs the consent of the section of its worker, where
/// there is one, and of the section for everyone, so that a worker's section can only take away.
///
/// Private, loopback, link-local, metadata and other special addresses need more than consent: a rule has to name them.
///
/// @param everyone for all workers of the project
/// @param parent for the parent worker besides, or null
/// @param dynamicWorkers for dynamic workers besides, by id or label; in keys `*` stands for any text and `?` for one
///     character. Of several keys the one that says most about the name counts
/// @param askTimeout how long an answer of a person is waited for; none in time is a denial
public record NetworkRules(
        NetworkSection everyone,
        @Nullable NetworkSection parent,
        Map<String, NetworkSection> dynamicWorkers,
        Duration askTimeout) {
    /// How long a person has to answer, unless the project says otherwise.
    public static final Duration ASK_TIMEOUT = Duration.ofSeconds(60);

    /// What the section for everyone is called.
    public static final String PLACE = "network";

    /// Nothing leaves: what holds where nobody says anything.
    public static final NetworkRules BLOCKED = of(NetworkMode.BLOCKED);

    public NetworkRules {
        dynamicWorkers = Collections.unmodifiableMap(new LinkedHashMap<>(dynamicWorkers));
    }

    /// One mode and no rules, for all workers.
    public static NetworkRules of(NetworkMode mode) {
        return new NetworkRules(new NetworkSection(PLACE, mode, List.of()), null, Map.of(), ASK_TIMEOUT);
    }

    /// The same with another patience.
    public NetworkRules waiting(Duration patience) {
        return new NetworkRules(everyone, parent, dynamicWorkers, patience);
    }

    /// The same with another mode for everyone.
    public NetworkRules withMode(NetworkMode mode) {
        return withEveryone(new NetworkSection(everyone.place(), mode, everyone.rules()));
    }

    /// The same with one rule before all others for everyone. A mode that would not look at it becomes
    /// [NetworkMode#RULES].
    public NetworkRules withFirst(NetworkRule rule) {
        List<NetworkRule> rules = new ArrayList<>();
        rules.add(rule);
        rules.addAll(everyone.rules());
        NetworkMode mode = everyone.mode() == NetworkMode.BLOCKED ? NetworkMode.RULES : everyone.mode();
        return withEveryone(new NetworkSection(everyone.place(), mode, rules));
    }

    /// The same with hosts that everyone may reach, each `HOST[:PORT]`.
    ///
    /// @throws IllegalArgumentException when one is not
    public NetworkRules allowing(String... hosts) {
        NetworkRules rules = this;
        for (String host : hosts) {
            HostPattern pattern =
                    HostPattern.of(host).orElseThrow(() -> new IllegalArgumentException("not HOST[:PORT]: " + host));
            rules = rules.withFirst(NetworkRule.allow("allow " + pattern, pattern));
        }
        return rules;
    }

    private NetworkRules withEveryone(NetworkSection section) {
        return new NetworkRules(section, parent, dynamicWorkers, askTimeout);
    }

    /// The section of a worker besides that for everyone.
    public Optional<NetworkSection> own(Sender sender) {
        if (sender.isParent()) {
            return Optional.ofNullable(parent);
        }
        return dynamicWorkers.entrySet().stream()
                .filter(entry -> sender.names().stream().anyMatch(name -> fits(entry.getKey(), name)))
                .max(Comparator.comparingInt(entry -> weight(entry.getKey(), sender)))
                .map(Map.Entry::getValue);
    }

    private static boolean fits(String pattern, String name) {
        String expression = "\\Q" + pattern.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E";
        return pattern.equals(name)
                || Pattern.compile(expression, Pattern.DOTALL).matcher(name).matches();
    }

    /// How closely a key is about a worker: its own name counts most, then what has more letters in it.
    private static int weight(String pattern, Sender sender) {
        return sender.names().contains(pattern)
                ? Integer.MAX_VALUE
                : (int) pattern.chars().filter(c -> c != '*' && c != '?').count();
    }

    /// Decides about a request that would leave the playground.
    public NetworkDecision decide(Sender sender, NetworkTarget target) {
        NetworkDecision wider = everyone.decide(target);
        return own(sender)
                .map(section -> section.decide(target).narrowing(wider))
                .orElse(wider);
    }

    /// Decides about a request that another worker stands in for: it does not leave, so only the sender's own section
    /// has a say. Empty where there is none.
    public Optional<NetworkDecision> decideIntercepted(Sender sender, NetworkTarget target) {
        return own(sender).map(section -> section.decide(target));
    }

    /// Who sends a request.
    ///
    /// @param names loader id and label of a dynamic worker; empty for the parent worker
    public record Sender(boolean isParent, List<String> names) {
        /// The parent worker.
        public static final Sender PARENT = new Sender(/* isParent= */ true, List.of());

        public Sender {
            names = List.copyOf(names);
        }

        /// A dynamic worker.
        ///
        /// @param id its loader id, null for one made by `load()`
        /// @param label its short name
        public static Sender dynamic(@Nullable String id, String label) {
            return new Sender(
                    /* isParent= */ false, id == null || id.equals(label) ? List.of(label) : List.of(id, label));
        }
    }
}
