package dev.dynamicworkers.playground.app.settings;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A JSON object in a file of the person. A crash leaves either the old file or the new one. Blocks; safe on any
/// thread.
public final class JsonFile {
    private static final System.Logger LOG = System.getLogger(JsonFile.class.getName());
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    /// @param file its folder is made when needed
    public JsonFile(Path file) {
        this.file = file;
    }

    /// Where it is.
    public Path path() {
        return file;
    }

    /// An object without keys.
    public static ObjectNode empty() {
        return JSON.createObjectNode();
    }

    /// What the file has; an object without keys when it is missing or broken.
    public ObjectNode read() {
        try {
            if (Files.exists(file) && JSON.readTree(Files.readString(file)) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException | JacksonException e) {
            LOG.log(Level.WARNING, file.getFileName() + " could not be read", e);
        }
        return empty();
    }

    /// Writes the object. A folder that is made for it can be entered by this person alone.
    ///
    /// @throws IOException when the disk refuses
    public synchronized void write(ObjectNode object) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                // Requests, responses and texts may carry what is nobody else's business.
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(object) + "\n";
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException refused) {
            // What is there stays; half of something else is of no use.
            deleteQuietly(temporary, refused);
            throw refused;
        }
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void deleteQuietly(Path temporary, IOException because) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException alsoRefused) {
            because.addSuppressed(alsoRefused);
        }
    }
}
