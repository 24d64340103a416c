package dev.dynamicworkers.playground.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.worker.GuestError;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds the shape that `docs/guide/run-json.md` promises.
final class JsonReportTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void reportOfARunIsStable() throws IOException {
        var result = Results.handled(Results.bytes("Grüße"));
        assertThat(read(JsonReport.ofRun(result, List.of(result), Results.ENGINE)))
                .isEqualTo(expected("run.json"));
    }

    @Test
    void reportOfAFailedRunIsStable() throws IOException {
        var result = Results.failed();
        assertThat(read(JsonReport.ofRun(result, List.of(result), Results.ENGINE)))
                .isEqualTo(expected("run-failed.json"));
    }

    @Test
    void repetitionsAreListed() {
        var result = Results.failed();
        var runs = read(JsonReport.ofRun(result, List.of(Results.handled(new byte[0]), result), Results.ENGINE))
                .get("runs");
        assertThat(runs).isEqualTo(read("""
            [ { "outcome": "ok", "status": 201, "totalMs": 21.5 },
              { "outcome": "exception", "status": null, "totalMs": 1.0 } ]
            """));
    }

    @Test
    void binaryBodyIsBase64() {
        var result = Results.handled(new byte[] {(byte) 0xff, 0});
        var response =
                read(JsonReport.ofRun(result, List.of(result), Results.ENGINE)).get("response");
        assertThat(response.has("body")).isFalse();
        assertThat(response.get("bodyBase64").stringValue()).isEqualTo("/wA=");
    }

    @Test
    void reportOfTestsIsStable() throws IOException {
        var error = new GuestError("AssertionError", "1 is not 2", null, List.of());
        var results = List.of(
                new TestCommand.TestResult("default", /* isPassed= */ true, null, 1.5, List.of()),
                new TestCommand.TestResult("adds", /* isPassed= */ false, error, 2, List.of(Results.line("w"))));
        assertThat(read(JsonReport.ofTests(results, null))).isEqualTo(expected("test.json"));
    }

    private static JsonNode read(String json) {
        return JSON.readTree(json);
    }

    private static JsonNode expected(String name) throws IOException {
        try (var input = JsonReportTest.class.getResourceAsStream(name)) {
            return JSON.readTree(Objects.requireNonNull(input, name));
        }
    }
}
