package dev.dynamicworkers.playground.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.session.SimpleMode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The project that the window makes for someone who writes a dynamic worker only is an ordinary one.
final class SimpleProjectTest {
    @Test
    void itsGeneratedParentRunsTheDynamicWorker(@TempDir Path folder) throws IOException {
        SimpleMode.create(folder, "simple-1");
        var out = new StringWriter();
        var err = new StringWriter();
        int code = CommandLineMain.run(
                new PrintWriter(out), new PrintWriter(err), "run", folder.toString(), "--url", "/?name=Ada");
        assertThat(code).as("%s%s", out, err).isZero();
        assertThat(out.toString()).contains("Hello, Ada!");
    }
}
