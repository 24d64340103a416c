package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Temporary folders of child processes, and what a process that was killed leaves of them.
final class ChildFoldersTest {
    private static final String UNIQUE = "42";

    @TempDir
    private Path parent;

    @Test
    void deletesWhatProcessesThatAreGoneLeftBehind() throws IOException {
        long gone = pidOfOneThatIsGone();
        Path left = filled("playground-engine-" + gone + "-1000-" + UNIQUE);
        Path ofLanguage = filled("playground-language-" + gone + "-1000-" + UNIQUE);
        // The id of a process that lives, which began at another time.
        Path used = filled("playground-engine-" + ProcessHandle.current().pid() + "-1000-" + UNIQUE);

        ChildFolders.deleteLeftBehind(parent);

        assertThat(List.of(left, ofLanguage, used)).noneMatch(Files::exists);
    }

    @Test
    void keepsWhatIsInUseOrIsNotOurs() throws IOException {
        long gone = pidOfOneThatIsGone();
        Path own = filled(ChildFolders.prefix("engine") + UNIQUE);
        Path other = filled("playground-engine-mine");
        Path precious = filled("precious");
        Path link = Files.createSymbolicLink(parent.resolve("playground-engine-" + gone + "-1000-1"), precious);
        Path holder = filled("playground-engine-" + gone + "-1000-2");
        Files.createSymbolicLink(holder.resolve("link"), precious);

        ChildFolders.deleteLeftBehind(parent);

        assertThat(List.of(own, other, precious, link, precious.resolve("file")))
                .allMatch(Files::exists);
        assertThat(holder).doesNotExist();
    }

    /// A virtual thread that waits in a read of a pipe holds a carrier, and there are only as many as cores.
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs /bin/cat")
    void aPlatformThreadReadsWhatAProcessSays() throws IOException, InterruptedException {
        var launch = new EngineLaunch(Path.of("/bin/cat"), List.of(), 1, Duration.ZERO, Duration.ZERO);
        EngineProcess process = EngineProcess.start(launch);
        try {
            // Virtual threads are not among these.
            assertThat(Thread.getAllStackTraces().keySet())
                    .anyMatch(each -> each.getName().equals("engine-errors"));
        } finally {
            process.kill().orTimeout(120, TimeUnit.SECONDS).join();
        }
    }

    private static long pidOfOneThatIsGone() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--version")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.onExit().orTimeout(120, TimeUnit.SECONDS).join();
        return process.pid();
    }

    private Path filled(String name) throws IOException {
        Path folder = Files.createDirectory(parent.resolve(name));
        Files.writeString(folder.resolve("file"), "x");
        return folder;
    }
}
