package dev.dynamicworkers.playground.core.project.share;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/// A folder that comes into being with all its files, or not at all. Blocks.
final class NewFolder {
    private NewFolder() {}

    /// @param contents by paths whose parts are names, checked before
    /// @throws SharingException when there is something already
    static void fill(Path target, Map<String, byte[]> contents) throws IOException, SharingException {
        boolean exists = Files.exists(target);
        if (exists && (!Files.isDirectory(target) || !isEmpty(target))) {
            throw new SharingException(target + " is there already; name a new folder, or an empty one.");
        }
        Path parent = target.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException("not a folder that can be made");
        }
        Files.createDirectories(parent);
        Path temporary = Files.createTempDirectory(parent, ".playground-import");
        try {
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                Interrupted.check();
                Path file = temporary.resolve(content.getKey()).normalize();
                if (!file.startsWith(temporary)) {
                    throw new IOException(content.getKey() + " leads out of the folder");
                }
                Files.createDirectories(file.getParent());
                Files.write(file, content.getValue());
            }
            if (exists) {
                Files.delete(target);
            }
            Files.move(temporary, target);
        } finally {
            remove(temporary);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            entries.sorted(Comparator.reverseOrder()).forEach(entry -> {
                try {
                    Files.delete(entry);
                } catch (IOException busy) {
                    throw new UncheckedIOException(busy);
                }
            });
        } catch (UncheckedIOException busy) {
            throw busy.getCause();
        }
    }
}
