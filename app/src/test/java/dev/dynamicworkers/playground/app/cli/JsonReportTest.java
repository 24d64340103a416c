package dev.dynamicworkers.playground.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.trace.CallRecord;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.InvocationId;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import dev.dynamicworkers.playground.core.worker.WorkerCode;
import dev.dynamicworkers.playground.core.worker.WorkerModule;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        assertThat(read(JsonReport.ofRun(result, List.of(result), Results.ENGINE, RunExtras.NONE)))
                .isEqualTo(expected("run.json"));
    }

    @Test
    void reportOfAFailedRunIsStable() throws IOException {
        var result = Results.failed();
        assertThat(read(JsonReport.ofRun(result, List.of(result), Results.ENGINE, RunExtras.NONE)))
                .isEqualTo(expected("run-failed.json"));
    }

    @Test
    void repetitionsAreListed() {
        var result = Results.failed();
        var runs = read(JsonReport.ofRun(
                        result, List.of(Results.handled(new byte[0]), result), Results.ENGINE, RunExtras.NONE))
                .get("runs");
        assertThat(runs).isEqualTo(read("""
            [ { "outcome": "ok", "status": 201, "totalMs": 21.5 },
              { "outcome": "exception", "status": null, "totalMs": 1.0 } ]
            """));
    }

    @Test
    void callsAndWorkersAreReportedWhereTheyAreAskedFor() throws IOException {
        var call = new CallRecord(
                Instant.ofEpochMilli(1767225600000L),
                new IsolateId(2),
                new InvocationId(7),
                CallRecord.Kind.RPC,
                "API",
                "greet",
                new IsolateId(1),
                "[\"Ada\"]",
                null,
                "Error: no",
                1.25,
                CallRecord.Decision.ASKED_DENIED,
                "parent.grants.API = \"ask\"",
                new GuestError.Frame("f", "child.js", 3, 4),
                7L,
                null);
        var code = new WorkerCode(
                "child.js",
                Map.of("child.js", new WorkerModule.EsModule("export default {}")),
                "2026-01-01",
                List.of(),
                ResourceLimits.NONE);
        var entry = new WorkerView.EnvEntry("KEY", "secret", "\"[secret KEY]\"", "off", "rule", "note");
        var view = new WorkerView(
                new IsolateId(2),
                "child",
                code,
                List.of(entry),
                "nowhere",
                List.of(),
                List.of(new WorkerView.LimitInForce("subRequests", -1, "project")));
        var extras = new RunExtras(List.of(call), List.of(view), QueueReport.NONE, null);
        var result = Results.failed();
        var report = read(JsonReport.ofRun(result, List.of(result), Results.ENGINE, extras));
        var both = JSON.createObjectNode();
        both.set("calls", report.get("calls"));
        both.set("workers", report.get("workers"));
        assertThat(both).isEqualTo(expected("run-extras.json"));
        var text = new StringWriter();
        extras.print(result.isolates(), new PrintWriter(text), new Terminal(/* hasColors= */ false));
        assertThat(text.toString())
                .contains(
                        "API.greet [\"Ada\"]  askedDenied, 1.3 ms, sent 7 B  child.js:3",
                        "Error: no",
                        "parent.grants.API",
                        "KEY  secret  \"[secret KEY]\"  off  rule  note");
    }

    @Test
    void binaryBodyIsBase64() {
        var result = Results.handled(new byte[] {(byte) 0xff, 0});
        var response = read(JsonReport.ofRun(result, List.of(result), Results.ENGINE, RunExtras.NONE))
                .get("response");
        assertThat(response.has("body")).isFalse();
        assertThat(response.get("bodyBase64").stringValue()).isEqualTo("/wA=");
    }

    @Test
    void reportOfTestsIsStable() throws IOException {
        var error = new GuestError("AssertionError", "1 is not 2", null, List.of());
        var results = List.of(
                new TestCommand.TestResult("default", /* isPassed= */ true, null, Results.passed()),
                new TestCommand.TestResult("adds", /* isPassed= */ false, error, Results.ended()));
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
