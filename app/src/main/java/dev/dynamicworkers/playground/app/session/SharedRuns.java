package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.project.secret.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Runs that go along with a project that is given away: the newest ones, without the values of secrets. Blocks.
final class SharedRuns {
    private static final int MOST = 50;
    private static final long MOST_BYTES = 4L << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SharedRuns() {}

    /// The runs as JSON by file name.
    ///
    /// @param runs newest first
    static SortedMap<String, byte[]> write(List<RunRecord> runs, Secrets secrets) {
        SortedMap<String, byte[]> written = new TreeMap<>();
        long bytes = 0;
        for (RunRecord run : runs.subList(0, Math.min(MOST, runs.size()))) {
            byte[] text = RunJson.write(run, secrets).toString().getBytes(StandardCharsets.UTF_8);
            bytes += text.length;
            if (bytes > MOST_BYTES) {
                break;
            }
            written.put(String.format("%06d.json", run.number()), text);
        }
        return written;
    }

    /// Keeps runs that came with a project among those of the new project; what is no run is left out.
    ///
    /// @param project folder of the new project
    /// @param data folder of the person
    /// @throws IOException when the disk refuses
    static void keep(SortedMap<String, byte[]> runs, Path project, Path data) throws IOException {
        // Whatever was secret was masked where they come from.
        RunStore store = RunStore.of(project, data, new SecretMask());
        for (byte[] text : runs.values()) {
            try {
                if (JSON.readTree(text) instanceof ObjectNode object) {
                    store.keep(RunJson.read(object));
                }
            } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException notOne) {
                System.getLogger(SharedRuns.class.getName())
                        .log(System.Logger.Level.DEBUG, "what came as a run is none", notOne);
            }
        }
    }
}
