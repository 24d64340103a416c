package dev.dynamicworkers.playground.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The overlay's file: what it says, what is wrong with it, and how it is changed.
final class PlaygroundFileTest {
    private static final String FULL = """
        {
          // What greeter may do.
          "version": 1,
          "future": { "kept": [1, 2] },
          "ask": { "timeoutSeconds": 5 },
          "parent": { "grants": { "NOTES": "read-only" }, "limits": { "cpuMs": 50 } },
          "dynamicWorkers": {
            "greeter": {
              "grants": {
                "GREETER": { "mode": "ask", "methods": { "greet": "allow", "wipe": "deny",
                  "list": { "fixture": { "value": [1, "two"], "delayMs": 20 } } } },
                "AI": { "fixture": { "error": { "name": "TypeError", "message": "no model" } } }
              },
              "limits": { "cpuMs": 20, "subRequests": 3 }
            },
            "*": { "grants": { "*": "off" }, "limits": { "cpuMs": 10 } },
            "user-*": { "grants": { "MODE": "on" } }
          }
        }
        """;

    @Test
    void saysWhatItSays() {
        PlaygroundFile file = PlaygroundFile.of(FULL);
        assertThat(file.problems())
                .extracting(ConfigProblem::sentence)
                .singleElement()
                .asString()
                .contains("future");
        Overlay overlay = file.overlay();
        assertThat(overlay.answerTime()).isEqualTo(Duration.ofSeconds(5));
        assertThat(overlay.parent())
                .isEqualTo(
                        new WorkerOverlay(Map.of("NOTES", Grant.of(Grant.Mode.READ_ONLY)), new ResourceLimits(50, -1)));
        WorkerGrants greeter = overlay.forDynamic("greeter");
        assertThat(greeter.limits()).isEqualTo(new ResourceLimits(10, 3));
        assertThat(decide(greeter, "GREETER", "greet")).isEqualTo("Allowed");
        assertThat(decide(greeter, "GREETER", "wipe"))
                .isEqualTo("dynamicWorkers.greeter.grants.GREETER.methods.wipe = \"deny\"");
        assertThat(decide(greeter, "GREETER", "wipe.all")).contains("methods.wipe");
        assertThat(decide(greeter, "GREETER", "other")).isEqualTo("dynamicWorkers.greeter.grants.GREETER = \"ask\"");
        assertThat(decide(greeter, "AI", "run")).contains("grants.AI = \"fixture\"");
        assertThat(decide(greeter, "KEY", "get")).isEqualTo("dynamicWorkers.\"*\".grants.\"*\" = \"off\"");
        assertThat(decide(overlay.forDynamic("user-1"), "MODE", "get")).isEqualTo("Allowed");
        assertThat(decide(overlay.forParent(), "NOTES", "put")).contains("read-only");
        assertThat(greeter.decide("GREETER", "list", WorkerGrants.Effect.UNKNOWN))
                .isEqualTo(new GrantVerdict.Fixed(
                        "dynamicWorkers.greeter.grants.GREETER.methods.list = \"fixture\"",
                        new Fixture("[1,\"two\"]", null, Duration.ofMillis(20))));
    }

    private static String decide(WorkerGrants grants, String binding, String method) {
        return switch (grants.decide(binding, method, WorkerGrants.Effect.WRITE)) {
            case GrantVerdict.Allowed _ -> "Allowed";
            case GrantVerdict.Denied(String rule, String _) -> rule;
            case GrantVerdict.Asked(String rule, Duration _) -> rule;
            case GrantVerdict.Fixed(String rule, Fixture _) -> rule;
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "[]; 1:1",
                "{ 'version': 1, ; 1:16",
                "{ 'version': 0 }; 1:14",
                "{ 'parent': 7 }; 1:13",
                "{ 'parent': { 'grants': { 'A': 'maybe' } } }; 1:32",
                "{ 'parent': { 'grants': { 'A': 'fixture' } } }; 1:32",
                "{ 'parent': { 'grants': { 'A': true } } }; 1:32",
                "{ 'parent': { 'grants': { 'A': { 'methods': { 'm': 5 } } } } }; 1:52",
                "{ 'parent': { 'grants': { 'A': { 'methods': { 'm': { } } } } } }; 1:52",
                "{ 'parent': { 'grants': { 'A': { 'fixture': { 'value': 1, 'error': 'x' } } } } }; 1:68",
                "{ 'parent': { 'limits': { 'cpuMs': 0 } } }; 1:36",
                "{ 'ask': { 'timeoutSeconds': 1e9 } }; 1:30"
            })
    void aProblemHasItsPlace(String text, String place) {
        assertThatThrownBy(() -> PlaygroundFile.of(text.replace('\'', '"')))
                .isInstanceOf(ProjectException.class)
                .hasMessageStartingWith(PlaygroundFile.NAME + ":" + place + ":");
    }

