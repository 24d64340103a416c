package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Programs with the answers of the reference runtime. A listed exception that passes fails the build, as does an
/// unlisted failure.
@Order(Order.DEFAULT + 4)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
final class WorkerdConformanceTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "conformance");
    private static final JsonMapper JSON = new JsonMapper();

    private LocalRuntime runtime;
    private JsonNode expectedFailures;
    private List<Pattern> messages;
    private List<Pattern> logs;

    @BeforeAll
    void startEngine() throws IOException {
        runtime = LocalRuntime.start();
        expectedFailures = JSON.readTree(Files.readString(FOLDER.resolve("workerd.expected-failures.json")));
        JsonNode tolerances = JSON.readTree(Files.readString(FOLDER.resolve("tolerances.json")));
        messages = patterns(tolerances.path("messagePatterns"));
        logs = patterns(tolerances.path("logMessagePatterns"));
    }

    @AfterAll
    void stopEngine() {
        runtime.close();
    }

    private static List<Pattern> patterns(JsonNode list) {
        List<Pattern> patterns = new ArrayList<>();
        list.forEach(each -> patterns.add(Pattern.compile(each.asString())));
        return patterns;
    }

    static Stream<String> probes() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER.resolve("workerd"))) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("probes")
    void answersAsTheReferenceRuntimeDid(String name)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Probe probe = new Probe(FOLDER.resolve("workerd").resolve(name));
        List<String> excused = new ArrayList<>();
        for (JsonNode exception : expectedFailures) {
            if (exception.path("id").asString().equals(name)) {
                exception.path("differences").forEach(each -> excused.add(each.asString()));
            }
        }
        List<String> differences = differences(probe);
        // Some programs order their work by timers a few milliseconds apart, which a cold engine on a busy machine
        // misses.
        for (int again = 0; again < 8 && differences.size() != excused.size(); again++) {
            differences = differences(probe);
        }
        assertThat(differences.stream().map(WorkerdConformanceTest::pathOf).toList())
                .as("%s", String.join("\n", differences))
                .containsExactlyInAnyOrderElementsOf(excused);
    }

    private List<String> differences(Probe probe)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        return Probe.differences(probe.expected(), probe.run(runtime), messages, logs);
    }

    private static String pathOf(String difference) {
        return difference.substring(0, difference.indexOf(": expected"));
    }
}
