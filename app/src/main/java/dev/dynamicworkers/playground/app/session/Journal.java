package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.settings.JsonFile;
import dev.dynamicworkers.playground.app.task.RunningTask;
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
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What would be lost if the process ended in this moment: texts and requests that are not on disk, and the run that is
/// live. Kept in a file of the person, written a moment after each change. FX thread; the file is written by tasks.
final class Journal {
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
    private final UnsavedRequests requests;
    private final OwnFiles ownFiles;
    private long run;
    private boolean written;
    private long writes;
    private long stored;
    private boolean ready;
    private boolean waiting;
    private boolean closed;
    private Tasks.@Nullable Pending pending;

    /// What a process that was killed left behind, or one that ended in good order with something that was not saved.
    ///
    /// @param texts that were not saved, by path
    /// @param hashes of the files on disk that they were made from, by path
    /// @param run number of the run that was live, 0 for none
    /// @param requests that were written and not saved
    /// @param goodOrder whether the window was closed
    record Remains(
            Map<String, String> texts,
            Map<String, String> hashes,
            long run,
            UnsavedRequests.Remains requests,
            boolean goodOrder) {
        boolean isEmpty() {
            return texts.isEmpty() && run == 0 && requests.count() == 0;
        }
    }

    /// @param folder that has a file for each project
    /// @param ownFiles tells where the disk refuses it
    Journal(Path project, Path folder, Tasks tasks, OpenFiles open, UnsavedRequests requests, OwnFiles ownFiles) {
        this.requests = requests;
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
        return new Remains(
                texts,
                hashes,
                root.path("run").asLong(0),
                requests(root.path("requests")),
                root.path("closed").asBoolean(false));
    }

    private UnsavedRequests.Remains requests(JsonNode array) {
        List<UnsavedRequest> left = new ArrayList<>();
        UnsavedRequest shown = null;
        for (JsonNode node : array) {
            try {
                RequestDraft onDisk = RequestJson.read(node.path("onDisk"));
                UnsavedRequest request =
                        new UnsavedRequest(kept(node, onDisk), onDisk, RequestJson.read(node.path("written")));
                if (node.path("shown").asBoolean(false)) {
                    shown = request;
                } else {
                    left.add(request);
                }
            } catch (IllegalArgumentException e) {
                LOG.log(Level.WARNING, "a request of the journal can't be read", e);
            }
        }
        return new UnsavedRequests.Remains(left, shown);
    }

    private @Nullable KeptRequest kept(JsonNode node, RequestDraft onDisk) {
        String path = node.path("path").asString("");
        if (path.isEmpty()) {
            return null;
        }
        // A file that is gone is written again with this request alone.
        int index = Files.exists(project.resolve(path)) ? node.path("index").asInt(0) : 0;
        return new KeptRequest(path, index, node.path("name").asString(""), onDisk);
    }

