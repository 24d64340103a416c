package dev.dynamicworkers.playground.core.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.LocalRuntime;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.runtime.WorkerRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Runs the programs under `src/test/resources/api`: workers whose exports are test cases written with `node:assert`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ApiProgramsTest {
    /// The program that is about what changes with the compatibility date.
    private static final String NEWEST = "newest-date";

    private static final List<String> PROGRAMS = List.of(
            "cache",
            "console",
            "crypto",
            "events",
            "html-rewriter",
            NEWEST,
            "node",
            "node-crypto",
            "node-modules",
            "structured-clone",
            "symbols",
            "timers",
            "wasm",
            "web-socket");

    private static final String CONFIG = """
        {"name": "%s", "main": "index.js", "compatibility_date": "%s", "compatibility_flags": ["nodejs_compat"]}
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
    Stream<DynamicTest> programs() {
        return PROGRAMS.stream().flatMap(this::casesOf);
    }

    private Stream<DynamicTest> casesOf(String program) {
        RunningProject project = runtime.start(projectOf(program), RuntimeOptions.DEFAULT, event -> {});
        List<String> cases = await(project.tests());
        assertThat(cases).as("cases of %s", program).isNotEmpty();
        return cases.stream().map(name -> DynamicTest.dynamicTest(program + ": " + name, () -> check(project, name)));
    }

    private static void check(RunningProject project, String name) {
        InvocationResult result = await(project.dispatch(new Invocation.Test(name)));
        assertThat(result.error()).isNull();
    }

    private Project projectOf(String program) {
        try (InputStream source = ApiProgramsTest.class.getResourceAsStream("/api/" + program + ".js")) {
            Path home = Files.createDirectories(folder.resolve(program));
            Files.writeString(
                    home.resolve("wrangler.jsonc"),
                    CONFIG.formatted(program, program.equals(NEWEST) ? "2026-11-17" : "2026-01-01"));
            Files.writeString(home.resolve("index.js"), new String(source.readAllBytes(), StandardCharsets.UTF_8));
            return new ProjectReader().read(home, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
