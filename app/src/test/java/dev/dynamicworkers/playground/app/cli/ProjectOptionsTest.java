package dev.dynamicworkers.playground.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.core.project.NetworkRulesReader;
import dev.dynamicworkers.playground.core.project.ProjectException;
import dev.dynamicworkers.playground.core.project.network.NetworkMode;
import dev.dynamicworkers.playground.core.project.network.NetworkRule;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// What the command line says of the network, beside what the project says.
final class ProjectOptionsTest {
    @TempDir
    private Path folder;

    private NetworkRules network(String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addFirst(folder.toString());
        return CommandLine.populateCommand(new ProjectOptions(), arguments.toArray(String[]::new))
                .passing()
                .network();
    }

    @Test
    void theNetworkIsBlockedUnlessSomebodySaysOtherwise() throws IOException {
        assertThat(network()).isEqualTo(NetworkRules.BLOCKED);
        assertThat(network("--network", "open").everyone().mode()).isEqualTo(NetworkMode.OPEN);

        Files.createDirectory(folder.resolve(".playground"));
        Files.writeString(
                folder.resolve(NetworkRulesReader.FILE),
                "{\"network\": {\"rules\": [{\"host\": \"a.test\", \"action\": \"deny\"}]}}");
        NetworkRules both = network("--allow", "localhost:80", "--allow", "a.test");
        assertThat(both.everyone().mode()).isEqualTo(NetworkMode.RULES);
        assertThat(both.everyone().rules())
                .extracting(NetworkRule::id)
                .containsExactly("--allow a.test", "--allow localhost:80", "network.rules[0]");
        assertThat(network("--no-network")).isEqualTo(NetworkRules.BLOCKED);

        Files.writeString(folder.resolve(NetworkRulesReader.FILE), "{\"network\": 1}");
        assertThatThrownBy(this::network).isInstanceOf(ProjectException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--network on | --network wants blocked, ask, rules or open, not on",
                "--allow http://a.test | --allow wants HOST[:PORT], for example api.example.com or localhost:8080, not"
                        + " http://a.test",
                "--network blocked --allow a.test | --allow a.test does not go with --network blocked",
                "--no-network --allow a.test | --no-network goes with neither --network nor --allow",
            })
    void wrongUseGetsOneSentence(String options, String sentence) {
        assertThatThrownBy(() -> network(options.split(" ")))
                .isInstanceOf(UsageException.class)
                .hasMessage(sentence);
    }
}
