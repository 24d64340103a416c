package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.error.ErrorReporter;
import dev.dynamicworkers.playground.app.task.Tasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// The requests that the project keeps under `requests/`. FX thread.
public final class RequestFiles {
    private static final String FOLDER = "requests/";

    private final Path root;
    private final Tasks tasks;
    private final ErrorReporter errors;

    RequestFiles(Path root, Tasks tasks, ErrorReporter errors) {
        this.root = root;
        this.tasks = tasks;
        this.errors = errors;
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

    /// Writes a request into its file; comments and other requests in it stay.
    public void save(String path, int index, RequestDraft draft, Runnable then) {
        Path file = root.resolve(path);
        tasks.run(() -> {
                    TextContent before = Files.exists(file) ? TextStore.load(file) : TextContent.EMPTY;
                    return TextStore.save(file, before, RequestText.write(before.text(), index, draft));
                })
                .onFailure(failure -> errors.report("Could not save " + path + ".", failure))
                .onSuccess(saved -> then.run());
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
