package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.Disk;
import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.core.project.network.NetworkMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The rules of the project are read when someone else changes them, too.
final class PolicyTest {
    @TempDir
    Path folder;

    private static NetworkMode mode(Policy.State state) {
        return state.network().everyone().mode();
    }

    @Test
    void rulesThatSomeoneElseWritesAreInForceAtOnce() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder)) {
            Policy policy = fixture.session().policy();
            fixture.fx().runUntil(() -> fixture.session().diskVersionProperty().get() > 0);
            fixture.send("/hello");
            assertThat(mode(policy.stateProperty().get())).isEqualTo(NetworkMode.BLOCKED);

            Path rules = folder.resolve(".playground/playground.json");
            Files.createDirectories(rules.getParent());
            Disk.write(rules, "{ \"version\": 1, \"network\": { \"mode\": \"ask\" } }");
            fixture.fx().runUntil(() -> mode(policy.stateProperty().get()) == NetworkMode.ASK);
            Disk.write(rules, "{ \"version\": 1, \"network\": { \"mode\": \"open\" } }");
            fixture.fx().runUntil(() -> mode(policy.stateProperty().get()) == NetworkMode.OPEN);
            Disk.write(rules, "{ \"version\": 1, \"network\": ");
            fixture.fx().runUntil(() -> !policy.stateProperty().get().problem().isEmpty());
            // What can't be read changes nothing.
            assertThat(mode(policy.stateProperty().get())).isEqualTo(NetworkMode.OPEN);
            Files.delete(rules);
            fixture.fx().runUntil(() -> mode(policy.stateProperty().get()) == NetworkMode.BLOCKED);
        }
    }

    @Test
    void anEditorThatHasTheRulesFollowsThemOrTellsOfTheConflict() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder)) {
            Path rules = folder.resolve(".playground/playground.json");
            Files.createDirectories(rules.getParent());
            Disk.write(rules, "{ \"version\": 1 }");
            OpenFiles open = fixture.session().openFiles();
            open.autosaveProperty().set(false);
            open.open(".playground/playground.json", file -> {});
            fixture.fx().runUntil(() -> !open.files().isEmpty());
            OpenFile file = open.files().getFirst();
            Disk.write(rules, "{ \"version\": 1, \"network\": { \"mode\": \"ask\" } }");
            fixture.fx().runUntil(() -> file.text().contains("ask"));
            file.change("{ \"version\": 1, \"network\": { \"mode\": \"blocked\" } }");
            // The window's own change of the rules is someone else's to the editor.
            fixture.session().policy().change(read -> read.with(List.of("network", "mode"), "\"open\""));
            fixture.fx().runUntil(() -> file.conflictProperty().get());
            assertThat(file.text()).contains("blocked");
        }
    }
}