    private String onDisk(String path) {
        Path disk = project.resolve(path);
        try {
            if (Files.notExists(disk)) {
                Files.createDirectories(disk.toAbsolutePath().getParent());
                Files.createFile(disk);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a file of the journal can't be made", e);
            return "";
        }
        return textOnDisk(disk);
    }

    /// Takes note that what the last process left behind was brought back; its file goes or is written anew.
    void taken() {
        written = true;
        ready = true;
        changed();
    }

    /// Takes note that the last process left nothing behind.
    void nothingToTake() {
        ready = true;
        if (waiting) {
            changed();
        }
    }

    /// Takes note of a run that is live; 0 when it is over.
    void run(long number) {
        run = number;
        changed();
    }

    /// Takes note that something is not saved, or that it is.
    void changed() {
        if (!ready) {
            // What the last process left behind is not read yet, and must not be written over.
            waiting = true;
        } else if (pending == null) {
            boolean large = open.files().stream()
                    .anyMatch(file -> file.savedProperty().get().text().length() > LARGE);
            pending = tasks.later(large ? WRITE_LARGE_AFTER : WRITE_AFTER, this::write);
        }
    }

    private void write() {
        pending = null;
        waiting = false;
        List<Unsaved> unsaved = unsaved();
        UnsavedRequests.Remains asked = closed ? requests.atEnd() : requests.now();
        long live = closed ? 0 : run;
        boolean nothing = unsaved.isEmpty() && live == 0 && asked.count() == 0;
        if (nothing && !written) {
            return;
        }
        written = !nothing;
        boolean goodOrder = closed;
        long number = ++writes;
        write(() -> {
            store(number, nothing ? null : whole(unsaved, asked, live).put("closed", goodOrder));
            return Boolean.TRUE;
        });
    }

    private void write(Callable<Boolean> work) {
        tasks.write(work)
                .onFailure(failure -> ownFiles.refused(LOSS, failure))
                .onSuccess(done -> ownFiles.written(LOSS));
    }

    private List<Unsaved> unsaved() {
        List<Unsaved> unsaved = new ArrayList<>();
        for (OpenFile dirty : open.files()) {
            if (dirty.dirtyProperty().get()) {
                unsaved.add(new Unsaved(
                        dirty.path(),
                        dirty.snapshot(),
                        dirty.savedProperty().get().hash()));
            }
        }
        return unsaved;
    }

    private record Unsaved(String path, Supplier<String> text, String hash) {}

    private ObjectNode whole(List<Unsaved> unsaved, UnsavedRequests.Remains asked, long live) {
        ObjectNode root = JsonFile.empty();
        root.put("version", VERSION);
        root.put("project", project.toString());
        root.put("run", live);
        ObjectNode files = root.putObject("files");
        unsaved.forEach(file ->
                files.putObject(file.path()).put("text", file.text().get()).put("hash", file.hash()));
        ArrayNode requests = root.putArray("requests");
        asked.left().forEach(request -> write(requests.addObject(), request));
        if (asked.shown() != null) {
            write(requests.addObject().put("shown", true), asked.shown());
        }
        return root;
    }

    private static void write(ObjectNode into, UnsavedRequest request) {
        KeptRequest kept = request.kept();
        if (kept != null) {
            into.put("path", kept.path()).put("index", kept.index()).put("name", kept.name());
        }
        RequestJson.write(into.putObject("onDisk"), request.onDisk());
        RequestJson.write(into.putObject("written"), request.written());
    }

    /// Tasks may come in another order than they were started: an older text never replaces a newer one.
    ///
    /// @param root null where there is nothing to keep
    private synchronized void store(long number, @Nullable ObjectNode root) throws IOException {
        if (number < stored) {
            return;
        }
        stored = number;
        if (root == null) {
            Files.deleteIfExists(file.path());
        } else {
            file.write(root);
        }
    }

    /// Keeps what is not saved as a window does that is closed in good order, and no more. What is saved after this is
    /// still taken note of.
    ///
    /// @param saves that are under way: what comes to the disk by them is not kept here
    void close(List<RunningTask<?>> saves) {
        closed = true;
        if (pending != null) {
            pending.cancel();
            pending = null;
        }
        if (!ready) {
            return;
        }
        List<Unsaved> unsaved = unsaved();
        UnsavedRequests.Remains asked = requests.atEnd();
        written = true;
        long number = ++writes;
        write(() -> {
            for (RunningTask<?> save : saves) {
                save.join();
            }
            List<Unsaved> left = unsaved.stream()
                    .filter(file -> !file.text().get().equals(textOnDisk(project.resolve(file.path()))))
                    .toList();
            boolean nothing = left.isEmpty() && asked.count() == 0;
            store(number, nothing ? null : whole(left, asked, 0).put("closed", true));
            return Boolean.TRUE;
        });
    }

    private static String textOnDisk(Path file) {
        try {
            return TextStore.load(file).text();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a file of the journal can't be read", e);
            return "";
        }
    }
}
