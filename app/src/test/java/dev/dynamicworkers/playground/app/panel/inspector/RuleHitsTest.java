package dev.dynamicworkers.playground.app.panel.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.IsolateTag;
import dev.dynamicworkers.playground.app.session.NetworkEntry;
import dev.dynamicworkers.playground.core.project.network.HostPattern;
import dev.dynamicworkers.playground.core.project.network.NetworkRule;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.io.IOException;
import java.nio.file.Path;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How often each network rule decided.
final class RuleHitsTest {
    @TempDir
    Path folder;

    @Test
    void aRuleCountsTheRequestsThatItDecidedWhereverItStandsNow() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder)) {
            NetworkRulesModel model = new NetworkRulesModel(
                    fixture.session().policy(),
                    new SimpleStringProperty("*"),
                    FXCollections.observableArrayList(
                            sent("network.rules[0]", "allow api.example.com"),
                            sent("network.rules[1]", "allow api.example.com"),
                            sent("network.mode", "blocked"),
                            sent(null, "")));
            HostPattern host = HostPattern.of("api.example.com").orElseThrow();
            HostPattern other = HostPattern.of("example.com").orElseThrow();
            assertThat(model.hits(NetworkRule.allow("network.rules[4]", host))).isEqualTo(2);
            assertThat(model.hits(NetworkRule.allow("network.rules[0]", other))).isZero();
        }
    }

    private static NetworkEntry sent(@Nullable String id, String text) {
        return new NetworkEntry(
                1,
                IsolateTag.of("greeter", IsolateSnapshot.Role.DYNAMIC),
                new SubrequestRecord(
                        new IsolateId(2),
                        "https://api.example.com/",
                        "GET",
                        SubrequestRecord.Decision.ALLOWED,
                        200,
                        null,
                        id == null ? null : new SubrequestRecord.Rule(id, text),
                        null,
                        1.0,
                        null),
                null);
    }
}