    @Test
    void aChangeTouchesOnlyWhatItIsAbout(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve(".playground"));
        Files.writeString(folder.resolve(PlaygroundFile.NAME), FULL);
        Grant quiet = new Grant(Grant.Mode.ON, null, Map.of("wipe", Grant.Method.of(Grant.Access.DENY)));
        PlaygroundFile.read(folder).grantingDynamic("greeter", "AI", quiet).save(folder);
        String line =
                "        \"AI\": { \"fixture\": { \"error\": { \"name\": \"TypeError\", \"message\": \"no model\" } }"
                        + " }";
        assertThat(Files.readString(folder.resolve(PlaygroundFile.NAME)))
                .isEqualTo(FULL.replace(
                        line,
                        "        \"AI\": {\n"
                                + "          \"mode\": \"on\",\n"
                                + "          \"methods\": { \"wipe\": \"deny\" }\n"
                                + "        }"));
        PlaygroundFile.read(folder)
                .without(List.of("dynamicWorkers", "greeter", "grants", "AI"))
                .save(folder);
        assertThat(Files.readString(folder.resolve(PlaygroundFile.NAME)))
                .doesNotContain("AI")
                .contains("// What");
        assertThat(Files.list(folder.resolve(".playground"))).hasSize(1);
    }

    @Test
    void beginsWithoutAFile(@TempDir Path folder) {
        assertThat(PlaygroundSettings.read(folder).overlay()).isEqualTo(Overlay.NONE);
        PlaygroundFile.read(folder)
                .grantingParent("KEY", Grant.of(Grant.Mode.OFF))
                .save(folder);
        PlaygroundSettings settings = PlaygroundSettings.read(folder);
        assertThat(settings.overlay().parent().grants()).containsEntry("KEY", Grant.of(Grant.Mode.OFF));
        assertThat(settings.problems()).isEmpty();
    }

    @Test
    void whatOthersWroteMeanwhileStays(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve(".playground"));
        Path disk = folder.resolve(PlaygroundFile.NAME);
        Files.writeString(disk, "{ \"version\": 1, \"ask\": { \"timeoutSeconds\": 9 } }");
        PlaygroundFile mine = PlaygroundFile.read(folder)
                .grantingParent("KEY", Grant.of(Grant.Mode.OFF))
                .without(List.of("ask"));
        PlaygroundFile.read(folder)
                .grantingParent("OTHER", Grant.of(Grant.Mode.ASK))
                .save(folder);
        mine.save(folder);
        assertThat(PlaygroundFile.read(folder).overlay().parent().grants()).containsOnlyKeys("OTHER", "KEY");
        assertThat(Files.readString(disk)).doesNotContain("ask\":");

        Files.writeString(disk, "{ broken");
        assertThatThrownBy(() -> mine.save(folder)).isInstanceOf(ProjectException.class);
        assertThat(disk).hasContent("{ broken");
    }

    @Test
    void aNewerFileIsReadAndNotChanged(@TempDir Path folder) {
        PlaygroundFile file = PlaygroundFile.of("{ \"version\": 2, \"parent\": { \"grants\": { \"A\": \"off\" } } }");
        assertThat(file.overlay().parent().grants()).containsKey("A");
        assertThat(file.problems())
                .extracting(ConfigProblem::message)
                .singleElement()
                .asString()
                .contains("newer");
        assertThatThrownBy(() -> file.save(folder))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("newer");
    }
}
