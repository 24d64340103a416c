package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.error.ErrorReporter;
import dev.dynamicworkers.playground.app.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The requests that the project keeps under `requests/`. FX thread.
public final class RequestFiles {
    private static final String FOLDER = "requests/";

    private final Path root;
    private final Tasks tasks;
    private final ErrorReporter errors;
    private final UnsavedRequests unsaved = new UnsavedRequests();

    RequestFiles(Path root, Tasks tasks, ErrorReporter errors) {
        this.root = root;
        this.tasks = tasks;
        this.errors = errors;
    }

    /// What is written and not saved.
    public UnsavedRequests unsaved() {
        return unsaved;
    }

    /// Reads all requests of these files and hands them over later.
    public void load(List<String> paths, Consumer<List<KeptRequest>> then) {
        tasks.run(() -> {
                    List<KeptRequest> requests = new ArrayList<>();
                    for (String path : paths) {
                        Path file = root.resolve(path);
                        if (Files.exists(file)) {
                            requests.addAll(
                                    RequestText.read(path, TextStore.load(file).text()));
                        }
                    }
                    return requests;
                })
                .onFailure(failure -> errors.report("Could not read the kept requests.", failure))
                .onSuccess(then);
    }

    /// Writes a request into its file; comments and other requests in it stay. Where someone else changed the request
    /// meanwhile nothing is written; where its place has another request by now it is written behind all others.
    ///
    /// @param onDisk what the file had when it was read, null for a request that is new
    /// @param then gets later where it stands, or, as changed, what stands there in its place
    /// @param failed hears that the disk refused it
    public void save(
            KeptRequest target,
            @Nullable RequestDraft onDisk,
            RequestDraft draft,
            Consumer<FoundRequest> then,
            Runnable failed) {
        Path file = root.resolve(target.path());
        tasks.write(() -> write(file, target, onDisk, draft))
                .onFailure(failure -> {
                    failed.run();
                    errors.report("Could not save " + target.path() + ".", failure);
                })
                .onSuccess(then);
    }

    private static FoundRequest write(Path file, KeptRequest target, @Nullable RequestDraft onDisk, RequestDraft draft)
            throws IOException {
        TextContent before = Files.exists(file) ? TextStore.load(file) : TextContent.EMPTY;
        List<KeptRequest> all = RequestText.read(target.path(), before.text());
        KeptRequest place = target;
        if (onDisk != null) {
            FoundRequest now = FoundRequest.of(target, onDisk, all);
            KeptRequest there = now.request();
            boolean isBehindAll = target.index() >= all.size();
            if (now.changed()
                    && !isBehindAll
                    && (there == null || !there.draft().equals(draft))) {
                return now;
            }
            place = there == null ? target.after(all) : there;
        }
        TextStore.save(file, before, RequestText.write(before.text(), place.index(), draft));
        return new FoundRequest(
                new KeptRequest(place.path(), place.index(), place.name(), draft), /* changed= */ false);
    }

    /// A path that says what the request does and is not taken: `requests/get-hello.http`.
    public String freePath(RequestDraft draft) {
        String slug = draft.summary()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\?.*", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String path = FOLDER + slug + ".http";
        for (int i = 2; Files.exists(root.resolve(path)); i++) {
            path = FOLDER + slug + "-" + i + ".http";
        }
        return path;
    }
}
