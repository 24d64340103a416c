package dev.dynamicworkers.playground.core.modules;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/// The name of a module as the engine's module loader sees it: a path in a file system that exists in memory only.
///
/// The loader resolves a specifier by asking the importing module's path for its sibling, which is where the
/// platform's rules of
/// resolution are applied (ModuleTable).
final class ModulePath implements Path {
    private final ModuleTable table;
    private final String name;

    ModulePath(ModuleTable table, String name) {
        this.table = table;
        this.name = name;
    }

    /// Name without the leading slash.
    String name() {
        return name;
    }

    @Override
    public Path resolveSibling(String specifier) {
        return new ModulePath(table, table.resolve(name, specifier));
    }

    @Override
    public Path resolveSibling(Path other) {
        return resolveSibling(other.toString());
    }

    /// What stack traces call the module.
    @Override
    public Path getFileName() {
        return this;
    }

    @Override
    public boolean isAbsolute() {
        return true;
    }

    @Override
    public Path getRoot() {
        return new ModulePath(table, "");
    }

    @Override
    public @Nullable Path getParent() {
        return name.isEmpty() ? null : getRoot();
    }

    @Override
    public int getNameCount() {
        return 1;
    }

    @Override
    public Path getName(int index) {
        return this;
    }

    @Override
    public Path subpath(int from, int to) {
        return this;
    }

    @Override
    public boolean startsWith(Path other) {
        return equals(other);
    }

    @Override
    public boolean endsWith(Path other) {
        return equals(other);
    }

    @Override
    public Path normalize() {
        return this;
    }

    @Override
    public Path resolve(Path other) {
        return other;
    }

    @Override
    public Path resolve(String other) {
        return new ModulePath(table, other);
    }

    @Override
    public Path relativize(Path other) {
        return other;
    }

    @Override
    public URI toUri() {
        return URI.create("worker:///" + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    @Override
    public Path toAbsolutePath() {
        return this;
    }

    @Override
    public Path toRealPath(LinkOption... options) {
        return this;
    }

    @Override
    public FileSystem getFileSystem() {
        throw new UnsupportedOperationException("modules have no file system");
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("modules cannot be watched");
    }

    @Override
    public int compareTo(Path other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ModulePath path && path.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
