package dev.dynamicworkers.playground.core.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.runtime.Header;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.LocalRuntime;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.runtime.WorkerRuntime;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs every folder of `samples/` and holds it to its `expect.json`, whose format is in `docs/howto/testing.md`.
@Tag("samples")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SamplesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path SAMPLES = Path.of("..", "samples");

    private final List<RunningProject> running = new ArrayList<>();
    private WorkerRuntime runtime;

    @BeforeAll
    void startEngine() {
        runtime = LocalRuntime.start();
    }

    @AfterAll
    void closeEngine() {
        running.forEach(RunningProject::close);
        runtime.close();
    }

    @TestFactory
    Stream<DynamicNode> samples() throws IOException {
        try (var folders = Files.list(SAMPLES)) {
            return folders.filter(Files::isDirectory).sorted().map(this::sample).toList().stream();
        }
    }

    private DynamicNode sample(Path folder) {
        var expectations = JSON.readTree(folder.resolve("expect.json"));
        var project = runtime.start(new ProjectReader().read(folder, Map.of()), RuntimeOptions.DEFAULT, event -> {});
        running.add(project);
        var tests = new ArrayList<DynamicNode>();
        for (var request : expectations.get("requests")) {
            tests.add(DynamicTest.dynamicTest(request.get("name").stringValue(), () -> check(project, request)));
        }
        tests.add(DynamicTest.dynamicTest("tests", () -> checkTests(project, expectations.path("tests"))));
        return DynamicContainer.dynamicContainer(folder.getFileName().toString(), tests);
    }

    private static void checkTests(RunningProject project, JsonNode expected)
            throws InterruptedException, ExecutionException, TimeoutException {
        var names = project.tests().get(60, TimeUnit.SECONDS);
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(
                        expected.valueStream().map(JsonNode::stringValue).toList());
        for (var name : names) {
            var result = project.dispatch(new Invocation.Test(name)).get(60, TimeUnit.SECONDS);
            assertThat(result.outcome().word())
                    .as("outcome of test %s (error %s)", name, result.error())
                    .isEqualTo("ok");
        }
    }

    private static void check(RunningProject project, JsonNode request)
            throws InterruptedException, ExecutionException, TimeoutException {
        var result = project.dispatch(invocation(request)).get(60, TimeUnit.SECONDS);
        var expect = request.get("expect");

        assertThat(result.outcome().word())
                .as("outcome (error %s)", result.error())
                .isEqualTo(expect.path("outcome").asString("ok"));
        assertThat(result.notes()).hasSize(expect.path("notes").asInt(0));
        response(result, expect);
        if (expect.has("logs")) {
            logs(result, expect.get("logs"));
        }
        if (expect.has("subrequests")) {
            assertThat(result.subrequests().stream()
                            .map(one -> one.url() + " " + one.decision().name().toLowerCase(Locale.ROOT)))
                    .containsExactlyInAnyOrderElementsOf(expect.get("subrequests")
                            .valueStream()
                            .map(one -> one.get("url").stringValue() + " "
                                    + one.get("decision").stringValue())
                            .toList());
        }
    }

    private static void response(InvocationResult result, JsonNode expect) {
        if (!expect.has("status")) {
            return;
        }
        var response = result.response();
        assertThat(response).isNotNull();
        var body = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.status())
                .as("status of the response %s", body)
                .isEqualTo(expect.get("status").intValue());
        expect.path("headers")
                .properties()
                .forEach(header -> assertThat(response.headers())
                        .contains(new Header(header.getKey(), header.getValue().stringValue())));
        if (expect.has("body")) {
            assertThat(body).isEqualTo(expect.get("body").stringValue());
        }
        if (expect.has("json")) {
            assertThat(JSON.readTree(body)).isEqualTo(expect.get("json"));
        }
    }

    private static void logs(InvocationResult result, JsonNode expected) {
        assertThat(result.logs()).as("logs").hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            var line = result.logs().get(i);
            var wanted = expected.get(i);
            assertThat(line.level().word() + " " + line.text())
                    .isEqualTo(wanted.get("level").stringValue() + " "
                            + wanted.get("text").stringValue());
            if (wanted.has("isolate")) {
                assertThat(label(result, line.isolate()))
                        .isEqualTo(wanted.get("isolate").stringValue());
            }
        }
    }

    private static String label(InvocationResult result, IsolateId id) {
        return result.isolates().stream()
                .filter(isolate -> isolate.id().equals(id))
                .map(IsolateSnapshot::label)
                .findFirst()
                .orElse("unknown");
    }

    private static Invocation invocation(JsonNode request) {
        var headers = request.path("headers").properties().stream()
                .map(header -> new Header(header.getKey(), header.getValue().stringValue()))
                .toList();
        RequestBody body = request.has("body")
                ? new RequestBody.Bytes(request.get("body").stringValue().getBytes(StandardCharsets.UTF_8))
                : new RequestBody.None();
        return new Invocation.Fetch(
                request.path("method").asString("GET"),
                request.get("url").stringValue(),
                headers,
                body,
                request.has("entrypoint") ? request.get("entrypoint").stringValue() : null);
    }
}
