package dev.dynamicworkers.playground.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/// The application's own log as a file of the person, and an older one: what fails in the application itself, without
/// values of secrets. Safe on any thread; blocks.
final class LogFile implements AutoCloseable {
    private static final int MOST_BYTES = 1 << 20;
    private static final int FILES = 2;

    private final Path folder;
    private @Nullable FileHandler handler;

    /// volatile: set on the FX thread, used by whichever thread logs.
    private volatile UnaryOperator<String> mask = UnaryOperator.identity();

    /// @param folder only of logs
    LogFile(Path folder) {
        this.folder = folder;
    }

    /// Where the files are.
    Path folder() {
        return folder;
    }

    /// Has values of secrets taken out of what is written from now on.
    void maskedBy(UnaryOperator<String> masking) {
        mask = masking;
    }

    /// Begins to write; without effect while it does.
    ///
    /// @throws IOException when the disk refuses
    synchronized void begin() throws IOException {
        if (handler != null) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
        String pattern = folder.toString().replace("%", "%%") + "/playground-%g.log";
        FileHandler opened = new FileHandler(pattern, MOST_BYTES, FILES, /* append= */ true);
        opened.setFormatter(new Lines());
        LogManager.getLogManager().getLogger("").addHandler(opened);
        handler = opened;
    }

    /// Writes no more; what is there stays.
    @Override
    public synchronized void close() {
        FileHandler open = handler;
        if (open != null) {
            handler = null;
            LogManager.getLogManager().getLogger("").removeHandler(open);
            open.close();
        }
    }

    /// Deletes what was written, and goes on if it did.
    ///
    /// @throws IOException when the disk refuses
    synchronized void delete() throws IOException {
        boolean goesOn = handler != null;
        close();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "playground-*.log*")) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
        }
        if (goesOn) {
            begin();
        }
    }

    /// An entry is a line; further lines of its text are indented, so that none of them looks like another entry.
    private final class Lines extends Formatter {
        @Override
        public String format(LogRecord entry) {
            StringWriter text = new StringWriter();
            text.append(formatMessage(entry));
            if (entry.getThrown() != null) {
                text.append('\n');
                entry.getThrown().printStackTrace(new PrintWriter(text));
            }
            String masked = mask.apply(text.toString()).strip().replaceAll("\\R", "\n    ");
            return Instant.ofEpochMilli(entry.getMillis()) + " " + entry.getLevel() + " " + entry.getLoggerName() + ": "
                    + masked + "\n";
        }
    }
}
