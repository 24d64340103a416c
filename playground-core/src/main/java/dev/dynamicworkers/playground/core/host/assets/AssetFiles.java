package dev.dynamicworkers.playground.core.host.assets;

import dev.dynamicworkers.playground.core.project.IgnoreRules;
import dev.dynamicworkers.playground.core.project.StaticAssets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The files of a folder of assets as they are at the moment. Never leaves the folder, links included. Blocks; safe on
/// any thread.
final class AssetFiles {
    private static final List<String> NEVER = List.of("/.assetsignore", "/_headers", "/_redirects");

    private final Path folder;
    // volatile: replaced when the file has changed
    private volatile @Nullable Ignored ignored;

    private record Ignored(long modified, IgnoreRules rules) {}

    AssetFiles(Path folder) {
        this.folder = folder;
    }

    /// The file that a path of a URL names, decoded and beginning with `/`; empty when there is none to serve.
    Optional<Path> find(String path) {
        if (!path.startsWith("/")
                || path.endsWith("/")
                || path.indexOf('\0') >= 0
                || path.indexOf('\\') >= 0
                || NEVER.stream().anyMatch(path::equalsIgnoreCase)) {
            return Optional.empty();
        }
        for (String part : path.substring(1).split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return Optional.empty();
            }
        }
        try {
            Path file = folder.resolve(path.substring(1));
            if (!Files.isRegularFile(file)
                    || !file.toRealPath().startsWith(folder.toRealPath())
                    || Files.size(file) > StaticAssets.MOST_BYTES
                    || rules().ignores(path.substring(1))) {
                return Optional.empty();
            }
            return Optional.of(file);
        } catch (IOException | InvalidPathException unusable) {
            return Optional.empty();
        }
    }

    /// The text of a file of rules; empty where there is none.
    String text(String name) {
        try {
            Path file = folder.resolve(name);
            return Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath())
                    ? Files.readString(file)
                    : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    /// Changes when the file of rules does.
    long modified(String name) {
        try {
            Path file = folder.resolve(name);
            return Files.exists(file) ? Files.getLastModifiedTime(file).toMillis() * 31 + Files.size(file) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    private IgnoreRules rules() {
        long modified = modified(".assetsignore");
        Ignored known = ignored;
        if (known == null || known.modified != modified) {
            known = new Ignored(modified, IgnoreRules.of(text(".assetsignore")));
            ignored = known;
        }
        return known.rules;
    }
}
