package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.task.Tasks;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;

/// Writes files that the person asks for, each whole or not at all, and tells what came of it. FX thread.
public final class AskedFiles {
    private final Tasks tasks;
    private final Notices notices;

    AskedFiles(Tasks tasks, Notices notices) {
        this.tasks = tasks;
        this.notices = notices;
    }

    /// Writes a file in place of the one that is there.
    ///
    /// @param what it has, for the notice: `4 lines of the console`
    /// @param content computed away from the FX thread; values of secrets are its caller's business
    public void write(Path file, String what, Callable<byte[]> content) {
        tasks.run(
                        "Writing " + file.getFileName(),
                        progress -> {
                            put(file, content.call());
                            return file;
                        },
                        Tasks.Trait.TELLS_ITS_END)
                .onCancel(() -> notices.tell(file.getFileName() + " was not written."))
                .onFailure(failure -> refused(file, failure))
                .onSuccess(written -> told(what, written));
    }

    /// Tells of a file that was written.
    void told(String what, Path written) {
        notices.tell("Wrote " + what + " to " + written + ".");
    }

    /// Tells of a file that could not be written.
    void refused(Path file, Exception failure) {
        notices.problem(file.getFileName() + " was not written: " + OwnFiles.reason(failure) + ".");
    }

    private static void put(Path file, byte[] content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(part, content);
            if (Thread.interrupted()) {
                throw new InterruptedIOException("it was stopped");
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
