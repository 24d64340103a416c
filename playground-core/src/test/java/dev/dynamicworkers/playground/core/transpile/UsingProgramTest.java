package dev.dynamicworkers.playground.core.transpile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.LocalRuntime;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.runtime.WorkerRuntime;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/// Runs the project under `src/test/resources/using`: explicit resource management in ECMAScript, TypeScript and
/// CommonJS modules.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UsingProgramTest {
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
    Stream<DynamicTest> cases() throws URISyntaxException {
        Path home = Path.of(Objects.requireNonNull(UsingProgramTest.class.getResource("/using"))
                .toURI());
        Project project = new ProjectReader().read(home, Map.of());
        RunningProject running = runtime.start(project, RuntimeOptions.DEFAULT, event -> {});
        List<String> names = await(running.tests());
        assertThat(names).hasSizeGreaterThan(10);
        return names.stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    InvocationResult result = await(running.dispatch(new Invocation.Test(name)));
                    assertThat(result.error()).isNull();
                }))
                .onClose(running::close);
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
