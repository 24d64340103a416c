package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SamplesTest {
    @TempDir
    private Path folder;

    @Test
    void onlyTheFirstSampleIsToldOfItsGrant() throws IOException {
        Files.createDirectories(folder.resolve("originals/hello"));
        Samples samples = new Samples(folder.resolve("originals"), folder.resolve("copies"));
        assertThat(samples.firstSteps(samples.first())).contains("Ctrl+Enter", "GREETER");
        assertThat(samples.firstSteps(folder.resolve("hello")))
                .contains("Ctrl+Enter")
                .doesNotContain("GREETER");
    }
}
