package dev.dynamicworkers.playground.core.runtime;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.state.StateAnswer;
import dev.dynamicworkers.playground.core.state.StateQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A project of a few files on an engine of its own, for tests that send requests.
final class OneProject implements AutoCloseable {
    private final @Nullable WorkerRuntime own;
    private final RunningProject project;

    /// @param files by name; `wrangler.jsonc` is made where it is not given
    OneProject(Path folder, RuntimeOptions options, Map<String, String> files) throws IOException {
        own = LocalRuntime.start();
        project = start(own, folder, options, files);
    }

    /// On an engine that others use too.
    OneProject(WorkerRuntime runtime, Path folder, RuntimeOptions options, Map<String, String> files)
            throws IOException {
        own = null;
        project = start(runtime, folder, options, files);
    }

    private static RunningProject start(
            WorkerRuntime runtime, Path folder, RuntimeOptions options, Map<String, String> files) throws IOException {
        Files.writeString(folder.resolve("wrangler.jsonc"), """
            { "name": "one", "main": "index.js", "compatibility_date": "2026-01-01" }
            """);
        for (var file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        return runtime.start(new ProjectReader().read(folder, Map.of()), options, event -> {});
    }

    /// The whole result of a GET request.
    InvocationResult result(String path) {
        var request = new Invocation.Fetch("GET", "http://one.test" + path, List.of(), new RequestBody.None(), null);
        return project.dispatch(request).orTimeout(180, TimeUnit.SECONDS).join();
    }

    /// The answer to a question about the project's stores.
    StateAnswer state(StateQuery query) {
        return project.state(query).orTimeout(180, TimeUnit.SECONDS).join();
    }

    /// The body of the answer to a GET request.
    String get(String path) {
        return body(result(path));
    }

    /// The body of a response that came without an error.
    static String body(InvocationResult result) {
        if (result.error() != null) {
            throw new AssertionError(result.error().toString());
        }
        return new String(Objects.requireNonNull(result.response()).body(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        project.close();
        if (own != null) {
            own.close();
        }
    }
}
