package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.task.Tasks;
import dev.dynamicworkers.playground.core.project.PlaygroundFile;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Tells when something below a folder, or one of others that belong to it, changed, at most a few times a second. Of
/// what is hidden there the rules of the project and the fixtures that they name are all that counts. Runs on a thread
/// of its own.
///
/// It tells once for the folder as it finds it, as soon as it watches: who looks at the disk then misses nothing.
final class FolderWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FolderWatch.class.getName());
    private static final Path RULES = Path.of(PlaygroundFile.NAME);
    private static final Path FIXTURES = RULES.resolveSibling("fixtures");
    private static final long SETTLE_MILLIS = 150;
    private static final long LOOK_MILLIS = 2_000;

    private final Path root;
    private final Runnable changed;
    private final Tasks.Pending loop;
    // volatile: written on the FX thread, read on the watcher's
    private volatile Set<Path> others = Set.of();

    /// @param changed called on the watcher's thread
    FolderWatch(Path root, Tasks tasks, Runnable changed) {
        this.root = root;
        this.changed = changed;
        this.loop = tasks.loop("folder-watch", this::watch);
    }

    /// Watches these folders too, in place of the others so far. FX thread.
    void also(Set<Path> folders) {
        others = Set.copyOf(folders);
    }

    private void watch() {
        try (WatchService service = root.getFileSystem().newWatchService()) {
            register(service, root);
            changed.run();
            Set<Path> watched = Set.of();
            while (!Thread.currentThread().isInterrupted()) {
                Set<Path> wanted = others;
                if (!wanted.equals(watched)) {
                    watched = wanted;
                    registerAll(service, wanted);
                }
                WatchKey key = service.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (key == null) {
                    continue;
                }
                boolean counts = false;
                do {
                    counts |= counts(key);
                    key.reset();
                    key = service.poll(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
                } while (key != null);
                if (counts) {
                    register(service, root);
                    registerAll(service, watched);
                    changed.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ClosedWatchServiceException | IOException e) {
            LOG.log(Level.WARNING, "changes on disk are not noticed any more", e);
            changed.run();
        }
    }

    /// Beside the rules are what programs store and what the playground writes for itself.
    private static boolean counts(WatchKey key) {
        List<WatchEvent<?>> events = key.pollEvents();
        boolean isBesideRules = key.watchable() instanceof Path folder && folder.endsWith(RULES.getParent());
        return !isBesideRules
                || events.stream()
                        .map(WatchEvent::context)
                        .anyMatch(name -> name == null
                                || name.equals(RULES.getFileName())
                                || name.equals(FIXTURES.getFileName()));
    }

    private static void registerAll(WatchService service, Set<Path> folders) throws IOException {
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                register(service, folder);
            }
        }
    }

    private static void register(WatchService service, Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (FileNode.isHidden(folder) && !folder.equals(root)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                listen(service, folder);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
        for (Path own : List.of(root.resolve(RULES).resolveSibling(""), root.resolve(FIXTURES))) {
            if (Files.isDirectory(own)) {
                listen(service, own);
            }
        }
    }

    private static void listen(WatchService service, Path folder) throws IOException {
        folder.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_DELETE,
                StandardWatchEventKinds.ENTRY_MODIFY);
    }

    @Override
    public void close() {
        loop.cancel();
    }
}
