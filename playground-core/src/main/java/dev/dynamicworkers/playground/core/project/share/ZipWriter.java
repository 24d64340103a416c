package dev.dynamicworkers.playground.core.project.share;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes zip files whose bytes depend on their content alone. Blocks.
final class ZipWriter {
    /// The first moment that the format knows.
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ZipWriter() {}

    static void write(Path target, SortedMap<String, byte[]> contents) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("not a file");
        }
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, ".export", ".tmp");
        try {
            try (OutputStream file = Files.newOutputStream(temporary);
                    ZipOutputStream zip = new ZipOutputStream(file)) {
                for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                    Interrupted.check();
                    ZipEntry entry = new ZipEntry(content.getKey());
                    entry.setTimeLocal(ALWAYS);
                    zip.putNextEntry(entry);
                    zip.write(content.getValue());
                    zip.closeEntry();
                }
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
