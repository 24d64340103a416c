package dev.dynamicworkers.playground.app;

import dev.dynamicworkers.playground.app.settings.JsonFile;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/// How many starts in a row did not come to a window that one can type into. Blocks for a moment.
final class StartCount {
    private static final System.Logger LOG = System.getLogger(StartCount.class.getName());
    private static final int TOO_MANY = 2;
    private static final String KEY = "unfinished";

    private final JsonFile file;

    /// @param data folder of the person's data
    StartCount(Path data) {
        file = new JsonFile(data.resolve("start.json"));
    }

    /// Takes note of a start.
    ///
    /// @return whether too many before it failed
    boolean begin() {
        int before = file.read().path(KEY).asInt(0);
        write(before + 1);
        return before >= TOO_MANY;
    }

    /// Takes note that the window works, or was closed in good order.
    void succeeded() {
        write(0);
    }

    private void write(int count) {
        ObjectNode root = JsonFile.empty();
        root.put(KEY, count);
        try {
            file.write(root);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "starts can't be counted", e);
        }
    }
}
