package dev.dynamicworkers.playground.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogFileTest {
    private static final System.Logger LOG = System.getLogger(LogFileTest.class.getName());

    @TempDir
    private Path folder;

    private LogFile log;

    @BeforeEach
    void make() {
        log = new LogFile(folder.resolve("100% logs"));
    }

    @AfterEach
    void close() {
        log.close();
    }

    private String written() throws IOException {
        return Files.readString(log.folder().resolve("playground-0.log"));
    }

    @Test
    void faultsAreWrittenWithoutSecretsAndNoLineLooksLikeAnotherEntry() throws IOException {
        log.maskedBy(text -> text.replace("hunter22", "[secret KEY]"));
        log.begin();
        log.begin();
        LOG.log(Level.WARNING, "could not save\n2026-01-01T00:00:00Z SEVERE forged: hunter22", new IOException("full"));
        LOG.log(Level.DEBUG, "nothing to see");

        assertThat(written().lines().filter(line -> !line.startsWith("    ")))
                .singleElement()
                .asString()
                .endsWith(" WARNING " + LogFileTest.class.getName() + ": could not save");
        assertThat(written())
                .contains("\n    2026-01-01T00:00:00Z SEVERE forged: [secret KEY]\n")
                .contains("java.io.IOException: full")
                .doesNotContain("hunter22", "nothing to see");
    }

    @Test
    void whatIsDeletedIsGoneAndWhatComesLaterIsWritten() throws IOException {
        log.begin();
        LOG.log(Level.WARNING, "first");
        log.delete();
        assertThat(written()).isEmpty();
        LOG.log(Level.WARNING, "second");
        assertThat(written()).contains("second").doesNotContain("first");
    }

    @Test
    void nothingIsWrittenOnceItIsClosed() throws IOException {
        log.begin();
        log.close();
        LOG.log(Level.WARNING, "after");
        assertThat(written()).isEmpty();
        log.delete();
        assertThat(log.folder()).isEmptyDirectory();
    }
}
