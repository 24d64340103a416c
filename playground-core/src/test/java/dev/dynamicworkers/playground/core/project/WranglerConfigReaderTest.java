package dev.dynamicworkers.playground.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Each `NAME.jsonc` is read and compared with `NAME.expected.json`.
final class WranglerConfigReaderTest {
    private static final Path FIXTURES = Path.of("src", "test", "resources", "project", "config");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addMixIn(BindingDeclaration.class, Case.class)
            .build();

    static List<String> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jsonc"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void configurationIsReadAsExpected(String fixture) throws IOException {
        var problems = new Problems();
        var secrets = List.of(new BindingDeclaration.Secret("TOKEN", "hidden"));
        var config = new WranglerConfigReader("wrangler.jsonc", LocalDate.of(2026, 6, 1), problems)
                .read(Files.readString(FIXTURES.resolve(fixture)), secrets)
                .map(WranglerConfigReader.Result::config)
                .orElse(null);

        var actual = JSON.createObjectNode();
        actual.set("config", config == null ? JSON.nullNode() : JSON.valueToTree(config));
        var lines = actual.putArray("problems");
        problems.sorted().forEach(problem -> lines.add(problem.severity() + " " + problem.sentence()));

        var expected = FIXTURES.resolve(fixture.replace(".jsonc", ".expected.json"));
        if (Boolean.getBoolean("fixtures.write")) {
            Files.writeString(expected, JSON.writeValueAsString(actual) + "\n");
        }
        assertThat(JSON.writeValueAsString(actual))
                .isEqualToIgnoringNewLines(Files.readString(expected).strip());
    }

    /// The engine's process gets projects as JSON.
    @Test
    void projectsSurviveTheirJson() throws IOException {
        var config = new WranglerConfigReader("wrangler.jsonc", LocalDate.of(2026, 6, 1), new Problems())
                .read(Files.readString(FIXTURES.resolve("complete.jsonc")), List.of())
                .orElseThrow()
                .config();
        var module = new ModuleFile("src/index.ts", ModuleType.ES_MODULE, new byte[] {1, -1, 0});
        var problem = new ConfigProblem(ConfigProblem.Severity.INFO, "a", 1, 2, "b", "c");
        var paired = new Project(Path.of("/a b/d"), config, Map.of(), List.of());
        var project = new Project(
                Path.of("/a b/c"), config, Map.of(module.path(), module), List.of(problem), List.of(paired));

        assertThat(JSON.readValue(JSON.writeValueAsBytes(project), Project.class))
                .isEqualTo(project);
    }

    /// Tells the cases of a sealed interface apart.
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "case")
    private interface Case {}
}
