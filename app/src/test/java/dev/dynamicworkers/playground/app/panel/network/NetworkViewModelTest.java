package dev.dynamicworkers.playground.app.panel.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.SessionFixture;
import dev.dynamicworkers.playground.app.session.NetworkEntry;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.app.session.Wish;
import dev.dynamicworkers.playground.core.trace.ExchangeRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
            assertThat(entry.get("request").get("headers")).isEmpty();
            JsonNode recorded = log.get("entries").get(1);
            assertThat(recorded.get("request").get("headers").get(1).get("name").stringValue())
                    .isEqualTo("x-tag");
            assertThat(recorded.get("response").get("content").get("text").stringValue())
                    .isEqualTo("{\"greeting\":\"Hello, Ada!\"}");
            assertThat(recorded.get("response").get("bodySize").intValue()).isEqualTo(26);
        }
    }

    @Test
    void aRequestTellsItsHeadersItsBodiesAndWhoSentIt() throws IOException, InterruptedException {
        try (SessionFixture fixture = new SessionFixture(folder.resolve("project"))) {
            NetworkViewModel model = new NetworkViewModel(fixture.session());
            fixture.send("/hello");
            NetworkEntry denied = model.shown().getFirst();
            assertThat(model.exchange(denied)).isEmpty();
            NetworkEntry answered = model.shown().getLast();
            fixture.fx().runUntil(() -> !model.exchange(answered).isEmpty());
            assertThat(model.exchange(answered))
                    .containsExactly(
                            new ExchangeText.Part(
                                    "network-request-headers",
                                    "Request headers",
                                    "accept: application/json\nx-tag: curious"),
                            new ExchangeText.Part(
                                    "network-response-headers", "Response headers", "content-type: application/json"),
                            new ExchangeText.Part(
                                    "network-response-body",
                                    "Response body, 26 B",
                                    "{\n  \"greeting\": \"Hello, Ada!\"\n}"));
            assertThat(model.details(answered)).last().isEqualTo("Sent by greeter at greeter.js:4 in run #1.");
            assertThat(model.place(answered)).isEqualTo(new Place("dynamic/greeter.js", 4, 24));
            assertThat(model.curl(answered)).contains("-H 'x-tag: curious'");
            model.clear();
            assertThat(model.exchange(answered)).isEmpty();
        }
    }

    @Test
    void aBodyThatIsNoTextIsShownAsFiguresAndALongOneSaysHowLong() {
        byte[] bytes = {0, (byte) 0xFF, 'a'};
        ExchangeRecord.Message request = new ExchangeRecord.Message(List.of(), bytes, 70_000, /* isOver= */ false);
        assertThat(ExchangeText.of(new ExchangeRecord(1, request, null), text -> text))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.title())
                            .startsWith("Request body, ")
                            .endsWith(" so far, the first 3 B, as hexadecimal figures");
                    assertThat(part.text()).startsWith("00000000  00 ff 61");
                });
    }
}
