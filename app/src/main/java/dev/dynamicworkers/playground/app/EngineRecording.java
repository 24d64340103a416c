package dev.dynamicworkers.playground.app;

import dev.dynamicworkers.playground.core.process.EngineLaunch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Part of an installer's rehearsal: an engine process records the archive of classes that later ones start from.
final class EngineRecording {
    private static final int LONGEST_SECONDS = 240;

    private EngineRecording() {}

    /// Writes the archive that the system property names; without it engines work, and start slower.
    static void run() {
        var archive = System.getProperty(EngineLaunch.ARCHIVE_PROPERTY);
        if (archive == null) {
            return;
        }
        try {
            var folder = Files.createTempDirectory("playground-recording-");
            var command = EngineLaunch.ofThisProcess().commandThatRecords(folder, Path.of(archive));
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Files.deleteIfExists(folder);
        } catch (IOException unwritable) {
            System.getLogger(EngineRecording.class.getName())
                    .log(System.Logger.Level.WARNING, "no archive of the engine's classes", unwritable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
