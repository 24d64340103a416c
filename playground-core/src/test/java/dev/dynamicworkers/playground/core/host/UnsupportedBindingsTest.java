package dev.dynamicworkers.playground.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.LocalRuntime;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.runtime.WorkerRuntime;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/// A binding that the playground cannot run is there and names itself when it is used.
final class UnsupportedBindingsTest {
    @Test
    void useOfABindingThatCannotRunNamesIt()
            throws URISyntaxException, InterruptedException, ExecutionException, TimeoutException {
        Path home = Path.of(Objects.requireNonNull(UnsupportedBindingsTest.class.getResource("/unsupported-bindings"))
                .toURI());
        try (WorkerRuntime runtime = LocalRuntime.start();
                RunningProject running =
                        runtime.start(new ProjectReader().read(home, Map.of()), RuntimeOptions.DEFAULT, event -> {})) {
            InvocationResult result = running.dispatch(
                            new Invocation.Fetch("GET", "http://localhost/", List.of(), new RequestBody.None(), null))
                    .get(60, TimeUnit.SECONDS);
            String later = ", which the playground does not run. It works on Cloudflare. A fixture of the overlay can"
                    + " answer for it here.\",";
            assertThat(new String(Objects.requireNonNull(result.response()).body(), StandardCharsets.UTF_8))
                    .isEqualTo("[\"env.VECTORS is a binding of kind \\\"vectorize\\\"" + later
                            + "\"env.AI is a binding of kind \\\"ai\\\""
                            + later
                            + "\"503 Couldn't find a local dev session for the \\\"default\\\" entrypoint of service"
                            + " \\\"other\\\" to proxy to\",\"itself\"]");
            assertThat(result.logs().getFirst().text()).contains("VECTORS: {}");
        }
    }
}
