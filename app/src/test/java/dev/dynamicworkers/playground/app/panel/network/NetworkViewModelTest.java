package dev.dynamicworkers.playground.app.panel.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.NetworkEntry;
import dev.dynamicworkers.playground.app.session.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Outgoing requests: filter, details, rule, archive.
final class NetworkViewModelTest {
    @TempDir
    Path folder;

    @Test
    void requestsAreFilteredExplainedAndExported() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder.resolve("project"))) {
            NetworkViewModel model = new NetworkViewModel(fixture.session());
            assertThat(model.shown()).isEmpty();
            fixture.send("/hello");
            assertThat(model.shown()).hasSize(2);
            model.filterProperty().set("denied run:1");
            assertThat(model.shown()).hasSize(1);
            NetworkEntry denied = model.shown().getFirst();
            assertThat(model.details(denied))
                    .contains("Denied: it did not leave the playground.", "Reason: globalOutbound is null")
                    .last()
                    .isEqualTo("Sent by dynamic#3 in run #1.");
            assertThat(model.curl(denied)).startsWith("curl -X POST").doesNotContain("\n\n");
            model.makeRule(denied);
            assertThat(fixture.session().wishProperty().get())
                    .isEqualTo(new Wish.Inspect(Wish.Page.NETWORK, "POST https://api.example.com/v1/notes"));
            model.filterProperty().set("run:2");
            assertThat(model.shown()).isEmpty();
            model.filterProperty().set("");
            Path har = folder.resolve("out.har");
            model.export(har);
            fixture.fx()
                    .runUntil(() -> fixture.session().notices().all().stream()
                            .anyMatch(notice ->
                                    notice.text().equals("Wrote 2 requests as an HTTP archive to " + har + ".")));
            JsonNode log = new ObjectMapper().readTree(Files.readString(har)).get("log");
            assertThat(log.get("version").stringValue()).isEqualTo("1.2");
            assertThat(log.get("entries")).hasSize(2);
            JsonNode entry = log.get("entries").get(0);
            assertThat(entry.get("request").get("method").stringValue()).isEqualTo("POST");
            assertThat(entry.get("_decision").stringValue()).isEqualTo("denied");
        }
    }
}
