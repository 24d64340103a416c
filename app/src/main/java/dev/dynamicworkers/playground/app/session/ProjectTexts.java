package dev.dynamicworkers.playground.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The texts of a project's files at one moment. Immutable; reading blocks and is safe on any thread.
///
/// @param paths of all files, in the order of the tree
/// @param unsaved texts that are on screen but not on disk, by path
public record ProjectTexts(Path root, List<String> paths, Map<String, String> unsaved) {
    private static final long MOST_BYTES = 2L << 20;

    public ProjectTexts {
        paths = List.copyOf(paths);
        unsaved = Map.copyOf(unsaved);
    }

    /// What stands for the text of a file: equal to what it was as long as the text is the same.
    public Object version(String path) {
        String text = unsaved.get(path);
        if (text != null) {
            return text;
        }
        try {
            BasicFileAttributes found = Files.readAttributes(root.resolve(path), BasicFileAttributes.class);
            return List.of(found.size(), found.lastModifiedTime(), String.valueOf(found.fileKey()));
        } catch (IOException e) {
            return "";
        }
    }

    /// The text of a file; empty for one that is no text, is larger than 2 MiB or is gone.
    public Optional<String> read(String path) {
        String text = unsaved.get(path);
        if (text != null) {
            return Optional.of(text);
        }
        Path file = root.resolve(path);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            TextContent content = TextStore.load(file);
            boolean binary =
                    !content.readOnlyReason().isEmpty() || content.text().indexOf('\0') >= 0;
            return binary ? Optional.empty() : Optional.of(content.text());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
