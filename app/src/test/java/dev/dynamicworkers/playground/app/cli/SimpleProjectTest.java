package dev.dynamicworkers.playground.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.session.SimpleMode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The project that the window makes for someone who writes a dynamic worker only is an ordinary one.
final class SimpleProjectTest {
    @Test
    void itsGeneratedParentRunsTheDynamicWorker(@TempDir Path folder) throws IOException {
        SimpleMode.create(folder, "simple-1");
        var run = CommandLineProcess.run("run", folder.toString(), "--url", "/?name=Ada");
        assertThat(run.code()).as("%s%s", run.out(), run.err()).isZero();
        assertThat(run.out()).contains("Hello, Ada!");
    }
}
