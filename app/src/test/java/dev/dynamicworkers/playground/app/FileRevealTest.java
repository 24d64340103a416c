package dev.dynamicworkers.playground.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileRevealTest {
    @Test
    void eachSystemIsAskedInItsWay(@TempDir Path folder) {
        Path file = folder.resolve("index.js");
        Path program = Path.of("/usr/bin/xdg-open");
        assertThat(FileReveal.of("Linux", "/bin:/usr/bin", program::equals)
                        .orElseThrow()
                        .command(file))
                .containsExactly("/usr/bin/xdg-open", folder.toString());
        assertThat(FileReveal.of("Linux", "/usr/bin", program::equals)
                        .orElseThrow()
                        .command(folder))
                .containsExactly("/usr/bin/xdg-open", folder.toString());
        assertThat(FileReveal.of("Mac OS X", "", program::equals).orElseThrow().command(file))
                .containsExactly("/usr/bin/open", "-R", file.toString());
        assertThat(FileReveal.of("Windows 11", "", program::equals)
                        .orElseThrow()
                        .command(file))
                .containsExactly("explorer.exe", "/select," + file);
        assertThat(FileReveal.of("Linux", ".:/bin", program::equals)).isEmpty();
    }
}
