package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.settings.JsonFile;
import dev.dynamicworkers.playground.app.task.Tasks;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What would be lost if the process ended in this moment: texts that are not on disk, and the run that is live. Kept
/// in a file of the person, written a moment after each change. FX thread; the file is written by tasks.
final class Journal implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Journal.class.getName());
    private static final Duration WRITE_AFTER = Duration.ofMillis(150);
    private static final int LARGE = 200_000;
    private static final Duration WRITE_LARGE_AFTER = Duration.ofMillis(600);
    private static final int VERSION = 1;
    private static final String LOSS = "Texts that are not saved would be lost in a crash: save your files.";

    private final Path project;
    private final JsonFile file;
    private final Tasks tasks;
    private final OpenFiles open;
    private final OwnFiles ownFiles;
    private long run;
    private boolean written;
    private long writes;
    private long stored;
    private Tasks.@Nullable Pending pending;

    /// What a process that was killed left behind.
    ///
    /// @param texts that were not saved, by path
    /// @param hashes of the files on disk that they were made from, by path
    /// @param run number of the run that was live, 0 for none
    record Remains(Map<String, String> texts, Map<String, String> hashes, long run) {
        boolean isEmpty() {
            return texts.isEmpty() && run == 0;
        }
    }

    /// @param folder that has a file for each project
    /// @param ownFiles tells where the disk refuses it
    Journal(Path project, Path folder, Tasks tasks, OpenFiles open, OwnFiles ownFiles) {
        this.ownFiles = ownFiles;
        this.project = project;
        this.tasks = tasks;
        this.open = open;
        file = new JsonFile(folder.resolve(fileName(project)));
    }

    /// A name that stands for a project's folder.
    static String fileName(Path project) {
        String path = project.toAbsolutePath().normalize().toString();
        return UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)) + ".json";
    }

    /// Reads what the last process left behind; a file that is gone from the project is there again, empty. Blocks.
    Remains read() {
        ObjectNode root = file.read();
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, String> hashes = new LinkedHashMap<>();
        root.path("files").properties().forEach(entry -> {
            String text = entry.getValue().path("text").asString("");
            if (!text.equals(onDisk(entry.getKey()))) {
                texts.put(entry.getKey(), text);
                hashes.put(entry.getKey(), entry.getValue().path("hash").asString(""));
            }
        });
        return new Remains(texts, hashes, root.path("run").asLong(0));
    }

    private String onDisk(String path) {
        Path disk = project.resolve(path);
        try {
            if (Files.notExists(disk)) {
                Files.createDirectories(disk.toAbsolutePath().getParent());
                Files.createFile(disk);
            }
            return TextStore.load(disk).text();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a file of the journal can't be read", e);
            return "";
        }
    }

    /// Takes note that what the last process left behind was brought back; its file goes or is written anew.
    void taken() {
        written = true;
        changed();
    }

    /// Takes note of a run that is live; 0 when it is over.
    void run(long number) {
        run = number;
        changed();
    }

    /// Takes note that something is not saved, or that it is.
    void changed() {
        if (pending == null) {
            boolean large = open.files().stream()
                    .anyMatch(file -> file.savedProperty().get().text().length() > LARGE);
            pending = tasks.later(large ? WRITE_LARGE_AFTER : WRITE_AFTER, this::write);
        }
    }

    private void write() {
        pending = null;
        List<Unsaved> unsaved = new ArrayList<>();
        for (OpenFile dirty : open.files()) {
            if (dirty.dirtyProperty().get()) {
                unsaved.add(new Unsaved(
                        dirty.path(),
                        dirty.snapshot(),
                        dirty.savedProperty().get().hash()));
            }
        }
        boolean nothing = unsaved.isEmpty() && run == 0;
        if (nothing && !written) {
            return;
        }
        written = !nothing;
        long live = run;
        long number = ++writes;
        tasks.run(() -> {
                    store(number, () -> whole(unsaved, live), nothing);
                    return Boolean.TRUE;
                })
                .onFailure(failure -> ownFiles.refused(LOSS, failure))
                .onSuccess(done -> ownFiles.written(LOSS));
    }

    private record Unsaved(String path, Supplier<String> text, String hash) {}

    private ObjectNode whole(List<Unsaved> unsaved, long live) {
        ObjectNode root = JsonFile.empty();
        root.put("version", VERSION);
        root.put("project", project.toString());
        root.put("run", live);
        ObjectNode files = root.putObject("files");
        unsaved.forEach(file ->
                files.putObject(file.path()).put("text", file.text().get()).put("hash", file.hash()));
        return root;
    }

    /// Tasks may come in another order than they were started: an older text never replaces a newer one.
    @SuppressWarnings("BooleanParameter") // found out one line above its only call
    private synchronized void store(long number, Supplier<ObjectNode> root, boolean nothing) throws IOException {
        if (number < stored) {
            return;
        }
        stored = number;
        if (nothing) {
            Files.deleteIfExists(file.path());
        } else {
            file.write(root.get());
        }
    }

    /// Forgets all, as a window that is closed in good order does.
    @Override
    public void close() {
        if (pending != null) {
            pending.cancel();
        }
        long last = ++writes;
        tasks.run(() -> {
                    store(last, JsonFile::empty, /* nothing= */ true);
                    return Boolean.TRUE;
                })
                .onFailure(failure -> LOG.log(Level.WARNING, "the journal could not be removed", failure));
    }
}
