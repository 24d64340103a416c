package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.ProjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Runs the cases of `src/test/resources/durable-objects`, whose exports are written with `node:assert`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DurableObjectsTest {
    private static final String CONFIG = """
        {
          "name": "objects", "main": "index.js", "compatibility_date": "2026-01-20",
          "compatibility_flags": ["nodejs_compat"],
          "vars": { "EXPECTED_STARTS": "%d" },
          "durable_objects": { "bindings": [
            { "name": "ROOM", "class_name": "Room" }, { "name": "DATA", "class_name": "Data" },
            { "name": "OLD", "class_name": "Old" }, { "name": "PLAIN", "class_name": "Plain" }
          ] },
          "migrations": [{ "tag": "v1", "new_sqlite_classes": ["Room", "Data"], "new_classes": ["Old", "Plain"] }]
        }
        """;

    @TempDir
    private Path folder;

    private WorkerRuntime runtime;

    @BeforeAll
    void start() {
        runtime = LocalRuntime.start();
    }

    @AfterAll
    void stop() {
        runtime.close();
    }

    @TestFactory
    Stream<DynamicTest> cases() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        RunningProject project = runtime.start(project(1), options(null), event -> {});
        List<String> names = project.tests().get(120, TimeUnit.SECONDS);
        return names.stream().map(name -> DynamicTest.dynamicTest(name, () -> check(project, name)));
    }

    @Test
    void dataOutlivesTheRunInTheStateFolder()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Path state = folder.resolve("state");
        for (int starts = 1; starts <= 2; starts++) {
            try (RunningProject project = runtime.start(project(starts), options(state), event -> {})) {
                check(project, "countsStarts");
                if (starts == 2) {
                    project.reset().get(120, TimeUnit.SECONDS);
                }
            }
        }
        // The journals beside the files come and go while the project closes.
        try (Stream<Path> objects = Files.list(state.resolve("durable-objects").resolve("objects-Room"))) {
            assertThat(objects).isNotEmpty().allMatch(object -> Files.exists(object.resolve("data.sqlite")));
        }
    }

    private static RuntimeOptions options(@Nullable Path state) {
        return RuntimeOptions.DEFAULT.storing(state);
    }

    private static void check(RunningProject project, String name)
            throws InterruptedException, ExecutionException, TimeoutException {
        InvocationResult result = project.dispatch(new Invocation.Test(name)).get(120, TimeUnit.SECONDS);
        assertThat(result.error()).isNull();
    }

    private Project project(int expectedStarts) throws IOException {
        try (InputStream source = DurableObjectsTest.class.getResourceAsStream("/durable-objects/index.js")) {
            Files.writeString(folder.resolve("wrangler.jsonc"), CONFIG.formatted(expectedStarts));
            Files.writeString(folder.resolve("index.js"), new String(source.readAllBytes(), StandardCharsets.UTF_8));
            return new ProjectReader().read(folder, Map.of());
        }
    }
}
