package dev.dynamicworkers.playground.core.project.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.network.NetworkRules.Sender;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever the section of a worker says, it never reaches more than without it.
final class NetworkRulesPropertyTest {
    private static final List<String> HOSTS = List.of("a.test", "*.test", "*", "127.0.0.1", "a.test:443", "localhost");
    private static final InetAddress HOME = InetAddress.ofLiteral("127.0.0.1");

    @Provide
    Arbitrary<NetworkRule> rules() {
        Arbitrary<HostPattern> hosts =
                Arbitraries.of(HOSTS).map(text -> HostPattern.of(text).orElseThrow());
        return Combinators.combine(
                        hosts,
                        Arbitraries.of("", "GET", "CONNECT,POST")
                                .map(text -> text.isEmpty() ? List.<String>of() : List.of(text.split(",", -1))),
                        Arbitraries.of("/a*", "/b").injectNull(0.5),
                        Arbitraries.of(NetworkRule.Action.class),
                        Arbitraries.of(true, false))
                .as((host, methods, path, action, named) ->
                        new NetworkRule("r", host, methods, path, action, named, List.of(), null));
    }

    @Provide
    Arbitrary<NetworkSection> sections() {
        return Combinators.combine(
                        Arbitraries.of(NetworkMode.class), rules().list().ofMaxSize(4))
                .as((mode, list) -> new NetworkSection("s", mode, list));
    }

    @Provide
    Arbitrary<NetworkTarget> targets() {
        return Combinators.combine(
                        Arbitraries.of("GET", "POST", NetworkTarget.CONNECT),
                        Arbitraries.of("a.test", "b.a.test", "127.0.0.1", "localhost"),
                        Arbitraries.of(80, 443),
                        Arbitraries.of("/a", "/%61b", "/b", "/c/..%2fa"))
                .as((method, host, port, path) -> method.equals(NetworkTarget.CONNECT)
                        ? NetworkTarget.tcp(host, port)
                        : new NetworkTarget(method, host, port, path, "http://" + host + path));
    }

    @Property(tries = 500)
    void sectionsOfWorkersOnlyTakeAway(
            @ForAll("sections") NetworkSection everyone,
            @ForAll("sections") NetworkSection own,
            @ForAll("targets") NetworkTarget target) {
        var without = new NetworkRules(everyone, null, Map.of(), Duration.ofSeconds(1));
        List<NetworkRules> with = new ArrayList<>();
        with.add(new NetworkRules(everyone, own, Map.of(), Duration.ofSeconds(1)));
        with.add(new NetworkRules(everyone, null, Map.of("w*", own), Duration.ofSeconds(1)));

        for (NetworkRules rules : with) {
            Sender sender = rules.parent() == null ? Sender.dynamic("worker", "w#1") : Sender.PARENT;
            NetworkDecision wide = without.decide(sender, target);
            NetworkDecision narrow = rules.decide(sender, target);

            assertThat(openness(narrow)).isLessThanOrEqualTo(openness(wide));
            assertThat(reaches(narrow) && !reaches(wide)).isFalse();
        }
    }

    private static int openness(NetworkDecision decision) {
        return switch (decision.action()) {
            case DENY, ANSWER -> 0;
            case ASK -> 1;
            case ALLOW -> 2;
        };
    }

    private static boolean reaches(NetworkDecision decision) {
        return openness(decision) > 0
                && decision.grants().stream().allMatch(grant -> grant.named() || grant.spellsOut(HOME, 443));
    }
}
