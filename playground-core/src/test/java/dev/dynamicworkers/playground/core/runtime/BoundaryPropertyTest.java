package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/// What crosses the boundary between isolates: values come back as they went, and objects behave over RPC as they do in
/// one isolate. The programs are `property/clone.js` and `property/rpc.js`: they make values and operations out of
/// numbers, which are easy to make smaller when one fails.
final class BoundaryPropertyTest {
    private static final AtomicReference<@Nullable Workers> WORKERS = new AtomicReference<>();

    /// The two programs, running.
    private record Workers(LocalRuntime runtime, WorkerFixture clones, WorkerFixture calls) {}

    @BeforeContainer
    static void start() throws IOException {
        LocalRuntime runtime = LocalRuntime.start();
        WORKERS.set(new Workers(runtime, worker(runtime, "clone"), worker(runtime, "rpc")));
    }

    @AfterContainer
    static void stop() {
        workers().runtime().close();
    }

    private static Workers workers() {
        return Objects.requireNonNull(WORKERS.get());
    }

    private static WorkerFixture worker(LocalRuntime runtime, String program) throws IOException {
        try (InputStream source = Objects.requireNonNull(
                BoundaryPropertyTest.class.getResourceAsStream("/property/" + program + ".js"))) {
            String code = new String(source.readAllBytes(), StandardCharsets.UTF_8) + "\nexport class Room {}\n";
            return WorkerFixture.start(runtime, RuntimeOptions.DEFAULT, code);
        }
    }

    @Provide
    Arbitrary<List<List<Integer>>> choices() {
        return Arbitraries.integers()
                .between(0, 999)
                .list()
                .ofMaxSize(60)
                .list()
                .ofSize(8);
    }

    @Property(tries = 40)
    void clonedValuesAreTheSame(@ForAll("choices") List<List<Integer>> choices) {
        assertThat(answer(workers().clones(), choices)).isEqualTo("same");
    }

    @Property(tries = 20)
    void objectsBehaveOverRpcAsTheyDoAtHome(@ForAll("choices") List<List<Integer>> choices) {
        assertThat(answer(workers().calls(), choices)).isEqualTo("same");
    }

    private static String answer(WorkerFixture worker, List<List<Integer>> choices) {
        var body = new RequestBody.Bytes(choices.toString().getBytes(StandardCharsets.UTF_8));
        return WorkerFixture.text(
                worker.send(new Invocation.Fetch("POST", "http://fixture/", List.of(), body, /* entrypoint= */ null)));
    }
}
