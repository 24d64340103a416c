package dev.dynamicworkers.playground.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.core.project.network.HostPattern;
import dev.dynamicworkers.playground.core.project.network.NetworkMode;
import dev.dynamicworkers.playground.core.project.network.NetworkRule;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.project.network.NetworkTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NetworkRulesReaderTest {
    @TempDir
    private Path folder;

    @Test
    void readsWhatTheFileSays() throws IOException {
        Files.createDirectories(folder.resolve(".playground/fixtures"));
        Files.writeString(folder.resolve(".playground/fixtures/a.txt"), "from a file");
        Files.writeString(folder.resolve(NetworkRulesReader.FILE), """
            {
              "version": 1, "ask": {"timeoutSeconds": 5}, // other keys are for others
              "network": {
                "mode": "open",
                "rules": [
                  {"host": "A.Example.com:8443", "methods": ["get"], "path": "/v1/*", "action": "allow",
                   "headers": {"Authorization": "Bearer ${KEY}"}},
                  {"host": "b.example.com", "action": "answer", "answer": {"status": 404, "file": "fixtures/a.txt"}}
                ]
              },
              "parent": {"network": {"mode": "ask"}, "grants": {}},
              "dynamicWorkers": {"*": {"network": {"rules": []}}, "other": {}}
            }
            """);

        NetworkRules rules = NetworkRulesReader.read(folder);

        assertThat(rules.askTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(rules.everyone().mode()).isEqualTo(NetworkMode.OPEN);
        NetworkRule first = rules.everyone().rules().getFirst();
        assertThat(first.text()).isEqualTo("allow GET a.example.com:8443/v1/*");
        assertThat(first.headers()).singleElement().satisfies(header -> {
            assertThat(header.name()).isEqualTo("authorization");
            assertThat(header.secrets()).containsExactly("KEY");
            assertThat(header.value(name -> "$1")).isEqualTo("Bearer $1");
        });
        var answer = rules.everyone().rules().getLast().answer();
        assertThat(answer).isNotNull();
        assertThat(answer.status()).isEqualTo(404);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("from a file");
        assertThat(rules.parent()).isNotNull();
        assertThat(rules.dynamicWorkers()).containsOnlyKeys("*");
        assertThat(rules.own(NetworkRules.Sender.dynamic(null, "dynamic#1"))).isPresent();
        assertThat(NetworkRulesReader.read(folder.resolve("nowhere"))).isEqualTo(NetworkRules.BLOCKED);
        NetworkRules silent = NetworkRules.of(NetworkMode.ASK).waiting(Duration.ofSeconds(5));
        assertThat(NetworkRulesReader.read(folder.resolve("nowhere"), silent)).isEqualTo(silent);
        assertThat(NetworkRulesReader.read(folder, "{ \"version\": 1 }", silent))
                .isEqualTo(silent);
        NetworkRules said = NetworkRulesReader.read(folder, "{ \"network\": { \"mode\": \"blocked\" } }", silent);
        assertThat(said).isEqualTo(NetworkRules.BLOCKED.waiting(Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | 1:1: This is not an object.",
                "{\"network\": 1} | \"network\" must be an object.",
                "{\"network\": {\"mode\": \"on\"}} | 1:22: There is no network mode \"on\".",
                "{\"network\": {\"rule\": []}} | 1:14: \"rule\" is no key of \"network\".",
                "{\"network\": {\"rules\": [{\"host\": \"a b\", \"action\": \"allow\"}]}} | \"a b\" is not a host.",
                "{\"network\": {\"rules\": [{\"host\": \"0x7f.1\", \"action\": \"allow\"}]}} | is not a host.",
                "{\"network\": {\"rules\": [{\"host\": \"a\", \"action\": \"alow\"}]}} | There is no action \"alow\".",
                "{\"network\": {\"rules\": [{\"host\": \"a\", \"action\": \"allow\", \"method\": \"GET\"}]}} |"
                        + " \"method\" is no key",
                "{\"network\": {\"rules\": [{\"host\": \"a\", \"action\": \"answer\"}]}} | A rule that answers needs"
                        + " an \"answer\".",
                "{\"network\": {\"rules\": [{\"host\": \"a\", \"action\": \"answer\", \"answer\": {\"file\":"
                        + " \"../x\"}}]}} | There is no file",
                "{\"network\": {\"rules\": [{\"host\": \"a\", \"path\": \"x\", \"action\": \"allow\"}]}} | does not"
                        + " begin with \"/\".",
                "{\"ask\": {\"timeoutSeconds\": 0}} | \"timeoutSeconds\" wants a whole number from 1 to 3600.",
            })
    void problemsSayWhereAndWhat(String text, String problem) {
        assertThatThrownBy(() -> NetworkRulesReader.read(folder, text))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining(problem)
                .hasMessageStartingWith(NetworkRulesReader.FILE + ":1:");
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, https://example.com/x, true",
        "example.com, https://example.com.:8443/x, true",
        "example.com, https://EXAMPLE.com/, true",
        "example.com, https://a.example.com/, false",
        "*.example.com, https://a.b.example.com/, true",
        "*.example.com, https://example.com/, false",
        "*.example.com, https://badexample.com/, false",
        "example.com:443, https://example.com/, true",
        "example.com:443, http://example.com/, false",
        "*, https://anything.test/, true",
        "[::1]:80, http://[0:0:0:0:0:0:0:1]/, true",
        "127.0.0.1, http://[::ffff:127.0.0.1]/, true",
        "bücher.example, https://xn--bcher-kva.example/, true",
    })
    void hostsMatch(String host, String url, boolean matches) {
        NetworkRules rules = NetworkRules.BLOCKED.allowing(host);
        NetworkTarget target = NetworkTarget.of("GET", url).orElseThrow();

        assertThat(rules.decide(NetworkRules.Sender.PARENT, target).action())
                .isEqualTo(matches ? NetworkRule.Action.ALLOW : NetworkRule.Action.DENY);
    }

    @Test
    void connectionsNeedAPortOrTheirMethod() {
        NetworkTarget target = NetworkTarget.tcp("db.test", 5432);

        assertThat(NetworkRules.BLOCKED
                        .allowing("db.test")
                        .decide(NetworkRules.Sender.PARENT, target)
                        .action())
                .isEqualTo(NetworkRule.Action.DENY);
        assertThat(NetworkRules.BLOCKED
                        .allowing("db.test:5432")
                        .decide(NetworkRules.Sender.PARENT, target)
                        .action())
                .isEqualTo(NetworkRule.Action.ALLOW);
        assertThat(HostPattern.of("db.test:0")).isEmpty();
        assertThat(HostPattern.of("::1").map(HostPattern::isLiteral)).contains(true);
    }
}
