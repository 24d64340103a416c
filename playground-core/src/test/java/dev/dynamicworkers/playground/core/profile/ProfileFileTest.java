package dev.dynamicworkers.playground.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The file that Chrome's developer tools and Visual Studio Code open.
final class ProfileFileTest {
    private static JsonNode read(String text) {
        return new JsonMapper().readTree(text);
    }

    private static List<String> names(JsonNode file) {
        List<String> names = new ArrayList<>();
        file.get("nodes")
                .forEach(node -> names.add(node.get("id").asInt() + " "
                        + node.get("callFrame").get("functionName").asString() + " "
                        + node.get("callFrame").get("url").asString() + " "
                        + node.get("callFrame").get("lineNumber").asInt() + ":"
                        + node.get("callFrame").get("columnNumber").asInt() + " "
                        + node.get("hitCount").asInt() + " " + node.path("children") + " "
                        + node.path("positionTicks")));
        return names;
    }

    private static List<Long> numbers(JsonNode array) {
        List<Long> numbers = new ArrayList<>();
        array.forEach(each -> numbers.add(each.asLong()));
        return numbers;
    }

    @Test
    void nodesHaveTheirFunctionsLinesAndIsolates() {
        JsonNode file = read(ProfileFile.text(Profiles.small(), null));

        assertThat(names(file))
                .containsExactly(
                        "1 (root)  -1:-1 0 [2,3,8] ",
                        "2 (idle)  -1:-1 1  ",
                        "3 (isolate parent)  -1:-1 0 [4] ",
                        "4 fetch src/index.js 1:2 1 [5] [{\"line\":3,\"ticks\":1}]",
                        "5 walk src/index.js 8:0 1 [6] [{\"line\":12,\"ticks\":1}]",
                        "6 walk src/index.js 8:0 2 [7] [{\"line\":11,\"ticks\":2}]",
                        "7 sort  -1:-1 1  ",
                        "8 (isolate greeter)  -1:-1 0 [9] ",
                        "9  main.js 3:6 1 [10] [{\"line\":5,\"ticks\":1}]",
                        "10 (runtime)  -1:-1 1  ");
    }

    @Test
    void samplesLastFromTheStartToTheEnd() {
        JsonNode file = read(ProfileFile.text(Profiles.small(), null));

        assertThat(numbers(file.get("samples"))).containsExactly(2L, 4L, 6L, 7L, 5L, 9L, 10L, 6L);
        assertThat(numbers(file.get("timeDeltas")))
                .containsExactly(0L, 500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 32_000L);
        assertThat(file.get("startTime").asLong()).isEqualTo(1_800_000_000_000_005L);
        assertThat(file.get("endTime").asLong()).isEqualTo(1_800_000_000_000_005L + 127_500);
        assertThat(file.get("playground")).hasToString("{\"intervalMicros\":1000,\"missedSamples\":3}");
    }

    @Test
    void filesOfTheProjectAreFoundWhereTheyAre(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("run.cpuprofile");
        ProfileFile.write(Profiles.small(), folder, file);

        JsonNode fetch = read(Files.readString(file)).get("nodes").get(3).get("callFrame");
        assertThat(fetch.get("url").asString())
                .isEqualTo(folder.resolve("src/index.js").toUri().toString());
        assertThat(fetch.get("scriptId").asString()).isEqualTo("1");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void aFileThatCannotBeWrittenLeavesWhatWasThere(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("run.cpuprofile");
        Files.createDirectories(file.resolve("full"));

        assertThatThrownBy(() -> ProfileFile.write(Profiles.small(), folder, file))
                .isInstanceOf(IOException.class);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }
}
