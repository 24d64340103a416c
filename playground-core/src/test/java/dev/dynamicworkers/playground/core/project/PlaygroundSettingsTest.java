package dev.dynamicworkers.playground.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.core.worker.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a project says to the playground alone.
final class PlaygroundSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void aProjectNeedsNone() {
        assertThat(PlaygroundSettings.read(folder).retention()).isEqualTo(Retention.DEFAULT);
    }

    @Test
    void saysHowLongIdleWorkersStay() throws IOException {
        write("{ \"dynamicWorkers\": { \"idleNamed\": 3, \"idleSeconds\": 60 /* a minute */ } }");
        assertThat(PlaygroundSettings.read(folder).retention()).isEqualTo(new Retention(20, 3, Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "{ \"dynamicWorkers\": 5 }",
                "{ \"dynamicWorkers\": { \"idleNamed\": -1 } }",
                "{ \"dynamicWorkers\": { \"idleNamed\": 1.5 } }",
                "{ \"dynamicWorkers\": { \"idleSeconds\": \"60\" } }",
                "{ \"dynamicWorkers\": { \"unnamedShown\": 1e9 } }"
            })
    void anythingElseIsAProblemWithItsPlace(String text) throws IOException {
        write(text);
        assertThatThrownBy(() -> PlaygroundSettings.read(folder))
                .isInstanceOf(ProjectException.class)
                .hasMessageStartingWith(".playground/settings.json:1:");
    }

    private void write(String text) throws IOException {
        Path file = folder.resolve(PlaygroundSettings.FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
