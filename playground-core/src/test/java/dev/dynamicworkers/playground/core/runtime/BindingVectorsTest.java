package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Programs that use bindings, with the answers that the platform's own local simulator gave. Where ours are others on
/// purpose, `differences.json` says why; a difference that is listed and gone fails the build, as does an unlisted one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BindingVectorsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "bindings");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CONFIG = """
        {
          "name": "one", "main": "%s.js", "compatibility_date": "2026-01-01",
          "worker_loaders": [{ "binding": "LOADER" }],
          "r2_buckets": [{ "binding": "R2", "bucket_name": "bucket" }],
          "d1_databases": [
            { "binding": "DB", "database_id": "db-id" },
            { "binding": "DB2", "database_name": "db2", "database_id": "db2-id" }
          ],
          "ratelimits": [{ "name": "LIMITER", "namespace_id": "1", "simple": { "limit": 2, "period": 60 } }],
          "analytics_engine_datasets": [{ "binding": "METRICS", "dataset": "metrics" }],
          "version_metadata": { "binding": "VERSION" },
          "kv_namespaces": [{ "binding": "KV", "id": "kv-id" }, { "binding": "OTHER", "id": "other-id" }]
        }
        """;

    private WorkerRuntime runtime;
    private JsonNode differences;
    private List<Pattern> tolerated;

    @TempDir
    private Path folder;

    @BeforeAll
    void start() throws IOException {
        runtime = LocalRuntime.start();
        differences = JSON.readTree(Files.readString(FOLDER.resolve("differences.json")));
        tolerated = new ArrayList<>();
        JSON.readTree(Files.readString(Path.of("src", "test", "resources", "conformance", "tolerances.json")))
                .path("messagePatterns")
                .forEach(each -> tolerated.add(Pattern.compile(each.asString())));
    }

    @AfterAll
    void stop() {
        runtime.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kv", "d1", "r2", "other"})
    void answersAsThePlatformDoes(String area) throws IOException {
        Path project = Files.createDirectories(folder.resolve(area));
        var files = Map.of(
                "wrangler.jsonc",
                CONFIG.formatted(area),
                "harness.js",
                Files.readString(FOLDER.resolve("harness.js")),
                area + ".js",
                Files.readString(FOLDER.resolve(area + ".js")));
        JsonNode answer;
        try (var running = new OneProject(runtime, project, RuntimeOptions.DEFAULT, files)) {
            answer = JSON.readTree(running.get("/"));
        }
        JsonNode expected = JSON.readTree(Files.readString(FOLDER.resolve(area + ".expected.json")));
        List<String> found = new ArrayList<>();
        for (String name : expected.propertyNames()) {
            var wanted = JSON.createObjectNode().set(name, expected.path(name));
            var actual = JSON.createObjectNode().set(name, answer.path(name));
            found.addAll(Probe.differences(withLogs(wanted), withLogs(actual), tolerated, List.of()));
        }
        List<String> listed = new ArrayList<>();
        for (JsonNode each : differences.path(area)) {
            each.path("paths").forEach(path -> listed.add(path.asString()));
        }
        assertThat(found.stream()
                        .map(each -> each.substring(0, each.indexOf(": expected")))
                        .toList())
                .as("%s", String.join("\n", found))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    private static JsonNode withLogs(JsonNode answer) {
        return ((tools.jackson.databind.node.ObjectNode) answer).set("logs", JSON.createArrayNode());
    }
}
